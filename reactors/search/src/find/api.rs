//! Searching for programs.

use api::{Json, List, Listing};
use axum::extract::State;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use page::{Answer, Anyone, Query};
use serde::{Deserialize, Serialize};

use super::look::{look, space_of};
use super::snippet::escaped;
use super::store::Narrowed;
use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/api/v1/search", Who::Everybody, search).done()
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    space: String,
    #[serde(default)]
    kind: String,
    #[serde(flatten)]
    listing: Listing,
}

/// `snippet` is HTML: escaped text with `<mark>` around what was asked for.
#[derive(Serialize)]
struct HitJson {
    kind: String,
    id: Uuid,
    title: String,
    snippet: String,
    url: String,
}

async fn search(State(parts): State<Parts>, Anyone(asking): Anyone, Query(asked): Query<Asked>) -> Answer {
    let (limit, after) = (asked.listing.limit()?, asked.listing.after::<usize>()?.unwrap_or(0));
    let narrowed = Narrowed { space: space_of(&asked.space)?, kind: asked.kind, since: 0 };
    let size = usize::try_from(limit).unwrap_or(0);
    let mut reader = parts.database.read().await?;
    let found = look(&mut reader, &asking.person, &asked.q, &narrowed, after, size).await?;
    let people = found.people.iter().map(|it| HitJson {
        kind: "person".to_owned(),
        id: it.id,
        title: it.name.clone(),
        snippet: escaped(&it.name),
        url: format!("/people/{}", it.id),
    });
    let mut items: Vec<HitJson> = people.collect();
    items.extend(found.hits.iter().map(|it| HitJson {
        kind: it.found.kind.clone(),
        id: it.found.object_id,
        title: it.found.title.clone(),
        snippet: it.snippet.clone(),
        url: it.url(),
    }));
    let next = (found.count > after + size).then(|| (after + size).to_string());
    Ok(Json(List { items, next }).into_response())
}
