//! "I have read it", for pages and programs.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use feature::{Routes, Who};
use kernel::Error;
use kernel::ids::Uuid;
use page::{Answer, Html, Path, SignedIn, is_framed, see_other};

use super::confirm::confirm;
use crate::Parts;
use crate::posts::api::answer;
use crate::posts::drawn;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .post("/posts/{id}/read", Who::Readers, confirm_on_the_page)
        .post("/api/v1/posts/{id}/read", Who::Readers, confirm_by_a_program)
        .done()
}

async fn confirm_on_the_page(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    headers: HeaderMap,
) -> Answer {
    confirm(&parts.database, &asking.person, id).await?;
    if !is_framed(&headers) {
        return Ok(see_other(&format!("/posts/{id}")));
    }
    let mut reader = parts.database.read().await?;
    let shown = drawn::one(&mut reader, &asking.voice(), &asking.person, id).await?;
    let notice = shown.and_then(|it| it.notice).ok_or(Error::NotFound)?;
    Ok(Html(notice).into_response())
}

async fn confirm_by_a_program(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
) -> Answer<Response> {
    confirm(&parts.database, &asking.person, id).await?;
    answer(&mut parts.database.read().await?, &asking, id).await
}
