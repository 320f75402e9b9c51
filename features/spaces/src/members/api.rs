//! Members for programs.

use access::{Level, Named};
use api::{List, Listing, PersonJson};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Result};
use page::{Answer, Anyone, Path, Query, SignedIn};
use serde::{Deserialize, Serialize};

use super::admit::{Whom, admit};
use super::dismiss::dismiss;
use super::store;
use crate::Parts;
use crate::seen::seen;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/api/v1/spaces/{id}/members", Who::Readers, list)
        .post("/api/v1/spaces/{id}/members", Who::Owners, admit_member)
        .delete("/api/v1/spaces/{id}/members/{person}", Who::Owners, dismiss_member)
        .done()
}

/// The person, once as everywhere and once flat.
#[derive(Serialize)]
struct MemberJson {
    #[serde(flatten)]
    flat: PersonJson,
    person: PersonJson,
    role: &'static str,
}

impl MemberJson {
    fn of(person: &Named, level: Level) -> Self {
        Self { flat: person.into(), person: person.into(), role: level.code() }
    }
}

async fn list(
    State(parts): State<Parts>,
    Anyone(asking): Anyone,
    Path(id): Path<Uuid>,
    Query(listing): Query<Listing>,
) -> Answer {
    let mut reader = parts.database.read().await?;
    let space = seen(&mut reader, &asking, id).await?;
    let (limit, after) = (listing.limit()?, listing.after::<Uuid>()?.unwrap_or_default());
    let found = store::after(&mut reader, &asking.person, &space, after, limit + 1).await?;
    let found = found.iter().map(|it| MemberJson::of(&it.person, it.level)).collect();
    Ok(api::Json(List::cut(found, limit, |it| it.person.id.to_string())).into_response())
}

#[derive(Deserialize)]
struct Sent {
    person_id: Option<String>,
    email: Option<String>,
    role: Option<String>,
}

impl Sent {
    fn whom(&self) -> Result<Whom> {
        match (&self.person_id, &self.email) {
            (Some(id), _) => {
                let unknown = |_| Error::invalid("person_id", "spaces-person-unknown");
                Ok(Whom::Id(id.parse().map_err(unknown)?))
            }
            (None, Some(email)) => Ok(Whom::Email(email.clone())),
            (None, None) => Err(Error::invalid("person_id", "spaces-person-missing")),
        }
    }
}

async fn admit_member(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    api::Json(sent): api::Json<Sent>,
) -> Answer {
    // Before anything is said about the fields: what she may not know of does not exist.
    seen(&mut parts.database.read().await?, &asking, id).await?;
    let (whom, level) = (sent.whom()?, Level::parse(sent.role.as_deref().unwrap_or_default())?);
    let person = admit(&parts.database, &asking.person, id.into(), &whom, level).await?;
    let json = MemberJson::of(&person.named(), level);
    Ok((StatusCode::CREATED, api::Json(json)).into_response())
}

async fn dismiss_member(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path((id, person)): Path<(Uuid, Uuid)>,
) -> Answer {
    dismiss(&parts.database, &asking.person, id.into(), person.into()).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
