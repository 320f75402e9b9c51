//! Where a document's updates are kept; a feature implements it with its tables.

use async_trait::async_trait;
use richtext::Node;
use uuid::Uuid;

/// The log of each room: rows of updates in version 1 of Yjs' encoding, in the order they were kept.
///
/// For one room no two calls are made at the same time.
#[async_trait]
pub trait Log: Send + Sync + 'static {
    /// All rows, the oldest first; a snapshot is a row like any other.
    async fn load(&self, room: Uuid) -> kernel::Result<Vec<Vec<u8>>>;

    /// Adds rows and answers how many there are now. They must survive a crash once this returns: people
    /// are told then that their words are kept.
    async fn append(&self, room: Uuid, updates: Vec<Vec<u8>>) -> kernel::Result<i64>;

    /// Replaces all rows by this one, which holds whatever was loaded and appended before.
    async fn compact(&self, room: Uuid, snapshot: Vec<u8>) -> kernel::Result<()>;

    /// The document reads differently now, and these people wrote in it since the last time. Told some
    /// seconds after the last edit, and when the last person leaves. After a crash between an edit and this
    /// the log knows more than was told here.
    async fn edited(&self, room: Uuid, by: Vec<Uuid>, doc: Node, snapshot: Vec<u8>) -> kernel::Result<()>;
}
