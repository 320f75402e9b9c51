//! The page of all spaces: mine, those where I may join in, and for admins those without an owner.

use access::spaces::{self, Place};
use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::limits;
use page::{Answer, Anyone, Audience, Html, Shell, Spot, Voice};

use super::space::Space;
use super::store;
use crate::Parts;
use crate::hooks::first_line;
use crate::members;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/spaces", Who::Everybody, list).done()
}

/// One space of the list.
struct Line {
    space: Space,
    line: String,
    audience: Audience,
}

impl Line {
    fn of(v: &Voice, space: Space) -> Self {
        let audience = Audience::short(v, space.visibility, &space.title);
        Self { line: first_line(&space.about), audience, space }
    }
}

#[derive(Template)]
#[template(path = "spaces/list.html")]
struct List {
    v: Voice,
    shell: Shell,
    mine: Vec<Line>,
    open: Vec<Line>,
    ownerless: Vec<Place>,
    /// Closed ones that were hers.
    closed: Vec<Place>,
    /// There are more than fit here.
    is_cut: bool,
}

async fn list(State(parts): State<Parts>, Anyone(asking): Anyone) -> Answer {
    let mut reader = parts.database.read().await?;
    let (v, limit) = (asking.voice(), limits::LIST_LENGTH_MAX_ROWS);
    let shell = Shell::load(&mut reader, &asking, Spot::Spaces).await?;
    let found = store::by_name(&mut reader, &asking.person, limit).await?;
    let is_cut = i64::try_from(found.len()).unwrap_or(limit) == limit;
    let (mine, open): (Vec<_>, Vec<_>) = found.into_iter().partition(|it| it.role.is_some());
    let ownerless =
        if shell.is_admin { members::store::ownerless(&mut reader, limit).await? } else { Vec::new() };
    let closed = spaces::closed(&mut reader, &asking.person, limit).await?;
    let lines = |spaces: Vec<Space>| spaces.into_iter().map(|it| Line::of(&v, it)).collect::<Vec<_>>();
    let (mine, open) = (lines(mine), lines(open));
    Ok(Html(List { v, shell, mine, open, ownerless, closed, is_cut }).into_response())
}
