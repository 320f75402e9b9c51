//! What waits for me, for programs.

use api::{Json, List, ThingJson};
use axum::extract::State;
use axum::http::StatusCode;
use feature::{Routes, Waiting, Who};
use kernel::ids::ThingId;
use kernel::{Error, Result, when};
use page::{Answer, SignedIn};
use serde::{Deserialize, Serialize};

use super::list::waiting;
use super::set_aside::set_aside;
use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/api/v1/waiting", Who::Oneself, list)
        .post("/api/v1/waiting/aside", Who::Oneself, put_aside)
        .done()
}

#[derive(Serialize)]
struct WaitingJson {
    /// `KIND/ID` of what waits: a comment, a post.
    object: String,
    about: ThingJson,
    text: String,
    why: String,
    url: String,
    at: String,
    due: Option<String>,
}

impl From<Waiting> for WaitingJson {
    fn from(it: Waiting) -> Self {
        let (kind, id, url) = (it.about.kind.to_string(), it.about.id, it.url);
        Self {
            object: it.object.to_string(),
            about: ThingJson { kind, id, title: it.title, url: url.clone() },
            text: it.line,
            why: it.why,
            url,
            at: api::time(it.at),
            due: it.due.map(api::time),
        }
    }
}

async fn list(State(parts): State<Parts>, SignedIn(asking): SignedIn) -> Answer<Json<List<WaitingJson>>> {
    let mut reader = parts.database.read().await?;
    let open = waiting(&mut reader, &parts.known.known(), &asking).await?;
    Ok(Json(List::whole(open.into_iter().map(WaitingJson::from).collect())))
}

#[derive(Deserialize)]
struct Aside {
    object: String,
    /// When it waits again; never, if it is left out.
    until: Option<String>,
}

async fn put_aside(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Json(aside): Json<Aside>,
) -> Answer<StatusCode> {
    let object = ThingId::parse(&aside.object)?;
    let wrong = || Error::invalid("until", "feed-time-wrong");
    let until: Result<_> =
        aside.until.as_deref().map(|it| when::parse_rfc3339(it).ok_or_else(wrong)).transpose();
    set_aside(&parts.database, asking.person.id, &object, until?).await?;
    Ok(StatusCode::NO_CONTENT)
}
