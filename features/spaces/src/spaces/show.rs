//! The page of a space: what lies in it and what is new, both of others and brought in by their addresses.

use access::Named;
use askama::Template;
use axum::extract::State;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use page::{Answer, Anyone, Html, Path, Shell, Spot, Voice};

use super::{Head, Tab, store};
use crate::Parts;
use crate::members::store::{self as members, Member};
use crate::seen::seen;

/// Faces beside the name, and names at the side; all are on their own page.
const FACES_MAX: i64 = 8;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/spaces/{id}", Who::Readers, show).done()
}

#[derive(Template)]
#[template(path = "spaces/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    head: Head,
    members: Vec<Member>,
    /// Nothing lies in it yet: the page says how to begin.
    is_empty: bool,
}

impl Show {
    fn faces(&self) -> impl Iterator<Item = &Named> {
        self.members.iter().map(|it| &it.person)
    }
}

async fn show(State(parts): State<Parts>, Anyone(asking): Anyone, Path(id): Path<Uuid>) -> Answer {
    let mut reader = parts.database.read().await?;
    let (v, space) = (asking.voice(), seen(&mut reader, &asking, id).await?);
    let head = Head::of(&mut reader, &asking, &v, &space, Tab::Space).await?;
    let shell = Shell::load(&mut reader, &asking, Spot::Space(id)).await?;
    let members = members::by_level(&mut reader, &asking.person, &space, FACES_MAX).await?;
    let is_empty =
        head.may_write && store::documents(&mut reader, &asking.person, &space, 1).await?.is_empty();
    Ok(page::kept(Html(Show { v, shell, head, members, is_empty })))
}
