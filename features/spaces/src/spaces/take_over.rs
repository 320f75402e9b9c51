//! An admin takes over a space that nobody owns any more, so that somebody can look after it again.

use access::Person;
use axum::extract::State;
use database::Database;
use feature::{Routes, Who};
use kernel::activity::Deed;
use kernel::ids::{SpaceId, Uuid};
use kernel::{Error, Result};
use page::{Answer, Path, SignedIn, see_other, toast};

use crate::Parts;
use crate::activity::TOOK_OVER;
use crate::members::store;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).post("/spaces/{id}/take-over", Who::Admins, take_over_space).done()
}

/// Its members are told. Errors: `Forbidden` unless `admin` is one, `NotFound` for a space that has an owner
/// who can be asked: of that an admin knows no more than anybody else.
pub(crate) async fn take_over(database: &Database, admin: &Person, space: SpaceId) -> Result<()> {
    admin.must_be_admin()?;
    let mut tx = database.begin().await?;
    if !store::is_ownerless(&mut tx, space.uuid()).await? {
        return Err(Error::NotFound);
    }
    store::put_owner(&mut tx, space, admin.id).await?;
    tx.record(Deed { actor: admin.id, verb: TOOK_OVER, object: space.into(), target: None });
    tx.commit().await
}

async fn take_over_space(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
) -> Answer {
    take_over(&parts.database, &asking.person, id.into()).await?;
    let said = asking.voice().t("spaces-taken-over");
    Ok(toast(see_other(&format!("/spaces/{id}/members")), &said))
}
