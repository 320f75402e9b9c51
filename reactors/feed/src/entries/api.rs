//! The stream for programs: what I reach, newest first, one entry per thing.

use api::{Json, List, Listing, PersonJson, ThingJson};
use axum::extract::State;
use feature::{Routes, Who};
use page::{Answer, Query, SignedIn};
use serde::Serialize;

use super::store::{self, Entry, Part};
use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/api/v1/feed", Who::Oneself, list).done()
}

#[derive(Serialize)]
struct EntryJson {
    /// Its position in the log; the cursor of the list.
    id: String,
    at: String,
    actor: PersonJson,
    verb: String,
    /// What was done, in words.
    text: String,
    about: ThingJson,
    space: String,
}

async fn list(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Query(listing): Query<Listing>,
) -> Answer<Json<List<EntryJson>>> {
    let (limit, before) = (listing.limit()?, listing.after::<i64>()?.unwrap_or(i64::MAX));
    let mut reader = parts.database.read().await?;
    let part = Part { from: 0, before, limit: limit + 1 };
    let entries = store::newest(&mut reader, &asking.person, part).await?;
    let List { items, next } = List::cut(entries, limit, |it| it.position.to_string());
    let known = parts.known.known();
    let json = |it: Entry| {
        let told = known.told(&it.object_kind, &it.verb);
        let text = told.map(|told| told.sentence(asking.locale, &it.actor.name, &it.title));
        EntryJson {
            id: it.position.to_string(),
            at: api::time(it.at),
            actor: PersonJson::from(&it.actor),
            verb: it.verb,
            text: text.unwrap_or_default(),
            about: ThingJson { kind: it.thing_kind, id: it.thing_id, title: it.title, url: it.url },
            space: it.space_title,
        }
    };
    Ok(Json(List { items: items.into_iter().map(json).collect(), next }))
}
