//! SQLite's one writer, shared out in turns, with group commit.
//!
//! A transaction is a savepoint in a transaction of the engine. When it is committed, its savepoint is
//! released and it queues up behind those who wait to write; whoever comes to the front first and finds the
//! batch still open commits it for all. So sixteen writers share one sync of the disk, a lonely one waits for
//! nobody, and nobody is told "saved" before the disk has it. A batch is never longer than the queue was.

use std::sync::{Arc, OnceLock};

use kernel::{Error, Result, limits};
use sqlx::{Connection, SqliteConnection};
use tokio::sync::{Mutex, OwnedMutexGuard};

use crate::query::failed;

/// What became of a batch: nothing yet, committed, or the reason why all of it is gone.
type Outcome = Arc<OnceLock<std::result::Result<(), String>>>;

pub struct Writer {
    hand: Arc<Mutex<Hand>>,
}

pub(crate) struct Hand {
    pub connection: SqliteConnection,
    /// The engine's transaction is open: `begin immediate` was said and `commit` not yet.
    open: bool,
    /// There is a savepoint whose transaction was neither committed nor undone.
    unfinished: bool,
    outcome: Outcome,
}

/// One turn at writing. Dropped without [`Turn::commit`] it is undone.
pub(crate) struct Turn {
    hand: Option<OwnedMutexGuard<Hand>>,
    writer: Arc<Mutex<Hand>>,
}

impl Writer {
    pub(crate) fn new(connection: SqliteConnection) -> Self {
        let hand = Hand { connection, open: false, unfinished: false, outcome: Outcome::default() };
        Self { hand: Arc::new(Mutex::new(hand)) }
    }

    /// Waits for its turn.
    ///
    /// Errors: `Away` after [`limits::DATABASE_WAIT_MAX`].
    pub(crate) async fn begin(&self) -> Result<Turn> {
        let lock = Arc::clone(&self.hand).lock_owned();
        let mut hand = tokio::time::timeout(limits::DATABASE_WAIT_MAX, lock).await.map_err(Error::away)?;
        hand.open().await?;
        Ok(Turn { hand: Some(hand), writer: Arc::clone(&self.hand) })
    }
}

impl Turn {
    pub(crate) fn connection(&mut self) -> Option<&mut SqliteConnection> {
        self.hand.as_mut().map(|hand| &mut hand.connection)
    }

    /// Errors: `Unexpected` if the batch could not be written; then none of it was.
    pub(crate) async fn commit(mut self) -> Result<()> {
        let Some(mut hand) = self.hand.take() else {
            return Err(Error::unexpected("a turn ends once"));
        };
        let outcome = Arc::clone(&hand.outcome);
        if let Err(error) = run(&mut hand.connection, "release turn").await {
            hand.give_up(&error.to_string()).await;
            return Err(failed(error));
        }
        hand.unfinished = false;
        drop(hand);
        // A task of its own: whoever waits may be cancelled, for a browser that went away; the batch must
        // not.
        let settled = tokio::spawn(settle(Arc::clone(&self.writer), outcome));
        settled.await.map_err(Error::unexpected)?.map_err(Error::unexpected)
    }
}

impl Drop for Turn {
    /// The engine's transaction must not stay open, because other processes wait for it.
    fn drop(&mut self) {
        if let (Some(hand), Ok(runtime)) = (self.hand.take(), tokio::runtime::Handle::try_current()) {
            let outcome = Arc::clone(&hand.outcome);
            drop(hand);
            runtime.spawn(settle(Arc::clone(&self.writer), outcome));
        }
    }
}

/// Queues up again, and commits the batch unless another member of it has done so.
async fn settle(writer: Arc<Mutex<Hand>>, outcome: Outcome) -> std::result::Result<(), String> {
    let mut hand = writer.lock_owned().await;
    if outcome.get().is_none() {
        hand.commit().await;
    }
    outcome.get().cloned().unwrap_or_else(|| Err("a batch ended without an outcome".to_owned()))
}

impl Hand {
    async fn open(&mut self) -> Result<()> {
        self.undo_unfinished().await;
        if !self.open {
            run(&mut self.connection, crate::sqlite::BEGIN).await.map_err(Error::away)?;
            self.open = true;
        }
        run(&mut self.connection, "savepoint turn").await.map_err(failed)?;
        self.unfinished = true;
        Ok(())
    }

    async fn undo_unfinished(&mut self) {
        if std::mem::take(&mut self.unfinished) {
            for sql in ["rollback to turn", "release turn"] {
                if let Err(error) = run(&mut self.connection, sql).await {
                    return self.give_up(&error.to_string()).await;
                }
            }
        }
    }

    async fn commit(&mut self) {
        self.undo_unfinished().await;
        if !self.open {
            return;
        }
        match run(&mut self.connection, "commit").await {
            Ok(()) => self.end(Ok(())),
            Err(error) => self.give_up(&error.to_string()).await,
        }
    }

    /// The engine undid more than one turn, on a full disk for instance: nobody of the batch is told "saved".
    async fn give_up(&mut self, why: &str) {
        if run(&mut self.connection, "rollback").await.is_err() && self.connection.ping().await.is_err() {
            tracing::error!("the connection that writes does not answer");
        }
        self.end(Err(why.to_owned()));
    }

    fn end(&mut self, outcome: std::result::Result<(), String>) {
        let _first_counts = std::mem::take(&mut self.outcome).set(outcome);
        (self.open, self.unfinished) = (false, false);
    }
}

async fn run(connection: &mut SqliteConnection, sql: &'static str) -> sqlx::Result<()> {
    sqlx::query(sql).execute(connection).await.map(drop)
}
