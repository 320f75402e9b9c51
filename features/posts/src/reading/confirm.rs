//! Somebody says that she has read an announcement.

use access::Person;
use database::Database;
use kernel::activity::Deed;
use kernel::ids::{PersonId, Uuid};
use kernel::{Error, Result};

use super::store;
use crate::activity::CONFIRMED;
use crate::posts::find;

/// May be repeated.
///
/// Errors: `NotFound`, `Invalid` on the field `kind` for what is no announcement.
pub(crate) async fn confirm(database: &Database, person: &Person, post: Uuid) -> Result<()> {
    let mut tx = database.begin().await?;
    let (found, _) = find::read(&mut tx, person, post).await?;
    if !found.is_announcement() || found.waits() {
        return Err(Error::invalid("kind", "posts-no-announcement"));
    }
    if store::confirm(&mut tx, post, person.id).await? {
        let object = found.thing().into();
        tx.record(Deed { actor: PersonId::NOBODY, verb: CONFIRMED, object, target: None });
    }
    tx.commit().await
}
