//! What lay in the bin long enough, or was put aside long enough, goes: its rows, and the bytes that nobody
//! else needs.

use std::time::{Duration, SystemTime};

use access::Thing;
use async_trait::async_trait;
use dispatch::{Outcome, Worker};
use kernel::ids::{PersonId, Uuid};
use kernel::{Error, Result};

use super::store;
use crate::Parts;
use crate::documents::document::DocumentId;
use crate::{aside, documents};

pub(crate) const KIND: &str = "bin";
/// What the key of a job begins with that is about something put aside.
pub(crate) const ASIDE: &str = "aside/";

/// The same bytes may just be arriving once more, and their row come a moment later.
const UNWANTED_MIN: Duration = Duration::from_secs(60 * 60);

pub(crate) struct Emptying {
    pub parts: Parts,
}

#[async_trait]
impl Worker for Emptying {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn work(&self, key: &str, _: &str) -> Outcome {
        let done = match key.strip_prefix(ASIDE) {
            Some(aside) => self.forget_aside(aside).await,
            None => self.empty(key).await,
        };
        match done {
            Ok(()) | Err(Error::NotFound) => Outcome::Done,
            Err(error) => Outcome::Again(error.to_string()),
        }
    }
}

impl Emptying {
    async fn empty(&self, key: &str) -> Result<()> {
        let id: Uuid = key.parse().map_err(|_| Error::NotFound)?;
        let mut tx = self.parts.database.begin().await?;
        let document = documents::store::find(&mut tx, DocumentId::from(id)).await?;
        if document.removed_at.is_none() {
            return Ok(());
        }
        let blobs = store::blobs_of(&mut tx, id).await?;
        documents::store::forget(&mut tx, DocumentId::from(id)).await?;
        // Others refer to the row; what it was called is nobody's business any more.
        let (space, title, owner) = (document.space(), String::new(), PersonId::from(document.owner_id));
        Thing { id: document.thing(), space, title, url: document.url(), owner }.put(&mut tx).await?;
        tx.commit().await?;
        self.clear_away(&blobs).await
    }

    async fn forget_aside(&self, aside: &str) -> Result<()> {
        let id: Uuid = aside.parse().map_err(|_| Error::NotFound)?;
        let mut tx = self.parts.database.begin().await?;
        let blobs = aside::store::forget(&mut tx, id).await?;
        tx.commit().await?;
        self.clear_away(&blobs).await
    }

    /// Bytes that somebody asked for within the last hour stay; they cost room and nothing else.
    async fn clear_away(&self, hashes: &[String]) -> Result<()> {
        let mut reader = self.parts.database.read().await?;
        for hash in hashes {
            let Some(path) = self.parts.blobs.path(hash) else { continue };
            let touched = tokio::fs::metadata(path).await.and_then(|it| it.modified()).ok();
            let oldest = SystemTime::now().checked_sub(UNWANTED_MIN);
            let is_old = touched.zip(oldest).is_some_and(|(touched, oldest)| touched < oldest);
            if is_old && !store::is_wanted(&mut reader, hash).await? {
                self.parts.blobs.remove(hash).await.map_err(Error::unexpected)?;
            }
        }
        Ok(())
    }
}
