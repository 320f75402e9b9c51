//! Somebody is done with what waits for her, or wants to be reminded later.

use database::Database;
use kernel::Result;
use kernel::clock::Time;
use kernel::ids::{PersonId, ThingId};

use super::store;

/// Until then it does not wait; `None` for never again. May be repeated. Whether she may know of it is asked
/// where it is shown: here nothing is told of it.
pub(super) async fn set_aside(
    database: &Database,
    person: PersonId,
    object: &ThingId,
    until: Option<Time>,
) -> Result<()> {
    let mut tx = database.begin().await?;
    store::put(&mut tx, person, object, until).await?;
    tx.commit().await
}
