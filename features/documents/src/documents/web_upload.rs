//! Where somebody comes who wants to upload something, and has not said yet where it shall lie.

use access::may;
use askama::Template;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::handler::Handler;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::{SpaceId, Uuid};
use page::{Answer, Asking, Audience, Html, Query, Shell, SignedIn, Spot, Voice, see_other, with_status};
use serde::{Deserialize, Deserializer};

use super::multipart::{self, Goal};
use super::upload::{self, Coming};
use super::web::fault;
use crate::shelf::store::{self as shelf, Writable};
use crate::{Parts, islands, place};

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/documents/new", Who::SignedIn, show_new)
        .post("/documents", Who::Writers, take.layer(DefaultBodyLimit::disable()))
        .done()
}

#[derive(Deserialize)]
pub(crate) struct Where {
    #[serde(default, deserialize_with = "chosen")]
    pub space: Option<Uuid>,
    #[serde(default, deserialize_with = "chosen")]
    pub folder: Option<Uuid>,
}

/// A field of a form in which nothing was chosen is empty.
fn chosen<'de, D: Deserializer<'de>>(value: D) -> Result<Option<Uuid>, D::Error> {
    let text = Option::<String>::deserialize(value)?.filter(|it| !it.is_empty());
    text.map(|it| it.parse().map_err(serde::de::Error::custom)).transpose()
}

/// The question where it shall lie.
#[derive(Template)]
#[template(path = "shelf/choose.html")]
pub(crate) struct Choose {
    pub v: Voice,
    pub shell: Shell,
    pub heading: String,
    /// The address that the chosen space is put behind.
    pub then: &'static str,
    pub spaces: Vec<Writable>,
}

pub(crate) async fn choose(
    parts: &Parts,
    asking: &Asking,
    heading: &str,
    then: &'static str,
) -> kernel::Result<Choose> {
    let v = asking.voice();
    let mut reader = parts.database.read().await?;
    let spaces = shelf::writable(&mut reader, &asking.person).await?;
    let shell = Shell::load(&mut reader, asking, Spot::Documents).await?;
    Ok(Choose { heading: v.t(heading), v, shell, then, spaces })
}

#[derive(Template)]
#[template(path = "documents/new.html")]
struct New {
    v: Voice,
    shell: Shell,
    space: Uuid,
    space_title: String,
    folder: String,
    audience: Audience,
    texts: String,
    fault: String,
}

async fn form(parts: &Parts, asking: &Asking, space: Uuid, folder: Option<Uuid>) -> kernel::Result<New> {
    let v = asking.voice();
    let mut reader = parts.database.read().await?;
    let seen = place::write(&mut reader, &asking.person, &SpaceId::from(space).into()).await?;
    let audience = Audience::of(&mut reader, &v, &seen).await?;
    let shell = Shell::load(&mut reader, asking, Spot::Space(space)).await?;
    Ok(New {
        texts: islands::upload(&v),
        v,
        shell,
        space,
        space_title: seen.title,
        folder: folder.map(|it| it.to_string()).unwrap_or_default(),
        audience,
        fault: String::new(),
    })
}

async fn show_new(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Query(place): Query<Where>,
) -> Answer {
    let Some(space) = place.space else {
        let page = choose(&parts, &asking, "documents-upload-where", "/documents/new").await?;
        return Ok(Html(page).into_response());
    };
    Ok(Html(form(&parts, &asking, space, place.folder).await?).into_response())
}

/// The form of a browser without scripts.
async fn take(State(parts): State<Parts>, SignedIn(asking): SignedIn, request: Request) -> Answer {
    let sent = multipart::read(&parts, &asking.person, Goal::NewDocument, request).await?;
    let space: Option<Uuid> = sent.get("space_id").and_then(|it| it.parse().ok());
    let folder: Option<Uuid> = sent.get("folder_id").and_then(|it| it.parse().ok());
    let uploaded = match Coming::of(sent) {
        Ok(coming) => upload::upload(&parts, &asking.person, coming).await,
        Err(error) => Err(error),
    };
    match (uploaded, space) {
        (Ok(document), _) => Ok(see_other(&document.url())),
        (Err(error), Some(space)) => {
            let mut reader = parts.database.read().await?;
            may::read(&mut reader, &asking.person, &SpaceId::from(space).into()).await?;
            drop(reader);
            let (_, fault) = fault(&asking.voice(), error)?;
            let page = form(&parts, &asking, space, folder).await?;
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, New { fault, ..page }))
        }
        (Err(error), None) => Err(error.into()),
    }
}
