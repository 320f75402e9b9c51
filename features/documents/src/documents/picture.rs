//! Pictures of a document: the small one that was made when it was read, and larger ones, drawn when somebody
//! first looks at them. None of them carries what the original says about place and camera.

use convert::{Converter, Failure};
use database::Reads;
use kernel::{Error, Result, limits};

use crate::Parts;
use crate::reading::store;
use crate::versions::version::Version;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Size {
    Small,
    Large,
}

/// The hash of the picture in the blob store.
///
/// Errors: `NotFound` while there is none, and for a page that the document does not have; `Busy`.
pub(crate) async fn find(parts: &Parts, version: &Version, page: u32, size: Size) -> Result<String> {
    let mut reader = parts.database.read().await?;
    if page == 1 && size == Size::Small {
        return store::thumbnail(&mut reader, version.id).await?.ok_or(Error::NotFound);
    }
    if let Some(hash) = drawn(&mut reader, version, page).await? {
        return Ok(hash);
    }
    drop(reader);
    let leaf = (version.id, page);
    let _turn = parts.drawings.turn(leaf).await?;
    if parts.drawings.has_failed(leaf) {
        return Err(Error::NotFound);
    }
    if let Some(hash) = drawn(&mut parts.database.read().await?, version, page).await? {
        return Ok(hash);
    }
    draw(parts, version, page).await
}

/// Errors: `NotFound` for a page that the document cannot have.
async fn drawn(from: &mut impl Reads, version: &Version, page: u32) -> Result<Option<String>> {
    let known = store::pages(from, version.id).await?.and_then(|it| u32::try_from(it).ok());
    if page == 0 || page > Converter::pages_max(&version.file.media_type, known) {
        return Err(Error::NotFound);
    }
    store::drawing(from, version.id, page).await
}

async fn draw(parts: &Parts, version: &Version, page: u32) -> Result<String> {
    let path = parts.blobs.path(&version.file.blob).ok_or(Error::NotFound)?;
    let drawn = match parts.converter.picture(&path, &version.file.media_type, page).await {
        Ok(Some(drawn)) => drawn,
        Err(Failure::Busy) => return Err(Error::Busy { retry_after: limits::BUSY_RETRY_AFTER }),
        Err(failure @ Failure::Unexpected) => return Err(Error::unexpected(failure)),
        Ok(None) | Err(_) => {
            parts.drawings.failed((version.id, page));
            return Err(Error::NotFound);
        }
    };
    let stored = parts.blobs.put_bytes(drawn).await.map_err(super::receive::refused)?;
    let mut tx = parts.database.begin().await?;
    store::put_drawing(&mut tx, version.id, page, &stored.hash).await?;
    tx.commit().await?;
    Ok(stored.hash)
}
