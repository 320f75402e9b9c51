//! Where the rooms keep what is written in pages, and what follows when a page reads differently.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use blobs::Blobs;
use database::{Database, Tx};
use dispatch::jobs;
use kernel::activity::Deed;
use kernel::clock::Time;
use kernel::ids::{PersonId, Uuid};
use kernel::{Error, Result};
use richtext::Node;

use super::{rest, store};
use crate::activity::EDITED;
use crate::documents::document::{DocumentId, Status};
use crate::documents::store as documents;
use crate::pages::{snapshot, store as pages};
use crate::versions::store as versions;
use crate::versions::version::{File, Note, Version};

/// A version at least so often while people write on.
const VERSION_EVERY: Duration = Duration::from_secs(30 * 60);

/// Nobody wrote for so long: the page is at rest, and how it reads now becomes a version.
const REST_MIN: Duration = Duration::from_secs(5 * 60);

/// Who is named for one edit; more never write at once.
const EDITORS_MAX: usize = 20;

/// What the rooms write into.
pub fn room_log(database: Database, blobs: Blobs) -> Arc<dyn coedit::Log> {
    Arc::new(PageLog { database, blobs })
}

struct PageLog {
    database: Database,
    blobs: Blobs,
}

#[async_trait]
impl coedit::Log for PageLog {
    async fn load(&self, room: Uuid) -> Result<Vec<Vec<u8>>> {
        store::all(&mut self.database.read().await?, room).await
    }

    async fn append(&self, room: Uuid, updates: Vec<Vec<u8>>) -> Result<i64> {
        let mut tx = self.database.begin().await?;
        for update in updates {
            store::append(&mut tx, room, &update).await?;
        }
        let count = store::count(&mut tx, room).await?;
        tx.commit().await?;
        Ok(count)
    }

    async fn compact(&self, room: Uuid, snapshot: Vec<u8>) -> Result<()> {
        let mut tx = self.database.begin().await?;
        store::clear(&mut tx, room).await?;
        store::append(&mut tx, room, &snapshot).await?;
        tx.commit().await
    }

    async fn edited(&self, room: Uuid, by: Vec<Uuid>, doc: Node, _: Vec<u8>) -> Result<()> {
        let file = snapshot::keep(&self.blobs, &doc).await?;
        let text = richtext::plain_text(&doc);
        let mut tx = self.database.begin().await?;
        match edited(&mut tx, room.into(), &by, file, &text).await {
            Ok(()) => tx.commit().await,
            // It was emptied from the bin while somebody still had it open.
            Err(Error::NotFound) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

async fn edited(tx: &mut Tx, id: DocumentId, by: &[Uuid], file: File, text: &str) -> Result<()> {
    documents::take_turn(tx, id).await?;
    let latest = versions::latest(tx, id).await?;
    pages::put_text(tx, id, text).await?;
    if latest.file.blob == file.blob {
        return Ok(());
    }
    documents::touch(tx, id).await?;
    let author = by.last().copied().map_or(PersonId::NOBODY, PersonId::from);
    if is_due(&latest, author, tx.at()) {
        add(tx, &latest, file, author).await?;
    } else {
        let due = tx.at().plus(REST_MIN);
        jobs::queue(tx, rest::KIND, &id.uuid().to_string(), &author.uuid().to_string(), due).await?;
    }
    for person in by.iter().take(EDITORS_MAX) {
        tx.record(Deed { actor: (*person).into(), verb: EDITED, object: id.into(), target: None });
    }
    Ok(())
}

/// Another's words do not become part of a version that was somebody else's.
pub(crate) fn is_due(latest: &Version, author: PersonId, now: Time) -> bool {
    latest.author_id != author || latest.at.plus(VERSION_EVERY) <= now
}

pub(crate) async fn add(tx: &mut Tx, latest: &Version, file: File, author: PersonId) -> Result<()> {
    let version = latest.next(file, author, tx.at(), Note::default());
    versions::insert(tx, &version, Status::Done).await
}
