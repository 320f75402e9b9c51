//! Documents as a whole, for programs.

use access::{Seen, may};
use api::{Json, List, Listing};
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::handler::Handler;
use axum::http::header::ETAG;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use feature::{Routes, Who};
use kernel::ids::{SpaceId, Uuid};
use kernel::{Error, Result};
use page::{Answer, Anyone, Asking, Path, Query, SignedIn};
use serde::{Deserialize, Deserializer, Serialize};

use super::change::{self, Change};
use super::condition::Condition;
use super::document::{Document, DocumentId};
use super::multipart::{self, Goal};
use super::receive::Incoming;
use super::store;
use super::upload::{self, Coming};
use crate::Parts;
use crate::removed::remove;

pub(crate) fn routes(parts: Parts) -> Routes {
    let uploaded = upload_file.layer(DefaultBodyLimit::disable());
    Routes::with(parts)
        .post("/api/v1/documents", Who::Writers, uploaded)
        .get("/api/v1/documents", Who::Readers, list)
        .get("/api/v1/documents/{id}", Who::Readers, show)
        .patch("/api/v1/documents/{id}", Who::Writers, change_one)
        .delete("/api/v1/documents/{id}", Who::Writers, remove_one)
        .post("/api/v1/documents/{id}/undelete", Who::Writers, undelete)
        .done()
}

/// How a document looks in every answer.
#[derive(Debug, Serialize)]
pub(crate) struct DocumentJson {
    id: Uuid,
    kind: &'static str,
    title: String,
    space_id: Uuid,
    folder_id: Option<Uuid>,
    made_of_id: Option<Uuid>,
    version: i64,
    sha256: String,
    size: i64,
    media_type: String,
    file_name: String,
    text_status: &'static str,
    preview_status: &'static str,
    /// Pages, slides or sheets, where somebody counted them.
    pages: Option<i64>,
    made_at: String,
    changed_at: String,
    etag: String,
    url: String,
}

impl From<&Document> for DocumentJson {
    fn from(document: &Document) -> Self {
        Self {
            id: document.id,
            kind: document.kind.code(),
            title: document.title.clone(),
            space_id: document.space_id,
            folder_id: document.folder_id,
            made_of_id: document.made_of_id,
            version: document.number,
            sha256: document.blob.clone(),
            size: document.size,
            media_type: document.media_type.clone(),
            file_name: document.file_name.clone(),
            text_status: document.text_status.code(),
            preview_status: document.preview_status.code(),
            pages: document.pages,
            made_at: api::time(document.made_at),
            changed_at: api::time(document.changed_at),
            etag: document.etag(),
            url: document.url(),
        }
    }
}

/// One document as an answer, with its tag.
pub(crate) fn answer(status: StatusCode, document: &Document) -> Response {
    (status, [(ETAG, document.etag())], Json(DocumentJson::from(document))).into_response()
}

/// Who is not signed in is asked to do so instead of being told that there is nothing.
pub(crate) fn known(found: Result<Seen>, asking: &Asking) -> Result<Seen> {
    match found {
        Err(Error::NotFound) if !asking.person.is_somebody() => Err(Error::SignedOut),
        other => other,
    }
}

async fn upload_file(
    State(parts): State<Parts>,
    Anyone(asking): Anyone,
    request: Request,
) -> Answer<Response> {
    if !asking.person.is_somebody() {
        Incoming::new(request.into_body()).read_on().await;
        return Err(Error::SignedOut.into());
    }
    let person = &asking.person;
    let sent = multipart::read(&parts, person, Goal::NewDocument, request).await?;
    let document = upload::upload(&parts, person, Coming::of(sent)?).await?;
    Ok(answer(StatusCode::CREATED, &document))
}

#[derive(Deserialize)]
struct Of {
    space: Option<String>,
    #[serde(flatten)]
    listing: Listing,
}

async fn list(State(parts): State<Parts>, Anyone(asking): Anyone, Query(of): Query<Of>) -> Answer {
    let limit = of.listing.limit()?;
    let after = of.listing.after::<Uuid>()?;
    let mut reader = parts.database.read().await?;
    let found = match of.space.as_deref() {
        Some(space) => {
            let space: Uuid = space.parse().map_err(|_| Error::NotFound)?;
            let seen = may::read(&mut reader, &asking.person, &SpaceId::from(space).into()).await;
            let seen = known(seen, &asking)?;
            store::in_space(&mut reader, &asking.person, seen.space(), after, limit + 1).await?
        }
        None => store::reached(&mut reader, &asking.person, after, limit + 1).await?,
    };
    let list = List::cut(found, limit, |it| it.id.to_string());
    let items: Vec<_> = list.items.iter().map(DocumentJson::from).collect();
    Ok(Json(List { items, next: list.next }).into_response())
}

async fn show(State(parts): State<Parts>, Anyone(asking): Anyone, Path(id): Path<Uuid>) -> Answer {
    let mut reader = parts.database.read().await?;
    let seen = known(may::read(&mut reader, &asking.person, &DocumentId::from(id).into()).await, &asking)?;
    Ok(answer(StatusCode::OK, &store::of(&mut reader, &seen).await?))
}

#[derive(Deserialize)]
struct Changes {
    title: Option<String>,
    space_id: Option<String>,
    /// Missing stays as it is; `null` is the top of the space.
    #[serde(default, deserialize_with = "said")]
    folder_id: Option<Option<String>>,
}

fn said<'de, D: Deserializer<'de>>(value: D) -> Result<Option<Option<String>>, D::Error> {
    Option::<String>::deserialize(value).map(Some)
}

async fn change_one(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    headers: HeaderMap,
    Json(changes): Json<Changes>,
) -> Answer {
    let id_of = |text: String| text.parse::<Uuid>().map_err(|_| Error::NotFound);
    let wanted = Change {
        title: changes.title,
        space: changes.space_id.map(id_of).transpose()?.map(SpaceId::from),
        folder: changes
            .folder_id
            .map(|it| it.filter(|it| !it.is_empty()).map(id_of).transpose())
            .transpose()?,
    };
    let condition = Condition::optional(&headers);
    let document = change::change(&parts, &asking.person, id.into(), condition, wanted).await?;
    Ok(answer(StatusCode::OK, &document))
}

async fn remove_one(State(parts): State<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    remove::remove(&parts, &asking.person, id.into()).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn undelete(State(parts): State<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    let document = remove::undelete(&parts, &asking.person, id.into()).await?;
    Ok(answer(StatusCode::OK, &document))
}
