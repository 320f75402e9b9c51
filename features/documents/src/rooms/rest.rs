//! Nobody has written in a page for a while: how it reads now becomes a version.

use async_trait::async_trait;
use dispatch::{Outcome, Worker};
use kernel::ids::{PersonId, Uuid};
use kernel::{Error, Result};

use super::log;
use crate::Parts;
use crate::documents::store as documents;
use crate::pages::snapshot;
use crate::versions::store as versions;

pub(crate) const KIND: &str = "rest";

pub(crate) struct Rest {
    pub parts: Parts,
}

#[async_trait]
impl Worker for Rest {
    fn kind(&self) -> &'static str {
        KIND
    }

    /// `key` is the page, `payload` who wrote last.
    async fn work(&self, key: &str, payload: &str) -> Outcome {
        match self.keep(key, payload).await {
            Ok(()) | Err(Error::NotFound | Error::Conflict(_)) => Outcome::Done,
            Err(error) => Outcome::Again(error.to_string()),
        }
    }
}

impl Rest {
    async fn keep(&self, key: &str, payload: &str) -> Result<()> {
        let id: Uuid = key.parse().map_err(|_| Error::NotFound)?;
        let author = payload.parse::<Uuid>().map_or(PersonId::NOBODY, PersonId::from);
        let doc = self.parts.rooms.read(id).await?;
        let file = snapshot::keep(&self.parts.blobs, &doc).await?;
        let mut tx = self.parts.database.begin().await?;
        documents::take_turn(&mut tx, id.into()).await?;
        let latest = versions::latest(&mut tx, id.into()).await?;
        if latest.file.blob == file.blob {
            return Ok(());
        }
        log::add(&mut tx, &latest, file, author).await?;
        tx.commit().await
    }
}
