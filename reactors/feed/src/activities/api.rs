//! The log for programs: all they may see, in order, none twice, none missing.

use api::{Json, List, Listing, PersonJson, ThingJson};
use axum::extract::State;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use page::{Answer, Anyone, Query};
use serde::Serialize;

use super::follow::follow;
use super::store::Row;
use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/api/v1/activities", Who::Everybody, list).done()
}

#[derive(Serialize)]
struct ActivityJson {
    /// Its position in the log; may be given as `after`, also later.
    id: String,
    actor: PersonJson,
    verb: String,
    object: ObjectJson,
    target: Option<ThingJson>,
    at: String,
}

/// Title and address are known of what is itself a thing.
#[derive(Serialize)]
struct ObjectJson {
    kind: String,
    id: Uuid,
    title: Option<String>,
    url: Option<String>,
}

impl From<Row> for ActivityJson {
    fn from(row: Row) -> Self {
        let target = row.target_kind.zip(row.target_id);
        let (title, url) =
            if target.is_none() { (Some(row.title.clone()), Some(row.url.clone())) } else { (None, None) };
        Self {
            id: row.position.to_string(),
            actor: PersonJson::from(&row.actor),
            verb: row.verb,
            object: ObjectJson { kind: row.object_kind, id: row.object_id, title, url },
            target: target.map(|(kind, id)| ThingJson { kind, id, title: row.title, url: row.url }),
            at: api::time(row.at),
        }
    }
}

async fn list(State(parts): State<Parts>, Anyone(asking): Anyone, Query(listing): Query<Listing>) -> Answer {
    let (limit, after) = (listing.limit()?, listing.after::<i64>()?.unwrap_or(0));
    let mut reader = parts.database.read().await?;
    let (found, next) = follow(&mut reader, &asking.person, after, limit).await?;
    let items: Vec<_> = found.into_iter().map(ActivityJson::from).collect();
    Ok(Json(List { items, next: next.map(|it| it.to_string()) }).into_response())
}
