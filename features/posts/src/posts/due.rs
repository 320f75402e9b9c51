//! What was to be sent later is sent when its time has come.

use access::{Person, may, people};
use async_trait::async_trait;
use database::Database;
use dispatch::{Outcome, Worker, jobs};
use kernel::ids::{PersonId, SpaceId, Uuid};
use kernel::{Error, Result};

use super::{find, store, write};
use crate::{Parts, polls};

pub(crate) const JOB: &str = "post";

pub(crate) struct Due {
    pub parts: Parts,
}

#[async_trait]
impl Worker for Due {
    fn kind(&self) -> &'static str {
        JOB
    }

    async fn work(&self, key: &str, _payload: &str) -> Outcome {
        let Ok(id) = key.parse() else { return Outcome::GiveUp(format!("{key} is no post")) };
        match self.send(id).await {
            Ok(()) | Err(Error::NotFound | Error::Forbidden(_)) => Outcome::Done,
            Err(error) => Outcome::Again(format!("{error:?}")),
        }
    }
}

impl Due {
    /// Of who may no longer write there, or has left, it stays where it is.
    async fn send(&self, id: Uuid) -> Result<()> {
        let mut tx = self.parts.database.begin().await?;
        let post = store::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
        let author = people::active(&mut tx, PersonId::from(post.author_id)).await?.ok_or(Error::NotFound)?;
        may::write(&mut tx, &author, &SpaceId::from(post.space_id).into()).await?;
        let now = tx.at().micros();
        if store::publish(&mut tx, id, now).await? {
            let has_poll = polls::store::is_there(&mut tx, id).await?;
            write::tell(&mut tx, &post, has_poll).await?;
        }
        tx.commit().await
    }
}

/// Its author does not want to wait any longer. May be repeated.
///
/// Errors: `NotFound`, `Forbidden` for who may no longer write there.
pub(crate) async fn send_now(database: &Database, person: &Person, id: Uuid) -> Result<()> {
    let mut tx = database.begin().await?;
    let (post, _) = find::write(&mut tx, person, id).await?;
    if !store::publish(&mut tx, id, i64::MAX).await? {
        return Ok(());
    }
    jobs::cancel(&mut tx, JOB, &id.to_string()).await?;
    let has_poll = polls::store::is_there(&mut tx, id).await?;
    write::tell(&mut tx, &post, has_poll).await?;
    tx.commit().await
}
