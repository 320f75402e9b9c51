//! Somebody chooses, or chooses anew.

use access::Person;
use database::Database;
use kernel::activity::Deed;
use kernel::ids::{PersonId, Uuid};
use kernel::{Error, Result};

use super::store;
use crate::activity::VOTED;
use crate::posts::find;

/// Replaces what she chose before; nothing chosen takes it back. Whoever reads the post and is somebody may.
///
/// Errors: `NotFound`, also for a post without a poll; `Conflict` when it is over; `Invalid` on `option_ids`.
pub(crate) async fn vote(
    database: &Database,
    person: &Person,
    post: Uuid,
    option_ids: &[Uuid],
) -> Result<()> {
    let mut tx = database.begin().await?;
    let (found, _) = find::read(&mut tx, person, post).await?;
    let poll = store::of(&mut tx, person, &[post]).await?.remove(&post);
    let poll = poll.filter(|_| !found.waits()).ok_or(Error::NotFound)?;
    let chosen = poll.choose(option_ids, tx.at())?;
    store::replace(&mut tx, post, person.id, &chosen).await?;
    let object = found.thing().into();
    tx.record(Deed { actor: PersonId::NOBODY, verb: VOTED, object, target: None });
    tx.commit().await
}
