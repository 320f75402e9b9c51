//! What can be found in a document.

use async_trait::async_trait;
use database::Tx;
use feature::{Contents, Found};
use kernel::Result;
use kernel::ids::Uuid;

use crate::documents::document::DocumentId;
use crate::documents::family;
use crate::reading::store;

pub(crate) struct DocumentContents;

#[async_trait]
impl Contents for DocumentContents {
    fn kind(&self) -> &'static str {
        DocumentId::KIND
    }

    /// Its text is empty until the machine has read a version.
    async fn contents(&self, tx: &mut Tx, id: Uuid) -> Result<Option<Found>> {
        let found = store::words(tx, id).await?;
        Ok(found.map(|it| Found {
            about: Some(DocumentId::from(id).into()),
            title: it.title,
            text: it.text,
            family: family::word(it.kind, &it.media_type),
            author: Some(it.owner_id.into()),
            version: it.number,
        }))
    }
}
