//! Once a day what was kept long enough goes: held texts, links that are over, addresses that nobody
//! confirmed.

use std::time::Duration;

use async_trait::async_trait;
use database::Tx;
use dispatch::{Outcome, Worker};
use kernel::Result;
use kernel::clock::Time;

use crate::{Visitors, checks, confirmation, visitor};

/// How long a text is held, and how long an address waits for its confirmation.
pub const HELD_MAX: Duration = Duration::from_secs(30 * 24 * 3600);

/// How long the count of mails to an address is needed, and a little more.
const LETTERS_MAX: Duration = Duration::from_secs(2 * 24 * 3600);

const KIND: &str = "visitors";
const DAY_MICROS: i64 = 24 * 3600 * 1_000_000;

/// Sees to it that tomorrow somebody looks; may be repeated.
pub(crate) async fn plan(tx: &mut Tx) -> Result<()> {
    let tomorrow = tx.at().micros().div_euclid(DAY_MICROS) + 1;
    let due = Time::from(tomorrow * DAY_MICROS);
    dispatch::jobs::queue(tx, KIND, &tomorrow.to_string(), "", due).await
}

pub(crate) struct Sweep(pub Visitors);

#[async_trait]
impl Worker for Sweep {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn work(&self, _: &str, _: &str) -> Outcome {
        match self.sweep().await {
            Ok(()) => Outcome::Done,
            Err(error) => Outcome::Again(error.to_string()),
        }
    }
}

impl Sweep {
    async fn sweep(&self) -> Result<()> {
        let mut tx = self.0.database.begin().await?;
        let (now, before) = (tx.at(), tx.at().minus(HELD_MAX));
        for keeper in self.0.known.known().receipts() {
            keeper.empty(&mut tx, before).await?;
        }
        visitor::store::forget_unconfirmed(&mut tx, before.micros()).await?;
        confirmation::store::sweep(&mut tx, now, now.minus(LETTERS_MAX)).await?;
        checks::store::sweep(&mut tx, before).await?;
        plan(&mut tx).await?;
        tx.commit().await
    }
}
