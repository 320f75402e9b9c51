//! A member leaves, or an owner takes her out. What she has open there ends within seconds.

use access::{Person, spaces};
use database::Database;
use kernel::Result;
use kernel::ids::{PersonId, SpaceId};

/// Errors: `NotFound`, `Forbidden`, and `Conflict` if nobody would own it any more.
pub(crate) async fn dismiss(
    database: &Database,
    by: &Person,
    space: SpaceId,
    member: PersonId,
) -> Result<()> {
    let mut tx = database.begin().await?;
    spaces::dismiss(&mut tx, by, space, member).await?;
    tx.commit().await
}
