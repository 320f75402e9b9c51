//! A request that is sent again with the same `Idempotency-Key` is answered as before and done once.

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use database::Database;
use kernel::ids::PersonId;
use kernel::{Error, Result, limits};
use page::{Asking, Problem};

use crate::store::{self, Kept};

/// What the middleware needs.
#[derive(Clone)]
pub struct Repeated(pub Database);

const KEY_LENGTH_MAX_CHARS: usize = 200;

/// The middleware; behind the gate, and for the API alone: a page may show a secret once, which is not kept.
/// What
/// failed is not kept either: then the same key may try again.
pub async fn once_only(State(Repeated(database)): State<Repeated>, request: Request, next: Next) -> Response {
    if !request.uri().path().starts_with("/api/v1/") {
        return next.run(request).await;
    }
    let key = request.headers().get("idempotency-key").and_then(|it| it.to_str().ok()).map(str::to_owned);
    let person = request.extensions().get::<Asking>().map(|it| it.person.id);
    let (Some(key), Some(person), &Method::POST) = (key, person, request.method()) else {
        return next.run(request).await;
    };
    if key.is_empty() || key.len() > KEY_LENGTH_MAX_CHARS || person == PersonId::NOBODY {
        return Problem(Error::invalid("Idempotency-Key", "api-key-wrong")).into_response();
    }
    let place = request.uri().path().to_owned();
    match begin(&database, person, &key, &place).await {
        Ok(None) => finish(&database, person, &key, &place, next.run(request).await).await,
        Ok(Some(kept)) => again(&kept, &place),
        Err(error) => Problem(error).into_response(),
    }
}

async fn begin(database: &Database, person: PersonId, key: &str, place: &str) -> Result<Option<Kept>> {
    let mut tx = database.begin().await?;
    let oldest = tx.at().minus(limits::IDEMPOTENCY_MAX);
    let first = store::begin(&mut tx, person, key, place, oldest).await?;
    let kept = if first { None } else { store::find(&mut tx, person, key).await? };
    tx.commit().await?;
    Ok(kept)
}

fn again(kept: &Kept, place: &str) -> Response {
    if kept.request != place {
        return Problem(Error::invalid("Idempotency-Key", "api-key-reused")).into_response();
    }
    let (Some(status), Some(body)) = (kept.status, &kept.body) else {
        return Problem(Error::conflict("api-still-running")).into_response();
    };
    let status = u16::try_from(status).ok().and_then(|it| StatusCode::from_u16(it).ok());
    let kind = kept.kind.as_deref().and_then(|it| HeaderValue::from_str(it).ok());
    let kind = kind.unwrap_or_else(|| HeaderValue::from_static("application/json"));
    (status.unwrap_or(StatusCode::OK), [(CONTENT_TYPE, kind)], body.clone()).into_response()
}

async fn finish(
    database: &Database,
    person: PersonId,
    key: &str,
    place: &str,
    response: Response,
) -> Response {
    let status = response.status();
    if !status.is_success() {
        let _key_stays_taken_for_a_day = release(database, person, key).await;
        return response;
    }
    let (parts, body) = response.into_parts();
    let bytes = match to_bytes(body, limits::IDEMPOTENCY_ANSWER_MAX_BYTES).await {
        Ok(bytes) => bytes,
        Err(error) => return Problem(Error::unexpected(error)).into_response(),
    };
    let kind = parts.headers.get(CONTENT_TYPE).and_then(|it| it.to_str().ok()).map(str::to_owned);
    let kept = Kept {
        request: place.to_owned(),
        status: Some(i64::from(status.as_u16())),
        kind,
        body: Some(String::from_utf8_lossy(&bytes).into_owned()),
    };
    if let Err(error) = keep(database, person, key, &kept).await {
        tracing::warn!(?error, "an answer could not be kept for a repeated request");
    }
    Response::from_parts(parts, Body::from(bytes))
}

async fn keep(database: &Database, person: PersonId, key: &str, kept: &Kept) -> Result<()> {
    let mut tx = database.begin().await?;
    store::finish(&mut tx, person, key, kept).await?;
    tx.commit().await
}

async fn release(database: &Database, person: PersonId, key: &str) -> Result<()> {
    let mut tx = database.begin().await?;
    store::forget(&mut tx, person, key).await?;
    tx.commit().await
}
