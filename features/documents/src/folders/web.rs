//! The forms about folders; they stand on the shelf and lead back to it.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use feature::{Routes, Who};
use kernel::Error;
use kernel::ids::{SpaceId, Uuid};
use page::{Answer, Form, Path, SignedIn, see_other};
use serde::Deserialize;

use super::{change, make};
use crate::Parts;
use crate::documents::web::fault;
use crate::shelf::web::answer;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .post("/documents/folders", Who::Writers, make_one)
        .post("/documents/folders/{id}/rename", Who::Writers, rename)
        .post("/documents/folders/{id}/remove", Who::Writers, remove)
        .done()
}

fn place(space: Uuid, folder: Option<Uuid>) -> Response {
    match folder {
        Some(folder) => see_other(&format!("/documents/in?space={space}&folder={folder}")),
        None => see_other(&format!("/documents/in?space={space}")),
    }
}

#[derive(Deserialize)]
struct Fresh {
    space: Uuid,
    parent: Option<String>,
    name: String,
}

async fn make_one(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    headers: HeaderMap,
    Form(fresh): Form<Fresh>,
) -> Answer<Response> {
    let parent = match fresh.parent.as_deref().filter(|it| !it.is_empty()) {
        Some(parent) => Some(parent.parse::<Uuid>().map_err(|_| Error::NotFound)?),
        None => None,
    };
    let space = SpaceId::from(fresh.space);
    match make::make(&parts, &asking.person, space, parent, &fresh.name).await {
        Ok(_) => Ok(place(fresh.space, parent)),
        Err(error) => {
            let (_, fault) = fault(&asking.voice(), error)?;
            let wrong = Some((fresh.name, fault));
            Ok(answer(&parts, &asking, fresh.space, parent, &headers, wrong).await?)
        }
    }
}

#[derive(Deserialize)]
struct Changed {
    space: Uuid,
    #[serde(default)]
    name: String,
}

async fn rename(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    headers: HeaderMap,
    Form(changed): Form<Changed>,
) -> Answer<Response> {
    match change::rename(&parts, &asking.person, changed.space.into(), id, &changed.name).await {
        Ok(_) => Ok(place(changed.space, Some(id))),
        Err(error) => {
            let (_, fault) = fault(&asking.voice(), error)?;
            let wrong = Some((changed.name, fault));
            Ok(answer(&parts, &asking, changed.space, Some(id), &headers, wrong).await?)
        }
    }
}

async fn remove(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Form(changed): Form<Changed>,
) -> Answer<Response> {
    let folder = change::remove(&parts, &asking.person, changed.space.into(), id).await?;
    Ok(place(changed.space, folder.parent_id))
}
