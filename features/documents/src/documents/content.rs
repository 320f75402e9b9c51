//! What is in a document: its bytes, its words, its pictures; and new bytes in their place.

use access::{Seen, may};
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use feature::{Routes, Who};
use kernel::Error;
use kernel::ids::Uuid;
use page::{Answer, Anyone, Asking, Path, Query};
use serde::Deserialize;

use super::api::{answer, known};
use super::condition::Condition;
use super::document::DocumentId;
use super::picture::{self, Size};
use super::receive::{self, Incoming};
use super::serve::{self, Served};
use super::{name, store};
use crate::Parts;
use crate::reading::store as readings;
use crate::versions::replace::{self, Coming};
use crate::versions::store as versions;
use crate::versions::version::{Note, Version};

/// The same below `/api/v1` for programs and below `/` for pages, whose pictures and downloads are links.
pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/api/v1/documents/{id}/content", Who::Readers, content)
        .get("/documents/{id}/content", Who::Readers, content)
        .put("/api/v1/documents/{id}/content", Who::Writers, put)
        .get("/api/v1/documents/{id}/text", Who::Readers, text)
        .get("/documents/{id}/text", Who::Readers, text)
        .get("/api/v1/documents/{id}/preview", Who::Readers, preview)
        .get("/documents/{id}/preview", Who::Readers, preview)
        .done()
}

#[derive(Deserialize)]
struct Which {
    /// The newest if none is named.
    version: Option<String>,
    page: Option<String>,
    size: Option<String>,
    /// To be saved, even what could be shown.
    download: Option<String>,
}

async fn find(parts: &Parts, asking: &Asking, id: Uuid, which: &Which) -> kernel::Result<(Seen, Version)> {
    let mut reader = parts.database.read().await?;
    let id = DocumentId::from(id);
    let seen = known(may::read(&mut reader, &asking.person, &id.into()).await, asking)?;
    let version = match &which.version {
        Some(number) => {
            let number = number.parse().map_err(|_| Error::NotFound)?;
            versions::find(&mut reader, &seen, number).await?
        }
        None => versions::latest(&mut reader, id).await?,
    };
    Ok((seen, version))
}

async fn content(
    State(parts): State<Parts>,
    Anyone(asking): Anyone,
    Path(id): Path<Uuid>,
    Query(which): Query<Which>,
    headers: HeaderMap,
) -> Answer {
    let (_, version) = find(&parts, &asking, id, &which).await?;
    let (etag, download) = (version.etag(), which.download.is_some());
    let served = Served { file: &version.file, etag: &etag, download };
    Ok(serve::file(&parts.blobs, &served, &headers).await?)
}

async fn text(
    State(parts): State<Parts>,
    Anyone(asking): Anyone,
    Path(id): Path<Uuid>,
    Query(which): Query<Which>,
) -> Answer {
    let (seen, version) = find(&parts, &asking, id, &which).await?;
    let mut reader = parts.database.read().await?;
    let document = store::of(&mut reader, &seen).await?;
    let text = if document.is_page() && which.version.is_none() {
        drop(reader);
        richtext::plain_text(&parts.rooms.read(id).await?)
    } else if document.is_page() {
        drop(reader);
        richtext::plain_text(&crate::pages::snapshot::read(&parts.blobs, &version.file).await?)
    } else {
        readings::text(&mut reader, version.id).await?
    };
    let headers = [
        (CONTENT_TYPE, "text/plain; charset=utf-8"),
        (CACHE_CONTROL, "private, no-store"),
        (CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"),
    ];
    Ok((headers, text).into_response())
}

async fn preview(
    State(parts): State<Parts>,
    Anyone(asking): Anyone,
    Path(id): Path<Uuid>,
    Query(which): Query<Which>,
    headers: HeaderMap,
) -> Answer {
    let (_, version) = find(&parts, &asking, id, &which).await?;
    let page = which.page.as_deref().unwrap_or("1").parse().map_err(|_| Error::NotFound)?;
    let size = if which.size.as_deref() == Some("large") { Size::Large } else { Size::Small };
    let hash = picture::find(&parts, &version, page, size).await?;
    Ok(serve::picture(&parts.blobs, &hash, &headers).await?)
}

#[derive(Deserialize)]
struct Said {
    note: Option<String>,
    /// The name of the file that comes.
    name: Option<String>,
}

async fn put(
    State(parts): State<Parts>,
    Anyone(asking): Anyone,
    Path(id): Path<Uuid>,
    Query(said): Query<Said>,
    request: Request,
) -> Answer<Response> {
    let (head, body) = request.into_parts();
    let incoming = Incoming::new(body);
    let outcome = take(&parts, &asking, id.into(), &said, &head.headers, incoming.clone()).await;
    if outcome.is_err() {
        incoming.read_on().await;
    }
    Ok(outcome?)
}

async fn take(
    parts: &Parts,
    asking: &Asking,
    id: DocumentId,
    said: &Said,
    headers: &HeaderMap,
    incoming: Incoming,
) -> kernel::Result<Response> {
    if !asking.person.is_somebody() {
        return Err(Error::SignedOut);
    }
    replace::may_replace(parts, &asking.person, id).await?;
    let condition = Condition::required(headers)?;
    let note = Note::parse(said.note.as_deref().unwrap_or_default())?;
    let file_name = said.name.as_deref().map(name::file_name).transpose()?;
    let stored = receive::store(parts, incoming).await?;
    let coming = Coming { stored, file_name, note };
    let document = replace::replace(parts, &asking.person, id, &condition, coming).await?;
    Ok(answer(StatusCode::OK, &document))
}
