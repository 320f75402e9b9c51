//! Gives each reactor the activities behind its own cursor, woken by the bell and by the clock.
//!
//! A batch is one transaction: the lease, the cursor, and what the reactor made of up to 200 activities. If
//! one fails, the batch is rolled back, what came before it is done again without it, and then it is tried
//! alone until it is set aside. A savepoint around each activity would save that repetition, but costs two
//! statements for each of the many that succeed, to be faster with the few that do not.

use std::time::Instant;

use database::{Database, outbox};
use kernel::activity::Activity;
use kernel::ids::Uuid;
use kernel::{Error, Result, limits};

use crate::{Reactor, store};

pub struct Dispatcher {
    database: Database,
    reactors: Vec<Box<dyn Reactor>>,
    /// Signs the leases of this process.
    holder: Uuid,
}

/// Twice as many seconds as a lease lasts: a server where little happens lets go of it.
const REBUILD_ATTEMPTS_MAX: u32 = 10;

/// `Choked` keeps nothing; `before` activities of the batch had been digested when this one came.
enum Batch {
    Handled(usize),
    Choked { before: i64, activity: Box<Activity>, why: Error },
}

impl Dispatcher {
    pub fn new(database: Database, reactors: Vec<Box<dyn Reactor>>) -> Self {
        Self { database, reactors, holder: Uuid::now_v7() }
    }

    /// Works until it is dropped. The clock makes up for a bell that was not heard (crash, other process).
    pub async fn run(&self) {
        let mut bell = self.database.bell();
        loop {
            self.catch_up().await;
            let _rung_or_late = tokio::time::timeout(limits::DISPATCH_SWEEP_MAX, bell.rung()).await;
        }
    }

    /// Goes on until nothing is left to read; answers how many activities were handled here.
    pub async fn catch_up(&self) -> usize {
        let mut handled = 0;
        loop {
            let mut this_round = 0;
            for reactor in &self.reactors {
                match self.next_batch(&**reactor).await {
                    Ok(count) => this_round += count,
                    Err(error) => tracing::warn!(reactor = reactor.name(), ?error, "will be tried again"),
                }
            }
            if this_round == 0 {
                return handled;
            }
            handled += this_round;
        }
    }

    /// Makes anew what the reactor of this name keeps, and answers when it has caught up; `false` if there is
    /// none of this name. A running server is asked for its lease, which takes a few seconds.
    ///
    /// Errors: `Conflict` if another process does not let go of it.
    pub async fn rebuild(&self, name: &str) -> Result<bool> {
        let Some(reactor) = self.reactors.iter().find(|it| it.name() == name) else { return Ok(false) };
        for _ in 0..REBUILD_ATTEMPTS_MAX {
            let mut tx = self.database.begin().await?;
            if store::take_lease(&mut tx, name, self.holder).await? {
                reactor.clear(&mut tx).await?;
                store::rewind(&mut tx, name).await?;
                tx.commit().await?;
                while self.next_batch(&**reactor).await? > 0 {}
                return Ok(true);
            }
            drop(tx);
            tokio::time::sleep(limits::DISPATCH_SWEEP_MAX).await;
        }
        Err(Error::conflict("database-faster"))
    }

    /// For messages: the names of all reactors.
    pub fn names(&self) -> String {
        self.reactors.iter().map(|it| it.name()).collect::<Vec<_>>().join(", ")
    }

    async fn next_batch(&self, reactor: &dyn Reactor) -> Result<usize> {
        let (mut size, mut attempts) = (limits::DISPATCH_BATCH_MAX_ROWS, 0);
        loop {
            match self.attempt(reactor, size).await? {
                Batch::Handled(count) => return Ok(count),
                Batch::Choked { before: 0, activity, why } => {
                    attempts += 1;
                    if attempts == limits::DISPATCH_ATTEMPTS_MAX {
                        return self.set_aside(reactor.name(), &activity, &why).await;
                    }
                    tokio::time::sleep(limits::DISPATCH_PAUSE_MIN * attempts).await;
                    size = 1;
                }
                Batch::Choked { before, .. } => size = before,
            }
        }
    }

    /// Errors: ours only; the reactor's are in the [`Batch`].
    async fn attempt(&self, reactor: &dyn Reactor, size: i64) -> Result<Batch> {
        // A look without a lease comes first, so that a house where nothing happens writes nothing.
        let mut reader = self.database.read().await?;
        let seen = store::cursor(&mut reader, reactor.name()).await?;
        if outbox::after(&mut reader, seen, 1).await?.is_empty() {
            return Ok(Batch::Handled(0));
        }
        drop(reader);

        let mut tx = self.database.begin().await?;
        if !store::take_lease(&mut tx, reactor.name(), self.holder).await? {
            return Ok(Batch::Handled(0));
        }
        let (began, mut count, mut cursor) =
            (Instant::now(), 0, store::cursor(&mut tx, reactor.name()).await?);
        for activity in outbox::after(&mut tx, cursor, size).await? {
            if let Err(why) = reactor.react(&mut tx, &activity).await {
                return Ok(Batch::Choked { before: count, activity: Box::new(activity), why });
            }
            (cursor, count) = (activity.position, count + 1);
            if began.elapsed() >= limits::DISPATCH_BATCH_MAX {
                break;
            }
        }
        store::advance(&mut tx, reactor.name(), cursor).await?;
        tx.commit().await?;
        Ok(Batch::Handled(usize::try_from(count).unwrap_or(usize::MAX)))
    }

    async fn set_aside(&self, reactor: &str, activity: &Activity, why: &Error) -> Result<usize> {
        let (position, mut tx) = (activity.position, self.database.begin().await?);
        tracing::error!(reactor, position, ?why, "an activity is stuck");
        if !store::take_lease(&mut tx, reactor, self.holder).await? {
            return Ok(0);
        }
        store::set_aside(&mut tx, reactor, position, &format!("{why:?}")).await?;
        store::advance(&mut tx, reactor, position).await?;
        tx.commit().await?;
        Ok(1)
    }
}
