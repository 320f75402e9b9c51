//! An owner closes a space that is not needed any more, and opens it again if it is.

use access::{Person, spaces};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use database::Database;
use feature::{Routes, Who};
use kernel::Result;
use kernel::ids::{SpaceId, Uuid};
use page::{Answer, Path, SignedIn, see_other, toast};

use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .post("/spaces/{id}/close", Who::Owners, close_space)
        .post("/spaces/{id}/reopen", Who::SignedIn, reopen_space)
        .delete("/api/v1/spaces/{id}", Who::Owners, delete)
        .post("/api/v1/spaces/{id}/reopen", Who::SignedIn, post_reopen)
        .done()
}

/// Errors: `NotFound`, `Forbidden` unless she owns it.
pub(crate) async fn close(database: &Database, person: &Person, space: SpaceId) -> Result<()> {
    let mut tx = database.begin().await?;
    spaces::close(&mut tx, person, space).await?;
    tx.commit().await
}

/// Errors: `NotFound` unless she was an owner of a space that is closed.
pub(crate) async fn reopen(database: &Database, person: &Person, space: SpaceId) -> Result<()> {
    let mut tx = database.begin().await?;
    spaces::reopen(&mut tx, person, space).await?;
    tx.commit().await
}

async fn close_space(State(parts): State<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    close(&parts.database, &asking.person, id.into()).await?;
    Ok(toast(see_other("/spaces"), &asking.voice().t("spaces-closed")))
}

async fn reopen_space(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
) -> Answer {
    reopen(&parts.database, &asking.person, id.into()).await?;
    Ok(toast(see_other(&format!("/spaces/{id}")), &asking.voice().t("spaces-reopened")))
}

async fn delete(State(parts): State<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    close(&parts.database, &asking.person, id.into()).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn post_reopen(State(parts): State<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    reopen(&parts.database, &asking.person, id.into()).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
