//! The author takes back what she said, or an owner of the space removes it. What others answered stays.

use access::{Person, may};
use database::Database;
use kernel::activity::Deed;
use kernel::ids::Uuid;
use kernel::{Error, Result};

use super::comment::CommentId;
use super::store;
use crate::activity::REMOVED;
use crate::reactions;

/// May be repeated.
///
/// Errors: `NotFound` if the person may not see the thing, `Forbidden` if she neither wrote it nor owns the
/// space.
pub(crate) async fn remove(database: &Database, person: &Person, id: Uuid) -> Result<()> {
    let mut tx = database.begin().await?;
    let comment = store::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let thing = may::read(&mut tx, person, &comment.about()).await?;
    if !thing.level.owns() {
        comment.must_be_by(person)?;
    }
    if comment.is_removed() {
        return Ok(());
    }
    store::empty(&mut tx, id).await?;
    let object = CommentId::from(id).into();
    reactions::store::forget(&mut tx, &object).await?;
    tx.record(Deed { actor: person.id, verb: REMOVED, object, target: Some(thing.thing()) });
    tx.commit().await
}
