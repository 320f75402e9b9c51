//! Opening the database, and the two ways in: to read and to write.

use std::sync::Arc;

use kernel::clock::{Clock, Time};
use kernel::{Error, Result};
use sqlx::{PgPool, SqlitePool};
use tokio::sync::watch;

use crate::query::Reader;
use crate::tx::Tx;
use crate::writer::Writer;
use crate::{postgres, sqlite};

/// The engine behind the door. SQLite has one writer, whose turns are shared out; its readers never wait for
/// it.
pub enum Db {
    Lite { read: SqlitePool, write: Arc<Writer> },
    Pg(PgPool),
}

/// A handle that is cheap to clone: one database, one clock, one bell for all who follow the log.
#[derive(Clone)]
pub struct Database {
    db: Arc<Db>,
    clock: Clock,
    bell: Arc<watch::Sender<u64>>,
}

/// Wakes one follower of the log; see [`Database::bell`].
pub struct Bell(watch::Receiver<u64>);

impl Bell {
    /// Returns after the next commit that recorded something in this process, or at once if one did since
    /// the last call.
    ///
    /// A hint, not a promise: the commits of other processes ring no bell here, so also look by the clock.
    pub async fn rung(&mut self) {
        if self.0.changed().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

impl Database {
    /// Opens `sqlite:PATH` (made if missing) or `postgres://…`.
    ///
    /// Errors: `Unexpected` if the file or the server cannot be reached. Nothing is created in a server.
    pub async fn open(url: &str, clock: Clock) -> Result<Self> {
        let db =
            if url.starts_with("postgres") { postgres::open(url).await } else { sqlite::open(url).await };
        let (bell, _) = watch::channel(0);
        Ok(Self { db: Arc::new(db.map_err(Error::unexpected)?), clock, bell: Arc::new(bell) })
    }

    /// A connection for reading. It takes no part in a transaction and sees what is committed.
    ///
    /// Errors: `Away` if none is free within [`kernel::limits::DATABASE_WAIT_MAX`].
    pub async fn read(&self) -> Result<Reader> {
        let reader = match &*self.db {
            Db::Lite { read, .. } => read.acquire().await.map(Reader::Lite),
            Db::Pg(pool) => pool.acquire().await.map(Reader::Pg),
        };
        reader.map_err(Error::away)
    }

    /// Starts a transaction. All of it happens at one time, [`Tx::at`].
    pub async fn begin(&self) -> Result<Tx> {
        Tx::begin(&self.db, self.clock.now(), Arc::clone(&self.bell)).await
    }

    /// The time that a transaction begun now would have.
    pub fn now(&self) -> Time {
        self.clock.now()
    }

    pub fn bell(&self) -> Bell {
        Bell(self.bell.subscribe())
    }

    /// The bell rings as if something was recorded; for work that is due and not in the log.
    pub fn ring(&self) {
        self.bell.send_modify(|count| *count = count.wrapping_add(1));
    }
}
