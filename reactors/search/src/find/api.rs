//! Searching for programs.

use api::{Json, List, Listing};
use axum::extract::State;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use page::{Answer, Anyone, Query};
use serde::{Deserialize, Serialize};

use super::look::{Piece, id_of, look};
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

/// `kind` is `document`, `comment`, `space` or `person`. `snippet` is HTML: escaped text with `<mark>` around
/// what was asked for, and empty for a person. A comment has the title of the thing it is about.
#[derive(Serialize)]
struct HitJson {
    kind: String,
    id: Uuid,
    title: String,
    snippet: String,
    url: String,
}

async fn search(State(parts): State<Parts>, Anyone(asking): Anyone, Query(asked): Query<Asked>) -> Answer {
    let (limit, skip) = (asked.listing.limit()?, asked.listing.after::<usize>()?.unwrap_or(0));
    let piece = Piece { skip, limit: usize::try_from(limit).unwrap_or(0) };
    let narrowed = Narrowed { space: id_of(&asked.space)?, kind: asked.kind, ..Narrowed::default() };
    let mut reader = parts.database.read().await?;
    let found = look(&mut reader, &asking.person, &asked.q, &narrowed, piece).await?;
    let next = piece.next(found.count).map(|it| it.to_string());
    let people = found.people.iter().map(|it| HitJson {
        kind: "person".to_owned(),
        id: it.id,
        title: it.name.clone(),
        snippet: String::new(),
        url: format!("/people/{}", it.id),
    });
    let hits = found.hits.iter().map(|it| HitJson {
        kind: it.found.kind.clone(),
        id: it.found.object_id,
        title: it.found.title.clone(),
        snippet: it.snippet.clone(),
        url: it.url(),
    });
    Ok(Json(List { items: people.chain(hits).collect(), next }).into_response())
}
