//! A writer says what is new in a version, in one line. Hers or another's: who knows, notes it.

use access::Person;
use kernel::Result;
use kernel::activity::Deed;

use super::store;
use super::version::Note;
use crate::activity::NOTED;
use crate::documents::document::DocumentId;
use crate::{Parts, place};

/// Errors: `NotFound`, also for a version that is not there; `Forbidden`.
pub(crate) async fn note(
    parts: &Parts,
    person: &Person,
    document: DocumentId,
    number: i64,
    note: &Note,
) -> Result<()> {
    let mut tx = parts.database.begin().await?;
    let seen = place::write(&mut tx, person, &document.into()).await?;
    let version = store::find(&mut tx, &seen, number).await?;
    if version.note == *note {
        return Ok(());
    }
    store::note(&mut tx, version.id, note).await?;
    let object = version.id.into();
    tx.record(Deed { actor: person.id, verb: NOTED, object, target: Some(seen.thing()) });
    tx.commit().await
}
