//! The versions of a document, for programs.

use access::may;
use api::{Json, List, Listing, PersonJson};
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::ETAG;
use axum::response::{IntoResponse, Response};
use feature::{Routes, Who};
use kernel::ids::Uuid;
use page::{Answer, Anyone, Path, Query, SignedIn};
use serde::{Deserialize, Serialize};

use super::store::Signed;
use super::version::Note;
use super::{note, restore, store};
use crate::Parts;
use crate::documents::api::{DocumentJson, known};
use crate::documents::document::DocumentId;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/api/v1/documents/{id}/versions", Who::Readers, list)
        .patch("/api/v1/documents/{id}/versions/{number}", Who::Writers, change)
        .post("/api/v1/documents/{id}/versions/{number}/restore", Who::Writers, bring_back)
        .done()
}

#[derive(Serialize)]
struct VersionJson {
    number: i64,
    sha256: String,
    size: i64,
    media_type: String,
    file_name: String,
    author: PersonJson,
    at: String,
    note: Option<String>,
    url: String,
}

async fn list(
    State(parts): State<Parts>,
    Anyone(asking): Anyone,
    Path(id): Path<Uuid>,
    Query(listing): Query<Listing>,
) -> Answer {
    let limit = listing.limit()?;
    let before = listing.after::<i64>()?.unwrap_or(i64::MAX);
    let mut reader = parts.database.read().await?;
    let seen = known(may::read(&mut reader, &asking.person, &DocumentId::from(id).into()).await, &asking)?;
    let versions = store::signed(&mut reader, &seen, before, limit + 1).await?;
    let list = List::cut(versions, limit, |it| it.number.to_string());
    let items = list.items.into_iter().map(|it| json(id, it)).collect();
    Ok(Json(List { items, next: list.next }).into_response())
}

fn json(document: Uuid, version: Signed) -> VersionJson {
    VersionJson {
        number: version.number,
        author: PersonJson::from(&version.author),
        at: api::time(version.at),
        note: Some(version.note).filter(|it| !it.is_empty()),
        url: format!("/documents/{document}/versions/{}", version.number),
        sha256: version.blob,
        size: version.size,
        media_type: version.media_type,
        file_name: version.file_name,
    }
}

#[derive(Deserialize)]
struct Change {
    note: String,
}

async fn change(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path((id, number)): Path<(Uuid, i64)>,
    Json(change): Json<Change>,
) -> Answer {
    note::note(&parts, &asking.person, id.into(), number, &Note::parse(&change.note)?).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn bring_back(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path((id, number)): Path<(Uuid, i64)>,
) -> Answer<Response> {
    let restored = restore::restore(&parts, &asking.person, id.into(), number, Note::default()).await?;
    let etag = [(ETAG, restored.etag())];
    Ok((StatusCode::OK, etag, Json(DocumentJson::from(&restored))).into_response())
}
