//! All SQL about the log of what is written in pages.

use database::{Reads, Tx, execute, fetch_all, fetch_optional};
use kernel::Result;
use kernel::ids::Uuid;

/// Rooms keep their logs short; this is only against the unforeseen.
const UPDATES_MAX_ROWS: i64 = 1_000_000;

/// Oldest first.
pub(crate) async fn all(from: &mut impl Reads, document: Uuid) -> Result<Vec<Vec<u8>>> {
    let rows = fetch_all!(
        from,
        (Vec<u8>,),
        "select bytes from page_update where document_id = $1 order by position limit $2",
        [document, UPDATES_MAX_ROWS]
    )?;
    Ok(rows.into_iter().map(|(bytes,)| bytes).collect())
}

pub(crate) async fn append(tx: &mut Tx, document: Uuid, update: &[u8]) -> Result<()> {
    execute!(tx, "insert into page_update (document_id, bytes) values ($1, $2)", [document, update])
}

pub(crate) async fn count(from: &mut impl Reads, document: Uuid) -> Result<i64> {
    let row =
        fetch_optional!(from, (i64,), "select count(*) from page_update where document_id = $1", [document])?;
    Ok(row.map_or(0, |(count,)| count))
}

pub(crate) async fn clear(tx: &mut Tx, document: Uuid) -> Result<()> {
    execute!(tx, "delete from page_update where document_id = $1", [document])
}
