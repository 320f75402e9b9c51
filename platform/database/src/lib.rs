//! One door to SQLite and PostgreSQL.
//!
//! The cast: [`Database`] is opened once. A [`Reader`] reads. A [`Tx`] reads and writes, and nothing else
//! writes; what it [`record`](Tx::record)s is committed with what it wrote, or not at all. The [`outbox`] is
//! the log of what was recorded. Statements are written once for both engines, with the macros of [`query`].

mod database;
pub mod migrate;
pub mod outbox;
mod postgres;
pub mod query;
mod sqlite;
mod tx;
pub mod verify;
mod writer;

pub use database::{Bell, Database, Db};
pub use migrate::Migration;
pub use query::{Conn, Reader, Reads, id_list};
pub use tx::{Tx, commits};

#[doc(hidden)]
pub use sqlx;

pub const TEXTS: kernel::locale::Texts =
    kernel::locale::Texts { de: include_str!("../texts/de.ftl"), en: include_str!("../texts/en.ftl") };
