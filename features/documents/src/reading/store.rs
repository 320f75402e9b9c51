//! All SQL about what was found in versions.

use database::{Reads, Tx, execute, fetch_optional};
use kernel::Result;
use kernel::ids::Uuid;

use crate::documents::document::Status;
use crate::versions::version::VersionId;

/// What the machine found in a version.
pub(crate) struct Found {
    pub text_status: Status,
    pub preview_status: Status,
    pub text: String,
    /// Hashes in the blob store.
    pub html: Option<String>,
    pub thumbnail: Option<String>,
    pub pages: Option<i64>,
}

pub(crate) async fn put(tx: &mut Tx, version: VersionId, found: &Found) -> Result<()> {
    execute!(
        tx,
        "update reading set text_status = $2, preview_status = $3, text = $4, html = $5, thumbnail = $6,
           pages = $7
         where version_id = $1",
        [
            version.uuid(),
            found.text_status,
            found.preview_status,
            &found.text,
            &found.html,
            &found.thumbnail,
            found.pages
        ]
    )
}

/// Empty while nothing is known.
pub(crate) async fn text(from: &mut impl Reads, version: VersionId) -> Result<String> {
    let found =
        fetch_optional!(from, (String,), "select text from reading where version_id = $1", [version.uuid()])?;
    Ok(found.map(|(text,)| text).unwrap_or_default())
}

pub(crate) async fn thumbnail(from: &mut impl Reads, version: VersionId) -> Result<Option<String>> {
    let found = fetch_optional!(
        from,
        (Option<String>,),
        "select thumbnail from reading where version_id = $1",
        [version.uuid()]
    )?;
    Ok(found.and_then(|(hash,)| hash))
}

/// Pages of a PDF or slides of a presentation, if they were counted.
pub(crate) async fn pages(from: &mut impl Reads, version: VersionId) -> Result<Option<i64>> {
    let found = fetch_optional!(
        from,
        (Option<i64>,),
        "select pages from reading where version_id = $1",
        [version.uuid()]
    )?;
    Ok(found.and_then(|(pages,)| pages))
}

pub(crate) async fn drawing(from: &mut impl Reads, version: VersionId, page: u32) -> Result<Option<String>> {
    let found = fetch_optional!(
        from,
        (String,),
        "select blob from drawing where version_id = $1 and page = $2",
        [version.uuid(), i64::from(page)]
    )?;
    Ok(found.map(|(hash,)| hash))
}

pub(crate) async fn put_drawing(tx: &mut Tx, version: VersionId, page: u32, hash: &str) -> Result<()> {
    execute!(
        tx,
        "insert into drawing (version_id, page, blob) values ($1, $2, $3)
         on conflict (version_id, page) do update set blob = excluded.blob",
        [version.uuid(), i64::from(page), hash]
    )
}

/// For the index: what the document is called, and the words of the newest version that was read. While a
/// newer one is still being read, this is the one before, so that nothing is lost and found again.
#[derive(Debug, sqlx::FromRow)]
pub(crate) struct Words {
    pub title: String,
    pub kind: crate::documents::document::Kind,
    pub media_type: String,
    pub number: i64,
    pub owner_id: Uuid,
    pub text: String,
}

pub(crate) async fn words(from: &mut impl Reads, document: Uuid) -> Result<Option<Words>> {
    fetch_optional!(
        from,
        Words,
        "select document_listed.title, document_listed.kind, version.media_type, version.number,
           document_listed.owner_id, coalesce(page.text, reading.text) as text
         from document_listed
         join version on version.document_id = document_listed.id and version.number = coalesce(
           (select max(known.number) from version as known
            join reading as found on found.version_id = known.id and found.text_status <> 'pending'
            where known.document_id = document_listed.id), document_listed.number)
         join reading on reading.version_id = version.id
         left join page on page.document_id = document_listed.id
         where document_listed.id = $1 and document_listed.removed_at is null",
        [document]
    )
}
