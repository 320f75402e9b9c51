//! How a page reads at one moment, kept as JSON in the blob store: that is what a version of it is.

use blobs::Blobs;
use kernel::{Error, Result};
use richtext::Node;

use crate::documents::family::PAGE;
use crate::documents::receive;
use crate::versions::version::File;

/// Longer than anybody writes; what is larger came from somewhere else.
const SNAPSHOT_MAX_BYTES: u64 = 256 * 1024 * 1024;

/// Equal pages give equal bytes, so a hash tells whether something changed.
pub(crate) async fn keep(blobs: &Blobs, doc: &Node) -> Result<File> {
    let json = serde_json::to_vec(doc).map_err(Error::unexpected)?;
    let stored = blobs.put_bytes(json).await.map_err(receive::refused)?;
    let size = i64::try_from(stored.size).map_err(Error::unexpected)?;
    Ok(File { blob: stored.hash, size, media_type: PAGE.to_owned(), file_name: "page.json".to_owned() })
}

pub(crate) async fn read(blobs: &Blobs, file: &File) -> Result<Node> {
    let json = blobs.read(&file.blob, SNAPSHOT_MAX_BYTES).await.map_err(Error::unexpected)?;
    richtext::from_json(&json).map_err(Error::unexpected)
}

/// The page as the shared document gives it back, so that what was not changed also reads the same.
pub(crate) fn settled(doc: &Node) -> Node {
    richtext::yjs::doc_of(&[richtext::yjs::update_of(doc)])
}
