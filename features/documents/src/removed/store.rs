//! All SQL about bytes that may go.

use database::{Reads, fetch_all, fetch_optional};
use kernel::Result;
use kernel::ids::Uuid;

/// More files than one document has: versions, and what was made of them.
const BLOBS_MAX_ROWS: i64 = 50_000;

/// Hashes of all that the rows of a document name.
pub(crate) async fn blobs_of(from: &mut impl Reads, document: Uuid) -> Result<Vec<String>> {
    let rows = fetch_all!(
        from,
        (String,),
        "select blob from version where document_id = $1
         union select reading.html from reading join version on version.id = reading.version_id
           where version.document_id = $1 and reading.html is not null
         union select reading.thumbnail from reading join version on version.id = reading.version_id
           where version.document_id = $1 and reading.thumbnail is not null
         union select drawing.blob from drawing join version on version.id = drawing.version_id
           where version.document_id = $1
         union select blob from put_aside where document_id = $1
         limit $2",
        [document, BLOBS_MAX_ROWS]
    )?;
    Ok(rows.into_iter().map(|(blob,)| blob).collect())
}

/// Whether any row names these bytes; a portrait might be the same picture.
pub(crate) async fn is_wanted(from: &mut impl Reads, hash: &str) -> Result<bool> {
    let found = fetch_optional!(
        from,
        (String,),
        "select blob from version where blob = $1
         union select html from reading where html = $1
         union select thumbnail from reading where thumbnail = $1
         union select blob from drawing where blob = $1
         union select blob from put_aside where blob = $1
         union select picture from person where picture = $1
         limit 1",
        [hash]
    )?;
    Ok(found.is_some())
}
