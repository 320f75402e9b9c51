//! What came too late to be a version is kept for a while, for whoever sent it and for nobody else.

use access::Person;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use database::Tx;
use dispatch::jobs;
use feature::{Routes, Who};
use kernel::error::Kept;
use kernel::ids::Uuid;
use kernel::{Result, limits};
use page::{Answer, Path, SignedIn};

use super::store;
use crate::Parts;
use crate::documents::document::{self, Document};
use crate::documents::serve::{self, Served};
use crate::removed::empty::{self, ASIDE};
use crate::versions::version::File;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/documents/{id}/aside/{aside}", Who::Oneself, show).done()
}

/// Keeps it and says where, from the commit on.
pub(crate) async fn put(tx: &mut Tx, person: &Person, document: &Document, file: &File) -> Result<Kept> {
    let (id, until) = (Uuid::now_v7(), tx.at().plus(limits::PUT_ASIDE_MAX));
    store::insert(tx, id, document.id, person, file, until).await?;
    jobs::queue(tx, empty::KIND, &format!("{ASIDE}{id}"), "", until).await?;
    Ok(Kept { url: format!("{}/aside/{id}", document::address(document.id)), until })
}

async fn show(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path((id, aside)): Path<(Uuid, Uuid)>,
    headers: HeaderMap,
) -> Answer<Response> {
    let mut reader = parts.database.read().await?;
    let file = store::find(&mut reader, id, aside, &asking.person, asking.now).await?;
    drop(reader);
    let etag = format!("\"{}\"", file.blob);
    Ok(serve::file(&parts.blobs, &Served { file: &file, etag: &etag, download: true }, &headers).await?)
}
