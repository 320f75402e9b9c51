//! All SQL about how a page reads now.

use database::{Tx, execute};
use kernel::Result;

use crate::documents::document::DocumentId;

/// The words of the page, for the search.
pub(crate) async fn put_text(tx: &mut Tx, document: DocumentId, text: &str) -> Result<()> {
    execute!(
        tx,
        "insert into page (document_id, text) values ($1, $2)
         on conflict (document_id) do update set text = excluded.text",
        [document.uuid(), text.replace('\0', " ")]
    )
}
