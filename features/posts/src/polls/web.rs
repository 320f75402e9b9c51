//! Votes, for pages and programs.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Result};
use page::{Answer, Asking, Form, Html, Path, Query, SignedIn, is_framed, see_other};
use serde::Deserialize;

use super::vote::vote;
use crate::Parts;
use crate::posts::api::answer;
use crate::posts::{drawn, find};

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/posts/{id}/poll", Who::Readers, show)
        .post("/posts/{id}/votes", Who::Readers, vote_on_the_page)
        .post("/api/v1/posts/{id}/votes", Who::Readers, vote_by_a_program)
        .done()
}

#[derive(Deserialize)]
struct Wish {
    /// Not empty for who wants to choose anew.
    #[serde(default)]
    again: String,
}

async fn show(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    headers: HeaderMap,
    Query(wish): Query<Wish>,
) -> Answer {
    if !is_framed(&headers) && wish.again.is_empty() {
        return Ok(see_other(&format!("/posts/{id}")));
    }
    frame(&parts, &asking, id, !wish.again.is_empty(), String::new()).await
}

/// A form sends the same name once for each that was chosen, which no struct can take.
type Sent = Vec<(String, String)>;

async fn vote_on_the_page(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Answer {
    let unknown = |_| Error::invalid("option_ids", "posts-poll-unknown");
    let chosen = sent.iter().filter(|(name, _)| name == "option_ids").map(|(_, id)| id.parse::<Uuid>());
    let chosen: Result<Vec<Uuid>> = chosen.map(|it| it.map_err(unknown)).collect();
    let voted = match chosen {
        Ok(chosen) => vote(&parts.database, &asking.person, id, &chosen).await,
        Err(error) => Err(error),
    };
    match voted {
        Ok(()) if is_framed(&headers) => frame(&parts, &asking, id, false, String::new()).await,
        Ok(()) => Ok(see_other(&format!("/posts/{id}"))),
        Err(Error::Invalid { message, .. } | Error::Conflict(message)) if is_framed(&headers) => {
            let fault = asking.voice().say(&message);
            let frame = frame(&parts, &asking, id, true, fault).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, frame).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// The poll alone.
async fn frame(parts: &Parts, asking: &Asking, id: Uuid, again: bool, fault: String) -> Answer<Response> {
    let mut reader = parts.database.read().await?;
    find::read(&mut reader, &asking.person, id).await?;
    let shown = drawn::one(&mut reader, &asking.voice(), &asking.person, id).await?;
    let mut ballot = shown.and_then(|it| it.poll).ok_or(Error::NotFound)?;
    (ballot.again, ballot.fault) = (again, fault);
    Ok(Html(ballot).into_response())
}

#[derive(Deserialize)]
struct Voted {
    option_ids: Vec<Uuid>,
}

async fn vote_by_a_program(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    api::Json(voted): api::Json<Voted>,
) -> Answer<Response> {
    vote(&parts.database, &asking.person, id, &voted.option_ids).await?;
    answer(&mut parts.database.read().await?, &asking, id).await
}
