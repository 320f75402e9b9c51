//! What was scheduled becomes public when its time has come.

use async_trait::async_trait;
use dispatch::{Outcome, Worker};
use kernel::activity::Deed;
use kernel::ids::{PersonId, Uuid};
use kernel::{Error, Result};

use super::store;
use crate::Parts;
use crate::activity::PUBLISHED;

pub(crate) const JOB: &str = "article";

pub(crate) struct Due {
    pub parts: Parts,
}

#[async_trait]
impl Worker for Due {
    fn kind(&self) -> &'static str {
        JOB
    }

    async fn work(&self, key: &str, _payload: &str) -> Outcome {
        let Ok(id) = key.parse() else { return Outcome::GiveUp(format!("{key} is no article")) };
        match self.publish(id).await {
            Ok(()) | Err(Error::NotFound) => Outcome::Done,
            Err(error) => Outcome::Again(format!("{error:?}")),
        }
    }
}

impl Due {
    /// In the name of whoever asked for it. What was withdrawn meanwhile stays inside.
    async fn publish(&self, id: Uuid) -> Result<()> {
        let mut tx = self.parts.database.begin().await?;
        let article = store::find(&mut tx, id).await?;
        let now = tx.at();
        if store::publish_if_due(&mut tx, id, now).await? {
            let actor = article.asked_by.map_or(PersonId::NOBODY, PersonId::from);
            let target = Some(article.page());
            tx.record(Deed { actor, verb: PUBLISHED, object: article.thing(), target });
        }
        tx.commit().await
    }
}
