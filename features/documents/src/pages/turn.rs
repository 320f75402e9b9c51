//! A file becomes a page, to be written on together. The file stays where it is, and the page knows it.

use access::{Person, may};
use convert::{Failure, Imported, Loss};
use kernel::{Error, Result, limits};

use super::make::{self, Wanted};
use crate::Parts;
use crate::activity::TURNED;
use crate::documents::document::{Document, DocumentId};
use crate::documents::{name, store};
use crate::versions::store as versions;

/// How the file would read as a page, and what of it would be lost; nothing is changed.
///
/// Errors: `NotFound`, `NotAccepted` for a kind that cannot become a page, `Invalid` for a broken file,
/// `Busy`.
pub(crate) async fn look(parts: &Parts, person: &Person, id: DocumentId) -> Result<(Document, Imported)> {
    let mut reader = parts.database.read().await?;
    let seen = may::read(&mut reader, person, &id.into()).await?;
    let document = store::of(&mut reader, &seen).await?;
    if document.is_page() {
        return Err(Error::NotAccepted("documents-is-a-page".into()));
    }
    let file = versions::latest(&mut reader, id).await?.file;
    drop(reader);
    let path = parts.blobs.path(&file.blob).ok_or(Error::NotFound)?;
    let imported = parts.converter.to_page(&path, &file.media_type, &file.file_name).await;
    Ok((document, imported.map_err(refused)?))
}

/// Errors: as for [`look`], and `Forbidden`.
pub(crate) async fn turn(parts: &Parts, person: &Person, id: DocumentId) -> Result<(Document, Vec<Loss>)> {
    let mut reader = parts.database.read().await?;
    crate::place::write(&mut reader, person, &id.into()).await?;
    drop(reader);
    let (file, Imported { doc, losses }) = look(parts, person, id).await?;
    let wanted = Wanted {
        space: file.space(),
        folder: file.folder_id,
        title: name::stem(&file.title),
        made_of: Some(&file),
        verb: TURNED,
    };
    let page = make::begin(parts, person, &wanted, &doc).await?;
    Ok((page, losses))
}

fn refused(failure: Failure) -> Error {
    match failure {
        Failure::Unsupported => Error::NotAccepted("documents-cannot-be-a-page".into()),
        Failure::Protected => Error::invalid("file", "documents-is-locked"),
        Failure::TooLarge | Failure::TooSlow => Error::TooLarge("documents-too-much-for-a-page".into()),
        Failure::Broken => Error::invalid("file", "documents-is-broken"),
        Failure::Busy => Error::Busy { retry_after: limits::BUSY_RETRY_AFTER },
        Failure::Unexpected => Error::unexpected(failure),
    }
}
