//! Pages, for programs.

use api::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::ETAG;
use axum::response::{IntoResponse, Response};
use feature::{Routes, Who};
use kernel::Error;
use kernel::ids::{SpaceId, Uuid};
use page::{Answer, Anyone, Path, Query, SignedIn};
use serde::{Deserialize, Serialize};

use super::export::{self, Form};
use super::make::{self, Wanted};
use super::turn;
use crate::Parts;
use crate::activity::MADE;
use crate::documents::api::{DocumentJson, answer};
use crate::documents::serve;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .post("/api/v1/pages", Who::Writers, begin)
        .post("/api/v1/documents/{id}/page", Who::Writers, turn_into_page)
        .get("/api/v1/documents/{id}/export", Who::Readers, take_along)
        .get("/documents/{id}/export", Who::Readers, take_along)
        .done()
}

#[derive(Deserialize)]
struct Fresh {
    space_id: String,
    title: String,
    markdown: Option<String>,
    folder_id: Option<String>,
}

async fn begin(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Json(fresh): Json<Fresh>,
) -> Answer<Response> {
    let id_of = |text: &str| text.parse::<Uuid>().map_err(|_| Error::NotFound);
    let space = SpaceId::from(id_of(&fresh.space_id)?);
    let folder = fresh.folder_id.as_deref().map(id_of).transpose()?;
    let doc = richtext::from_markdown(fresh.markdown.as_deref().unwrap_or_default());
    let wanted = Wanted { space, folder, title: &fresh.title, made_of: None, verb: MADE };
    let page = make::begin(&parts, &asking.person, &wanted, &doc).await?;
    Ok(answer(StatusCode::CREATED, &page))
}

#[derive(Serialize)]
struct Turned {
    #[serde(flatten)]
    page: DocumentJson,
    /// What of the file a page cannot hold.
    losses: Vec<&'static str>,
}

async fn turn_into_page(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
) -> Answer<Response> {
    let (page, losses) = turn::turn(&parts, &asking.person, id.into()).await?;
    let etag = [(ETAG, page.etag())];
    let losses = losses.into_iter().map(convert::Loss::key).collect();
    let turned = Turned { page: DocumentJson::from(&page), losses };
    Ok((StatusCode::CREATED, etag, Json(turned)).into_response())
}

#[derive(Deserialize)]
struct As {
    #[serde(rename = "as")]
    form: Option<String>,
}

async fn take_along(
    State(parts): State<Parts>,
    Anyone(asking): Anyone,
    Path(id): Path<Uuid>,
    Query(wanted): Query<As>,
) -> Answer<Response> {
    let form = Form::parse(wanted.form.as_deref().unwrap_or_default())?;
    let exported = export::export(&parts, &asking.person, id.into(), form, asking.locale).await;
    let (page, bytes) = match exported {
        Err(Error::NotFound) if !asking.person.is_somebody() => return Err(Error::SignedOut.into()),
        other => other?,
    };
    let name = format!("{}.{}", page.title, form.ending());
    Ok(serve::made(bytes, form.media_type(), &name))
}
