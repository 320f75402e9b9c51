//! What is different about SQLite; its twin is `postgres.rs`.

use std::str::FromStr;
use std::sync::Arc;

use kernel::limits;
use sqlx::ConnectOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use crate::database::Db;
use crate::writer::Writer;

/// What the tokens in a migration stand for.
pub(crate) const TOKENS: [(&str, &str); 6] = [
    ("$NOBODY", "x'00000000000000000000000000000000'"),
    ("$WEB", "x'00000000000000000000000000000001'"),
    ("$COMPANY", "x'00000000000000000000000000000002'"),
    ("$SERIAL", "integer primary key autoincrement"),
    ("$TIME", "integer"),
    ("$UUID", "blob"),
];

/// Takes the write lock at once. A transaction that first reads and then writes would otherwise fail with
/// "database is locked" when another one wrote in between, and no waiting helps it.
pub(crate) const BEGIN: &str = "begin immediate";

/// Write-ahead log, so that readers never wait, and a sync at each commit: with `Normal` a power cut could
/// take back a write that we had already acknowledged.
pub(crate) async fn open(url: &str) -> sqlx::Result<Db> {
    let options = SqliteConnectOptions::from_str(url)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(limits::DATABASE_WAIT_MAX);
    let write = Arc::new(Writer::new(options.connect().await?));
    // A file does not go away like a server; to ask each connection first would cost as much as a question.
    let read = SqlitePoolOptions::new()
        .test_before_acquire(false)
        .max_connections(limits::DATABASE_CONNECTIONS_MAX)
        .acquire_timeout(limits::DATABASE_WAIT_MAX)
        .connect_with(options.read_only(true))
        .await?;
    Ok(Db::Lite { read, write })
}
