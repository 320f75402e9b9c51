//! The bell for programs.

use api::{Json, List, Listing};
use axum::extract::State;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::Error;
use page::{Answer, Query, SignedIn, Voice};
use serde::{Deserialize, Serialize};

use super::store::{self, Entry};
use super::web::sentence;
use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/api/v1/notifications", Who::Oneself, list)
        .post("/api/v1/notifications/read", Who::Oneself, read)
        .done()
}

#[derive(Serialize)]
struct EntryJson {
    id: String,
    at: String,
    read: bool,
    text: String,
    url: String,
    about: String,
}

impl EntryJson {
    fn new(parts: &Parts, v: &Voice, entry: &Entry) -> Self {
        Self {
            id: entry.position.to_string(),
            at: api::time(entry.at),
            read: entry.read_at.is_some(),
            text: sentence(parts, v, entry),
            url: entry.url.clone(),
            about: format!("{}/{}", entry.kind, entry.id),
        }
    }
}

async fn list(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Query(listing): Query<Listing>,
) -> Answer {
    let (limit, before) = (listing.limit()?, listing.after::<i64>()?.unwrap_or(i64::MAX));
    let mut reader = parts.database.read().await?;
    let entries = store::newest(&mut reader, asking.person.id, before, limit + 1).await?;
    let v = asking.voice();
    let entries = entries.iter().map(|it| EntryJson::new(&parts, &v, it)).collect();
    Ok(Json(List::cut(entries, limit, |it| it.id.clone())).into_response())
}

#[derive(Deserialize)]
struct UpTo {
    up_to: String,
}

async fn read(State(parts): State<Parts>, SignedIn(asking): SignedIn, Json(body): Json<UpTo>) -> Answer {
    let position = body.up_to.parse().map_err(|_| Error::invalid("up_to", "notifications-up-to-wrong"))?;
    let mut tx = parts.database.begin().await?;
    store::read_up_to(&mut tx, asking.person.id, position).await?;
    tx.commit().await?;
    Ok(Json(serde_json::json!({})).into_response())
}
