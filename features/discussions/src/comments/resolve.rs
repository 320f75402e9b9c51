//! What was asked or noted is settled, or is not settled after all.

use access::{Person, may};
use database::Database;
use kernel::activity::Deed;
use kernel::ids::Uuid;
use kernel::{Error, Result};

use super::comment::CommentId;
use super::store;
use crate::activity::{REOPENED, RESOLVED};

/// By whoever writes there; a question waits no longer. May be repeated.
///
/// Errors: `NotFound` if the person may not see the thing, `Forbidden` if she may only read.
pub(crate) async fn resolve(database: &Database, person: &Person, id: Uuid) -> Result<()> {
    let mut tx = database.begin().await?;
    let comment = store::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let thing = may::write(&mut tx, person, &comment.about()).await?;
    if comment.resolved_at.is_some() {
        return Ok(());
    }
    let at = tx.at().micros();
    store::update_resolved(&mut tx, id, Some(at)).await?;
    let (object, target) = (CommentId::from(id).into(), Some(thing.thing()));
    tx.record(Deed { actor: person.id, verb: RESOLVED, object, target });
    tx.commit().await
}

/// Errors: as [`resolve`].
pub(crate) async fn reopen(database: &Database, person: &Person, id: Uuid) -> Result<()> {
    let mut tx = database.begin().await?;
    let comment = store::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let thing = may::write(&mut tx, person, &comment.about()).await?;
    if comment.resolved_at.is_none() {
        return Ok(());
    }
    store::update_resolved(&mut tx, id, None).await?;
    let (object, target) = (CommentId::from(id).into(), Some(thing.thing()));
    tx.record(Deed { actor: person.id, verb: REOPENED, object, target });
    tx.commit().await
}
