//! Bytes on disk under the name of their SHA-256: stored once, never changed, and gone only when removed.
//!
//! The cast: [`Blobs`] is the folder. [`Blobs::put`] takes a stream into `tmp/`, and moves it to its place
//! when all of it is on the disk; it answers with a [`Stored`]. [`Blobs::verify`] reads one again and says
//! how it is.
//!
//! A row that names a blob is written after `put` has answered, so no crash leaves a row without its bytes.
//! The other way round a crash may leave bytes without a row, which cost room and nothing else.

mod blobs;
mod put;
#[cfg(test)]
mod tests;
mod verify;

pub use blobs::Blobs;
pub use put::{PutError, Stored};
pub use verify::Verdict;
