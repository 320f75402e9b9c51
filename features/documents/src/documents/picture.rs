//! Pictures of a document: the small one that was made when it was read, and larger ones, drawn when somebody
//! first looks at them. None of them carries what the original says about place and camera.

use kernel::{Error, Result};

use crate::Parts;
use crate::reading::store;
use crate::versions::version::Version;

/// More pages than anybody turns over one by one.
const PAGE_MAX: u32 = 5_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Size {
    Small,
    Large,
}

/// The hash of the picture in the blob store.
///
/// Errors: `NotFound` while there is none.
pub(crate) async fn find(parts: &Parts, version: &Version, page: u32, size: Size) -> Result<String> {
    if page == 0 || page > PAGE_MAX {
        return Err(Error::NotFound);
    }
    let mut reader = parts.database.read().await?;
    if page == 1 && size == Size::Small {
        return store::thumbnail(&mut reader, version.id).await?.ok_or(Error::NotFound);
    }
    if let Some(hash) = store::drawing(&mut reader, version.id, page).await? {
        return Ok(hash);
    }
    drop(reader);
    draw(parts, version, page).await
}

/// Two who ask at once draw it twice and keep it once.
async fn draw(parts: &Parts, version: &Version, page: u32) -> Result<String> {
    let path = parts.blobs.path(&version.file.blob).ok_or(Error::NotFound)?;
    let drawn = parts.converter.picture(&path, &version.file.media_type, page).await;
    let drawn = drawn.ok_or(Error::NotFound)?;
    let stored = parts.blobs.put_bytes(drawn).await.map_err(super::receive::refused)?;
    let mut tx = parts.database.begin().await?;
    store::put_drawing(&mut tx, version.id, page, &stored.hash).await?;
    tx.commit().await?;
    Ok(stored.hash)
}
