//! What was tried out is forgotten after a day.

use std::time::Duration;

use async_trait::async_trait;
use database::Tx;
use dispatch::{Outcome, Worker, jobs};
use kernel::Result;

use super::store;
use super::trial::KEPT;
use crate::Parts;

const KIND: &str = "trials";

/// One job for all of them, due when the newest is a day old.
const KEY: &str = "all";

pub(crate) async fn queue(tx: &mut Tx) -> Result<()> {
    let due = tx.at().plus(KEPT + Duration::from_secs(1));
    jobs::queue(tx, KIND, KEY, "", due).await
}

/// Removes what is older than a day.
pub(crate) async fn forget(tx: &mut Tx) -> Result<()> {
    let before = tx.at().micros() - i64::try_from(KEPT.as_micros()).unwrap_or(i64::MAX);
    store::forget_trials(tx, before).await
}

pub(crate) struct Forgetting(pub Parts);

#[async_trait]
impl Worker for Forgetting {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn work(&self, _key: &str, _payload: &str) -> Outcome {
        let done = async {
            let mut tx = self.0.database.begin().await?;
            forget(&mut tx).await?;
            tx.commit().await
        };
        match done.await {
            Ok(()) => Outcome::Done,
            Err(error) => Outcome::Again(error.to_string()),
        }
    }
}
