//! Rounds for programs, and for the games.

use axum::extract::State;
use axum::http::StatusCode;
use feature::games::{Deal, Given, Verdict};
use feature::{Routes, Who};
use kernel::{Error, ids::Uuid};
use page::{Answer, Path, SignedIn};
use serde::Deserialize;

use super::{answer, deal, offer, store};
use crate::Parts;
use crate::authoring::trial;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .post("/api/v1/rounds", Who::Oneself, begin)
        .get("/api/v1/rounds/{id}", Who::Oneself, show)
        .post("/api/v1/rounds/{id}/answers", Who::Oneself, give)
        .done()
}

#[derive(Deserialize)]
struct Wanted {
    chapter_id: String,
    language: Option<String>,
}

async fn begin(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    api::Json(wanted): api::Json<Wanted>,
) -> Answer<(StatusCode, api::Json<Deal>)> {
    let locale = wanted.language.as_deref().and_then(kernel::Locale::parse).unwrap_or(asking.locale);
    let chapter: Uuid = wanted.chapter_id.parse().map_err(|_| Error::NotFound)?;
    let round = deal::deal(&parts, &asking.person, chapter, locale).await?;
    let mut reader = parts.database.read().await?;
    let round = store::find(&mut reader, asking.person.id.uuid(), round).await?.ok_or(Error::NotFound)?;
    Ok((StatusCode::CREATED, api::Json(offer::offer(&mut reader, &round, locale).await?)))
}

async fn show(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
) -> Answer<api::Json<Deal>> {
    let mut reader = parts.database.read().await?;
    let deal = match store::find(&mut reader, asking.person.id.uuid(), id).await? {
        Some(round) => offer::offer(&mut reader, &round, asking.locale).await?,
        None => trial::dealt(&mut reader, &asking.person, id).await?,
    };
    Ok(api::Json(deal))
}

async fn give(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    api::Json(given): api::Json<Given>,
) -> Answer<api::Json<Verdict>> {
    Ok(api::Json(answer::answer(&parts, &asking.person, id, &given, asking.locale).await?))
}
