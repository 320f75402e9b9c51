//! A transaction: the only way to write, and the only way to tell that something was done.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use kernel::activity::Deed;
use kernel::clock::Time;
use kernel::{Error, Result, limits};
use sqlx::{Postgres, Transaction};
use tokio::sync::watch;

use crate::database::Db;
use crate::query::{Conn, Reads, failed};
use crate::writer::Turn;
use crate::{outbox, postgres};

enum Open {
    Lite(Turn),
    Pg(Transaction<'static, Postgres>),
}

/// Dropped without [`commit`](Tx::commit) it leaves no trace, so an early `?` is always safe.
#[must_use = "a transaction that is not committed is rolled back"]
pub struct Tx {
    open: Open,
    at: Time,
    deeds: Vec<Deed>,
    bell: Arc<watch::Sender<u64>>,
    counted: Counted,
}

/// Over all databases that this process has open: one too many costs a look, one too few would hide a change.
static COMMITS: AtomicU64 = AtomicU64::new(0);

/// How often this process has committed. What was read after the count was taken, and while it stays the
/// same, is still so, unless another process wrote, or a commit went on after its request was given up.
pub fn commits() -> u64 {
    COMMITS.load(Ordering::SeqCst)
}

/// Counts when it is dropped: after the commit, or when nobody knows any more what becomes of it.
struct Counted;

impl Drop for Counted {
    fn drop(&mut self) {
        COMMITS.fetch_add(1, Ordering::SeqCst);
    }
}

impl Tx {
    pub(crate) async fn begin(db: &Db, at: Time, bell: Arc<watch::Sender<u64>>) -> Result<Self> {
        let open = match db {
            Db::Lite { write, .. } => Open::Lite(write.begin().await?),
            Db::Pg(pool) => Open::Pg(pool.begin().await.map_err(Error::away)?),
        };
        Ok(Self { open, at, deeds: Vec::new(), bell, counted: Counted })
    }

    /// The time of everything this transaction does.
    pub fn at(&self) -> Time {
        self.at
    }

    /// Tells what was done. It reaches the log with the commit; rolled back, nobody ever hears of it.
    ///
    /// Kept here until then and not written at once, because on PostgreSQL the log has one writer at a time
    /// and the turn should last for one insert and the commit, not for all of the transaction.
    pub fn record(&mut self, deed: Deed) {
        self.deeds.push(deed);
    }

    /// Makes it all lasting: what was written, and what was recorded. Then wakes the dispatcher.
    ///
    /// Errors: `Conflict` if somebody was faster; then nothing was changed. `Unexpected` also if the
    /// connection broke in the commit itself; then nobody can say, and the person is told to look.
    pub async fn commit(mut self) -> Result<()> {
        let deeds = std::mem::take(&mut self.deeds);
        outbox::append(&mut self, &deeds).await?;
        match self.open {
            Open::Lite(turn) => turn.commit().await?,
            Open::Pg(transaction) => transaction.commit().await.map_err(failed)?,
        }
        // Before anybody is woken to look.
        drop(self.counted);
        if !deeds.is_empty() {
            self.bell.send_modify(|count| *count = count.wrapping_add(1));
        }
        Ok(())
    }

    /// Waits until no other transaction is between here and its end; SQLite's `begin immediate` has done so.
    ///
    /// Errors: `Unexpected` after [`limits::DATABASE_WAIT_MAX`].
    pub(crate) async fn take_turn(&mut self) -> Result<()> {
        if let Conn::Pg(conn) = self.writing()? {
            let patience = format!("{}ms", limits::DATABASE_WAIT_MAX.as_millis());
            let wait = sqlx::query("select set_config('lock_timeout', $1, true), pg_advisory_xact_lock($2)");
            wait.bind(patience).bind(postgres::TURN).execute(conn).await.map_err(failed)?;
        }
        Ok(())
    }

    /// The connection, for [`execute!`](crate::execute). That only `Tx` has this keeps writes inside it.
    pub fn writing(&mut self) -> Result<Conn<'_>> {
        match &mut self.open {
            Open::Lite(turn) => {
                turn.connection().map(Conn::Lite).ok_or_else(|| Error::unexpected("a turn that has ended"))
            }
            Open::Pg(transaction) => Ok(Conn::Pg(transaction)),
        }
    }
}

impl Reads for Tx {
    fn conn(&mut self) -> Result<Conn<'_>> {
        self.writing()
    }
}
