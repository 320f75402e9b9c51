//! What owners and members do on the page of members: forms that lead back to it.

use access::Level;
use axum::extract::State;
use feature::{Routes, Who};
use kernel::Error;
use kernel::ids::Uuid;
use page::{Answer, Colleague, Form, Path, SignedIn, see_other, toast};
use serde::Deserialize;

use super::admit::{Whom, admit};
use super::dismiss::dismiss;
use super::web::again;
use crate::Parts;
use crate::fault::Fault;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .post("/spaces/{id}/members", Who::Owners, admit_member)
        .post("/spaces/{id}/members/{person}/remove", Who::Owners, dismiss_member)
        .post("/spaces/{id}/join", Who::Colleagues, join)
        .post("/spaces/{id}/leave", Who::Oneself, leave)
        .done()
}

#[derive(Deserialize)]
struct Sent {
    person: Uuid,
    #[serde(default)]
    level: String,
    /// She is a member already, and only her level changes.
    #[serde(default)]
    changes: String,
}

async fn admit_member(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Form(sent): Form<Sent>,
) -> Answer {
    let (whom, level) = (Whom::Id(sent.person), Level::parse(&sent.level)?);
    match admit(&parts.database, &asking.person, id.into(), &whom, level).await {
        Ok(person) => {
            let key = if sent.changes.is_empty() { "spaces-admitted" } else { "spaces-level-changed" };
            let said = asking.voice().t1(key, "name", &person.name);
            Ok(toast(see_other(&format!("/spaces/{id}/members")), &said))
        }
        Err(error) => refused(&parts, &asking, id, error).await,
    }
}

async fn dismiss_member(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path((id, person)): Path<(Uuid, Uuid)>,
) -> Answer {
    match dismiss(&parts.database, &asking.person, id.into(), person.into()).await {
        Ok(()) => {
            let said = asking.voice().t("spaces-dismissed");
            Ok(toast(see_other(&format!("/spaces/{id}/members")), &said))
        }
        Err(error) => refused(&parts, &asking, id, error).await,
    }
}

async fn join(State(parts): State<Parts>, Colleague(asking): Colleague, Path(id): Path<Uuid>) -> Answer {
    let oneself = Whom::Id(asking.person.id.uuid());
    admit(&parts.database, &asking.person, id.into(), &oneself, Level::Writer).await?;
    Ok(toast(see_other(&format!("/spaces/{id}")), &asking.voice().t("spaces-joined")))
}

async fn leave(State(parts): State<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    match dismiss(&parts.database, &asking.person, id.into(), asking.person.id).await {
        Ok(()) => Ok(toast(see_other("/spaces"), &asking.voice().t("spaces-left"))),
        Err(error) => refused(&parts, &asking, id, error).await,
    }
}

/// What a word can explain is said on the page itself.
async fn refused(parts: &Parts, asking: &page::Asking, id: Uuid, error: Error) -> Answer {
    let error = match error {
        Error::Conflict(message) | Error::Invalid { message, .. } => {
            Error::Invalid { field: "members", message }
        }
        other => other,
    };
    let fault = Fault::of(&asking.voice(), error)?;
    Ok(again(parts, asking, id, fault).await?)
}
