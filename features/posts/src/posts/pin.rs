//! An owner of the space keeps a post at the side of it, and takes it off again.

use access::{Person, may};
use database::Database;
use kernel::Result;
use kernel::activity::{Deed, Verb};
use kernel::ids::Uuid;

use super::post::PostId;
use super::store;
use crate::activity::{PINNED, UNPINNED};

/// May be repeated.
///
/// Errors: `NotFound`, `Forbidden` for who does not own the space.
pub(crate) async fn pin(database: &Database, person: &Person, id: Uuid) -> Result<()> {
    change(database, person, id, PINNED).await
}

/// As [`pin`].
pub(crate) async fn unpin(database: &Database, person: &Person, id: Uuid) -> Result<()> {
    change(database, person, id, UNPINNED).await
}

async fn change(database: &Database, person: &Person, id: Uuid, verb: Verb) -> Result<()> {
    let mut tx = database.begin().await?;
    let thing = PostId::from(id).into();
    may::own(&mut tx, person, &thing).await?;
    let since = (verb == PINNED).then(|| tx.at().micros());
    if !store::pin(&mut tx, id, since).await? {
        return Ok(());
    }
    tx.record(Deed { actor: person.id, verb, object: thing, target: None });
    tx.commit().await
}
