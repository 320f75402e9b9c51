//! Everybody in the house, and each as she shows herself.

use access::{may, people};
use askama::Template;
use axum::extract::State as Shared;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::{ThingId, Uuid};
use kernel::{Error, limits, when};
use page::{Answer, Asking, Html, Path, Query, Shell, SignedIn, Spot, Voice};
use serde::Deserialize;
use serde_json::json;

use super::profile::Today;
use super::store::{self, Shown};
use crate::State;

pub(crate) fn routes(state: State) -> Routes {
    Routes::with(state)
        .get("/people", Who::SignedIn, list)
        .get("/people/names", Who::SignedIn, names)
        .get("/people/{id}", Who::SignedIn, show)
        .get("/people/{id}/picture/{hash}", Who::SignedIn, picture)
        .done()
}

/// Larger than any picture that we make.
const PICTURE_MAX_BYTES: u64 = 2 * 1024 * 1024;

/// Names offered while somebody types.
const NAMES_MAX_ROWS: i64 = 20;

pub(crate) fn today_of(shown: &Shown, asking: &Asking) -> Today {
    let day = when::day_number(asking.now, &asking.zone);
    Today::on(&shown.today, shown.today_day, asking.now, day)
}

struct Row {
    shown: Shown,
    today: Today,
    /// The first letter, where another begins.
    letter: String,
}

#[derive(Template)]
#[template(path = "profiles/list.html")]
struct ShowList {
    v: Voice,
    shell: Shell,
    query: String,
    rows: Vec<Row>,
    mine: Today,
    choices: [Today; 4],
    next: Option<i64>,
}

impl ShowList {
    fn is_mine(&self, choice: &Today) -> bool {
        self.mine == *choice
    }
}

#[derive(Deserialize)]
struct Find {
    #[serde(default)]
    q: String,
    #[serde(default)]
    from: i64,
    about: Option<String>,
}

async fn list(Shared(state): Shared<State>, SignedIn(asking): SignedIn, Query(find): Query<Find>) -> Answer {
    let mut reader = state.parts.database.read().await?;
    let (query, limit) = (kernel::line::optional("q", &find.q, limits::NAME_LENGTH_MAX_CHARS)?, 60);
    let from = find.from.max(0);
    let mut found = store::list(&mut reader, &asking.person, &query, from, limit + 1).await?;
    let more = found.len() > usize::try_from(limit).unwrap_or(0);
    found.truncate(usize::try_from(limit).unwrap_or(0));
    let me = store::find(&mut reader, &asking.person, asking.person.id).await?;
    let mine = me.map_or(Today::Untold, |it| today_of(&it, &asking));
    let mut last = String::new();
    let mut rows = Vec::with_capacity(found.len());
    for shown in found {
        let first: String = shown.person.name.chars().take(1).flat_map(char::to_uppercase).collect();
        let letter = if first == last { String::new() } else { first.clone() };
        last = first;
        rows.push(Row { today: today_of(&shown, &asking), shown, letter });
    }
    let shell = Shell::load(&mut reader, &asking, Spot::People).await?;
    let next = more.then_some(from + limit);
    let v = asking.voice();
    Ok(Html(ShowList { v, shell, query, rows, mine, choices: Today::ALL, next }).into_response())
}

/// Who can be called by name: those who read the thing, or everybody she may know of.
async fn names(Shared(state): Shared<State>, SignedIn(asking): SignedIn, Query(find): Query<Find>) -> Answer {
    let mut reader = state.parts.database.read().await?;
    let found = match &find.about {
        Some(about) => {
            let thing = may::read(&mut reader, &asking.person, &ThingId::parse(about)?).await?;
            people::readers(&mut reader, &asking.person, &thing, &find.q, NAMES_MAX_ROWS).await?
        }
        None => store::names(&mut reader, &asking.person, &find.q, NAMES_MAX_ROWS).await?,
    };
    let items: Vec<_> = found.iter().map(|it| json!({ "id": it.id, "name": it.name })).collect();
    Ok(api::Json(json!({ "items": items })).into_response())
}

#[derive(Template)]
#[template(path = "profiles/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    shown: Shown,
    today: Today,
    email: Option<String>,
    is_me: bool,
    spaces: Vec<access::spaces::Place>,
}

async fn show(Shared(state): Shared<State>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    let mut reader = state.parts.database.read().await?;
    let shown = store::find(&mut reader, &asking.person, id.into()).await?.ok_or(Error::NotFound)?;
    let is_me = asking.person.id.uuid() == id;
    let email = match is_me || asking.person.must_be_admin().is_ok() {
        true => people::email_of(&mut reader, id.into()).await?,
        false => None,
    };
    let limit = limits::SIDEBAR_SPACES_MAX_ROWS;
    let spaces = store::spaces_in_common(&mut reader, &asking.person, id.into(), limit).await?;
    let shell = Shell::load(&mut reader, &asking, Spot::People).await?;
    let today = today_of(&shown, &asking);
    Ok(Html(Show { v: asking.voice(), shell, shown, today, email, is_me, spaces }).into_response())
}

async fn picture(
    Shared(state): Shared<State>,
    SignedIn(asking): SignedIn,
    Path((id, hash)): Path<(Uuid, String)>,
) -> Answer {
    let mut reader = state.parts.database.read().await?;
    let person = people::known(&mut reader, &asking.person, id.into()).await?;
    let picture = person.picture.filter(|it| it.starts_with(&hash) && hash.len() == 16);
    let picture = picture.ok_or(Error::NotFound)?;
    let bytes = state.parts.blobs.read(&picture, PICTURE_MAX_BYTES).await.map_err(|_| Error::NotFound)?;
    let kind = if bytes.starts_with(b"\x89PNG") { "image/png" } else { "image/webp" };
    let headers = [(CONTENT_TYPE, kind), (CACHE_CONTROL, "private, max-age=31536000, immutable")];
    Ok((headers, bytes).into_response())
}
