//! Spaces for programs.

use access::Visibility;
use api::{List, Listing};
use axum::extract::State;
use axum::http::header::{ETAG, IF_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use page::{Answer, Anyone, Path, Query, SignedIn};
use serde::{Deserialize, Serialize};

use super::change::change;
use super::open::open;
use super::space::{Change, Space};
use super::store;
use crate::Parts;
use crate::seen::seen;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/api/v1/spaces", Who::Everybody, list)
        .post("/api/v1/spaces", Who::Colleagues, open_space)
        .get("/api/v1/spaces/{id}", Who::Readers, show)
        .patch("/api/v1/spaces/{id}", Who::Owners, change_space)
        .done()
}

#[derive(Serialize)]
struct SpaceJson {
    id: Uuid,
    name: String,
    visibility: &'static str,
    about: String,
    /// What the asker is in it; null for who is not named.
    role: Option<&'static str>,
    members: i64,
    url: String,
}

impl From<Space> for SpaceJson {
    fn from(space: Space) -> Self {
        Self {
            url: format!("/spaces/{}", space.id),
            id: space.id,
            name: space.title,
            visibility: space.visibility.code(),
            about: space.about,
            role: space.role.map(access::Level::code),
            members: space.members,
        }
    }
}

fn answered(status: StatusCode, space: Space) -> axum::response::Response {
    (status, [(ETAG, space.etag())], api::Json(SpaceJson::from(space))).into_response()
}

async fn list(State(parts): State<Parts>, Anyone(asking): Anyone, Query(listing): Query<Listing>) -> Answer {
    let (limit, after) = (listing.limit()?, listing.after::<Uuid>()?.unwrap_or_default());
    let mut reader = parts.database.read().await?;
    let found = store::after(&mut reader, &asking.person, after, limit + 1).await?;
    let found = found.into_iter().map(SpaceJson::from).collect();
    Ok(api::Json(List::cut(found, limit, |it| it.id.to_string())).into_response())
}

#[derive(Deserialize)]
struct Sent {
    name: Option<String>,
    visibility: Option<String>,
    about: Option<String>,
}

async fn open_space(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    api::Json(sent): api::Json<Sent>,
) -> Answer {
    let (name, visibility) = (sent.name.unwrap_or_default(), sent.visibility.unwrap_or_default());
    let about = sent.about.unwrap_or_default();
    let opened = open(&parts.database, &asking.person, &name, &visibility, &about).await?;
    Ok(answered(StatusCode::CREATED, opened))
}

async fn show(State(parts): State<Parts>, Anyone(asking): Anyone, Path(id): Path<Uuid>) -> Answer {
    let mut reader = parts.database.read().await?;
    seen(&mut reader, &asking, id).await?;
    Ok(answered(StatusCode::OK, store::find(&mut reader, &asking.person, id).await?))
}

async fn change_space(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    headers: HeaderMap,
    api::Json(sent): api::Json<Sent>,
) -> Answer {
    let expected = headers.get(IF_MATCH).and_then(|it| it.to_str().ok());
    // Before anything is said about the fields: what she may not know of does not exist.
    seen(&mut parts.database.read().await?, &asking, id).await?;
    let visibility = sent.visibility.as_deref().map(Visibility::parse).transpose()?;
    let wanted = Change { name: sent.name, visibility, about: sent.about };
    let changed = change(&parts.database, &asking.person, id.into(), &wanted, expected).await?;
    Ok(answered(StatusCode::OK, changed))
}
