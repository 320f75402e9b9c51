//! Pictures of articles, by the hash of their bytes.

use axum::extract::State as Shared;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::Error;
use page::{Answer, Path};

use super::store;
use crate::Parts;

/// Larger than any picture that the house draws.
const PICTURE_MAX_BYTES: u64 = 32 * 1024 * 1024;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/blog-pictures/{hash}", Who::Everybody, show).done()
}

async fn show(Shared(parts): Shared<Parts>, Path(hash): Path<String>) -> Answer {
    if !store::shows(&mut parts.database.read().await?, &hash).await? {
        return Err(Error::NotFound.into());
    }
    let bytes = parts.blobs.read(&hash, PICTURE_MAX_BYTES).await.map_err(|_| Error::NotFound)?;
    Ok((headers(&bytes, "public, max-age=86400, immutable"), bytes).into_response())
}

/// All are drawn by the house itself, as PNG or as WebP.
pub(crate) fn headers(bytes: &[u8], caching: &'static str) -> [(axum::http::HeaderName, &'static str); 2] {
    let kind = if bytes.starts_with(b"\x89PNG") { "image/png" } else { "image/webp" };
    [(CONTENT_TYPE, kind), (CACHE_CONTROL, caching)]
}
