//! A writer lays a document into the bin, and takes it out again.

use access::{Person, Thing};
use dispatch::jobs;
use kernel::activity::Deed;
use kernel::{Result, limits};

use super::empty;
use crate::activity::{REMOVED, UNDELETED};
use crate::documents::document::{Document, DocumentId};
use crate::documents::store;
use crate::folders::store as folders;
use crate::{Parts, place};

/// From now on nobody reads it, nor what was said about it; after [`limits::BIN_MAX`] it is emptied.
///
/// Errors: `NotFound`, `Forbidden`.
pub(crate) async fn remove(parts: &Parts, person: &Person, id: DocumentId) -> Result<Document> {
    let mut tx = parts.database.begin().await?;
    let seen = place::write(&mut tx, person, &id.into()).await?;
    let document = store::of(&mut tx, &seen).await?;
    Thing::remove(&mut tx, &id.into()).await?;
    let due = tx.at().plus(limits::BIN_MAX);
    jobs::queue(&mut tx, empty::KIND, &id.uuid().to_string(), "", due).await?;
    tx.record(Deed { actor: person.id, verb: REMOVED, object: id.into(), target: None });
    tx.commit().await?;
    Ok(document)
}

/// It lies where it lay, or at the top of the space if that folder is gone. May be repeated.
///
/// Errors: `NotFound` also for what was emptied, `Forbidden`.
pub(crate) async fn undelete(parts: &Parts, person: &Person, id: DocumentId) -> Result<Document> {
    let mut tx = parts.database.begin().await?;
    let document = store::find(&mut tx, id).await?;
    place::write(&mut tx, person, &document.space().into()).await?;
    if document.removed_at.is_none() {
        return Ok(document);
    }
    if let Some(folder) = document.folder_id
        && folders::find(&mut tx, document.space(), folder).await?.is_none()
    {
        store::put_into(&mut tx, id, None).await?;
    }
    Thing::restore(&mut tx, &id.into()).await?;
    jobs::cancel(&mut tx, empty::KIND, &id.uuid().to_string()).await?;
    tx.record(Deed { actor: person.id, verb: UNDELETED, object: id.into(), target: None });
    tx.commit().await?;
    store::find(&mut parts.database.read().await?, id).await
}
