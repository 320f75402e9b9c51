//! One statement for both engines.
//!
//! [`fetch_all!`](crate::fetch_all) and [`fetch_optional!`](crate::fetch_optional) take a [`Reader`] or a
//! [`Tx`](crate::Tx); [`execute!`](crate::execute) takes only a `Tx`. Both engines understand `$1`.
//!
//! ```ignore
//! fetch_optional!(from, Row, "select id, title from document where id = $1", [id.uuid()])
//! ```

use kernel::ids::Uuid;
use kernel::{Error, Result};
use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, Postgres, Sqlite, SqliteConnection};

/// A connection of one of the engines, borrowed for one statement.
pub enum Conn<'c> {
    Lite(&'c mut SqliteConnection),
    Pg(&'c mut PgConnection),
}

/// Whatever a statement that reads can run on: a store function serves a page and a transaction alike.
pub trait Reads: Send {
    /// Errors: `Unexpected` for a transaction that has ended.
    fn conn(&mut self) -> Result<Conn<'_>>;
}

/// A connection for reading. `execute!` does not take it, and on SQLite the engine refuses a write as well.
pub enum Reader {
    Lite(PoolConnection<Sqlite>),
    Pg(PoolConnection<Postgres>),
}

impl Reads for Reader {
    fn conn(&mut self) -> Result<Conn<'_>> {
        Ok(match self {
            Reader::Lite(connection) => Conn::Lite(connection),
            Reader::Pg(connection) => Conn::Pg(connection),
        })
    }
}

/// PostgreSQL's code for characters that no text can hold: a zero character (its manual, appendix A).
const NOT_IN_REPERTOIRE: &str = "22021";

/// Turns the engine's error into ours. A broken `unique` means that somebody else was faster, a broken
/// `references` that somebody moved what this belongs to. A zero character came from outside: everything else
/// is text of ours.
pub fn failed(error: sqlx::Error) -> Error {
    match &error {
        sqlx::Error::Database(cause) if cause.is_unique_violation() || cause.is_foreign_key_violation() => {
            Error::conflict("database-faster")
        }
        sqlx::Error::Database(cause) if cause.code().as_deref() == Some(NOT_IN_REPERTOIRE) => {
            Error::invalid("text", "database-zero")
        }
        _ => Error::unexpected(error),
    }
}

/// All rows as `$row`. Give the statement a `limit`. Where none serves both engines, give one for each.
///
/// Where it is bound and the statement runs often, write `limit cast($1 as bigint)`: SQLite looks at the
/// number behind a bare `limit $1`, and therefore plans the statement anew each time.
#[macro_export]
macro_rules! fetch_all {
    ($from:expr, $row:ty, $($rest:tt)*) => { $crate::on_either!(conn $from, fetch_all, $row, $($rest)*) };
}

/// The first row as `$row`, or `None`.
#[macro_export]
macro_rules! fetch_optional {
    ($from:expr, $row:ty, $($rest:tt)*) => {
        $crate::on_either!(conn $from, fetch_optional, $row, $($rest)*)
    };
}

/// Writes. Its first argument can only be a [`Tx`](crate::Tx).
#[macro_export]
macro_rules! execute {
    ($($statement:tt)*) => {
        $crate::execute_and_count!($($statement)*).map(drop)
    };
}

/// Writes, and answers how many rows it changed.
#[macro_export]
macro_rules! execute_and_count {
    ($tx:expr, sqlite: $lite:literal, postgres: $pg:literal, [$($bind:expr),* $(,)?] $(,)?) => {
        match $crate::Tx::writing($tx) {
            Ok($crate::Conn::Lite(it)) => $crate::sqlx::query($lite)$(.bind($bind))*
                .execute(it).await.map(|it| it.rows_affected()).map_err($crate::query::failed),
            Ok($crate::Conn::Pg(it)) => $crate::sqlx::query($pg)$(.bind($bind))*
                .execute(it).await.map(|it| it.rows_affected()).map_err($crate::query::failed),
            Err(error) => Err(error),
        }
    };
    ($tx:expr, $sql:literal, [$($bind:expr),* $(,)?] $(,)?) => {
        $crate::execute_and_count!($tx, sqlite: $sql, postgres: $sql, [$($bind),*])
    };
}

/// The same tokens twice, because the two engines' queries are of different types.
#[doc(hidden)]
#[macro_export]
macro_rules! on_either {
    (conn $from:expr, $fetch:ident, $row:ty, sqlite: $lite:literal, postgres: $pg:literal,
     [$($bind:expr),* $(,)?] $(,)?) => {
        match $crate::Reads::conn($from) {
            Ok($crate::Conn::Lite(it)) => $crate::sqlx::query_as::<_, $row>($lite)$(.bind($bind))*
                .$fetch(it).await.map_err($crate::query::failed),
            Ok($crate::Conn::Pg(it)) => $crate::sqlx::query_as::<_, $row>($pg)$(.bind($bind))*
                .$fetch(it).await.map_err($crate::query::failed),
            Err(error) => Err(error),
        }
    };
    (conn $from:expr, $fetch:ident, $row:ty, $sql:literal, [$($bind:expr),* $(,)?] $(,)?) => {
        $crate::on_either!(conn $from, $fetch, $row, sqlite: $sql, postgres: $sql, [$($bind),*])
    };
}

/// Several ids as one value to bind, for statements such as
/// `id in (select unhex(value) from json_each($1))` on SQLite and
/// `id in (select cast(value as uuid) from json_array_elements_text(cast($1 as json)))` on PostgreSQL.
pub fn id_list(ids: &[Uuid]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| format!("\"{}\"", id.simple())).collect();
    format!("[{}]", ids.join(","))
}
