//! Reads what was uploaded, after the answer was given: its words, a readable form, a small picture.

use async_trait::async_trait;
use convert::{Reading as Read, Status as Outcome};
use database::Tx;
use dispatch::{Worker, jobs};
use kernel::activity::Deed;
use kernel::ids::{PersonId, Uuid};
use kernel::{Error, Result};

use super::store::{self, Found};
use crate::Parts;
use crate::activity::READ;
use crate::documents::document::Status;
use crate::documents::receive;
use crate::versions::store as versions;
use crate::versions::version::{Version, VersionId};

const KIND: &str = "reading";

/// As many as the converter does at once.
const AT_ONCE: usize = 2;

pub(crate) async fn queue(tx: &mut Tx, version: VersionId) -> Result<()> {
    let due = tx.at();
    jobs::queue(tx, KIND, &version.uuid().to_string(), "", due).await
}

pub(crate) struct Reading {
    pub parts: Parts,
}

#[async_trait]
impl Worker for Reading {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn at_once(&self) -> usize {
        AT_ONCE
    }

    async fn work(&self, key: &str, _: &str) -> dispatch::Outcome {
        match self.read(key).await {
            Ok(()) | Err(Error::NotFound) => dispatch::Outcome::Done,
            Err(error) => dispatch::Outcome::Again(error.to_string()),
        }
    }
}

impl Reading {
    async fn read(&self, key: &str) -> Result<()> {
        let id: Uuid = key.parse().map_err(|_| Error::NotFound)?;
        let version = versions::by_id(&mut self.parts.database.read().await?, id).await?;
        let version = version.ok_or(Error::NotFound)?;
        let path = self.parts.blobs.path(&version.file.blob).ok_or(Error::NotFound)?;
        let file = &version.file;
        let read =
            self.parts.converter.read(&path, &file.media_type, &file.file_name).await.map_err(Error::away)?;
        let found = self.keep(read).await?;
        self.tell(&version, &found).await
    }

    async fn keep(&self, read: Read) -> Result<Found> {
        let (text_status, text) = match read.text {
            // PostgreSQL keeps no zero bytes in a text.
            Outcome::Done(text) => (Status::Done, text.replace('\0', "")),
            Outcome::None => (Status::None, String::new()),
            Outcome::Failed => (Status::Failed, String::new()),
        };
        let html = match read.html.filter(|it| !it.is_empty()) {
            Some(html) => Some(self.put(html.into_bytes()).await?),
            None => None,
        };
        let (preview_status, thumbnail) = match read.thumbnail {
            Outcome::Done(picture) => (Status::Done, Some(self.put(picture).await?)),
            Outcome::None => (Status::None, None),
            Outcome::Failed => (Status::Failed, None),
        };
        let pages = read.pages.map(i64::from);
        Ok(Found { text_status, preview_status, text, html, thumbnail, pages })
    }

    async fn put(&self, bytes: Vec<u8>) -> Result<String> {
        Ok(self.parts.blobs.put_bytes(bytes).await.map_err(receive::refused)?.hash)
    }

    async fn tell(&self, version: &Version, found: &Found) -> Result<()> {
        let mut tx = self.parts.database.begin().await?;
        store::put(&mut tx, version.id, found).await?;
        tx.record(Deed {
            actor: PersonId::NOBODY,
            verb: READ,
            object: version.id.into(),
            target: Some(version.document_id.into()),
        });
        tx.commit().await
    }
}
