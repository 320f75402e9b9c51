//! A writer puts a newer file in the place of the one that is there. Whoever is slower than another loses
//! nothing: her bytes are put aside.

use access::{Person, may};
use blobs::Stored;
use database::Tx;
use kernel::activity::Deed;
use kernel::ids::Uuid;
use kernel::{Error, Result, Words};

use super::store;
use super::version::{File, Note, Version};
use crate::activity::REPLACED;
use crate::documents::condition::Condition;
use crate::documents::document::{Document, DocumentId, Status};
use crate::documents::{receive, store as documents};
use crate::{Parts, aside, place, reading};

/// What came to take the place of the newest version.
pub(crate) struct Coming {
    pub stored: Stored,
    /// `None` keeps the name it has.
    pub file_name: Option<String>,
    pub note: Note,
}

/// Whether she may, asked before the bytes are taken in.
///
/// Errors: as for [`replace`].
pub(crate) async fn may_replace(parts: &Parts, person: &Person, id: DocumentId) -> Result<()> {
    let mut reader = parts.database.read().await?;
    let seen = place::write(&mut reader, person, &id.into()).await?;
    must_be_file(&documents::of(&mut reader, &seen).await?)
}

fn must_be_file(document: &Document) -> Result<()> {
    let words = "documents-page-not-replaced";
    if document.is_page() { Err(Error::invalid("content", words)) } else { Ok(()) }
}

/// Adds a version, and tells it to all who may read the document. The same bytes again without a note change
/// nothing.
///
/// Errors: `NotFound`, `Forbidden`, `Invalid` for a page, `Outdated` if `condition` means an older version.
pub(crate) async fn replace(
    parts: &Parts,
    person: &Person,
    id: DocumentId,
    condition: &Condition,
    coming: Coming,
) -> Result<Document> {
    let (stored, media_type) = {
        let name = coming.file_name.as_deref().unwrap_or_default();
        let kind = receive::media_type(parts, &coming.stored, name).await?;
        (coming.stored, kind)
    };
    let size = i64::try_from(stored.size).map_err(Error::unexpected)?;
    let file_name = coming.file_name.unwrap_or_default();
    let mut file = File { blob: stored.hash, size, media_type, file_name };

    let mut tx = parts.database.begin().await?;
    let seen = place::write(&mut tx, person, &id.into()).await?;
    documents::take_turn(&mut tx, id).await?;
    let document = documents::of(&mut tx, &seen).await?;
    must_be_file(&document)?;
    if file.file_name.is_empty() {
        file.file_name.clone_from(&document.file_name);
    }
    if !condition.allows(&document.etag()) {
        return Err(too_late(tx, person, &document, &file).await?);
    }
    let latest = store::latest(&mut tx, id).await?;
    if latest.file.blob == file.blob && coming.note.as_str().is_empty() {
        return Ok(document);
    }
    let version = latest.next(file.clone(), person.id, tx.at(), coming.note);
    match add(tx, &version, &latest).await {
        Ok(()) => {}
        Err(Error::Conflict(_)) => {
            let mut tx = parts.database.begin().await?;
            let seen = may::read(&mut tx, person, &id.into()).await?;
            let document = documents::of(&mut tx, &seen).await?;
            return Err(too_late(tx, person, &document, &file).await?);
        }
        Err(error) => return Err(error),
    }
    let mut reader = parts.database.read().await?;
    documents::find(&mut reader, id).await
}

async fn add(mut tx: Tx, version: &Version, latest: &Version) -> Result<()> {
    store::insert(&mut tx, version, Status::Pending).await?;
    documents::touch(&mut tx, version.document_id).await?;
    let same_bytes = version.file.blob == latest.file.blob;
    if !same_bytes || !store::copy_reading(&mut tx, latest.id, version.id).await? {
        reading::worker::queue(&mut tx, version.id).await?;
    }
    tx.record(Deed {
        actor: version.author_id,
        verb: REPLACED,
        object: version.id.into(),
        target: Some(version.document_id.into()),
    });
    tx.commit().await
}

/// Puts the bytes aside and answers the error that says where.
async fn too_late(mut tx: Tx, person: &Person, document: &Document, file: &File) -> Result<Error> {
    let name = store::author_of(&mut tx, Uuid::into(document.author_id)).await?;
    let kept = aside::keep::put(&mut tx, person, document, file).await?;
    tx.commit().await?;
    let message = match name.is_empty() {
        true => Words::new("documents-outdated-nameless"),
        false => Words::new("documents-outdated").with("name", name),
    };
    Ok(Error::Outdated { message, kept: Some(kept) })
}
