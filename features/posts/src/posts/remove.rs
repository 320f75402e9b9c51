//! The author takes it back, or an owner of the space removes it. Of what it said nothing is kept.

use access::{Person, Thing};
use database::Database;
use dispatch::jobs;
use kernel::Result;
use kernel::activity::Deed;
use kernel::ids::Uuid;

use super::due::JOB;
use super::{find, store};
use crate::activity::REMOVED;

/// Errors: `NotFound`, also for one that is gone already; `Forbidden` if the person neither wrote it nor owns
/// the space.
pub(crate) async fn remove(database: &Database, person: &Person, id: Uuid) -> Result<()> {
    let mut tx = database.begin().await?;
    let (post, seen) = find::read(&mut tx, person, id).await?;
    post.must_be_removable_by(person, &seen)?;
    store::empty(&mut tx, id).await?;
    if post.waits() {
        jobs::cancel(&mut tx, JOB, &id.to_string()).await?;
        return tx.commit().await;
    }
    let thing = post.thing().into();
    Thing::remove(&mut tx, &thing).await?;
    tx.record(Deed { actor: person.id, verb: REMOVED, object: thing, target: None });
    tx.commit().await
}
