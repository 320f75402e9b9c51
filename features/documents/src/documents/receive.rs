//! Bytes that come in: straight to the blob store, never whole in memory, and read on for a while after a
//! refusal, so that the answer arrives and not a broken connection.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::SystemTime;

use axum::body::{Body, BodyDataStream};
use blobs::{PutError, Stored};
use bytes::Bytes;
use convert::media_type as found_out;
use futures_util::{Stream, StreamExt};
use kernel::{Error, Result, Words, limits};

use crate::Parts;

/// A body that can be read on by whoever refuses it.
#[derive(Clone)]
pub(crate) struct Incoming(Arc<Mutex<BodyDataStream>>);

impl Incoming {
    pub fn new(body: Body) -> Self {
        Self(Arc::new(Mutex::new(body.into_data_stream())))
    }

    /// Reads a little of what is left and throws it away.
    pub async fn read_on(mut self) {
        let mut left = limits::REFUSED_BODY_READ_MAX_BYTES;
        while let Some(Ok(chunk)) = self.next().await {
            match left.checked_sub(chunk.len()) {
                Some(rest) => left = rest,
                None => return,
            }
        }
    }
}

impl Stream for Incoming {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        inner.poll_next_unpin(context)
    }
}

/// Stores the bytes. When it answers they are on the disk.
///
/// Errors: `TooLarge`, `Full`, and `Invalid` on the field `file` for a stream that broke off.
pub(crate) async fn store<S, E>(parts: &Parts, stream: S) -> Result<Stored>
where
    S: Stream<Item = Result<Bytes, E>>,
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let stored = parts.blobs.put(stream, limits::FILE_MAX_BYTES).await.map_err(refused)?;
    seen_now(parts, &stored.hash).await;
    Ok(stored)
}

pub(crate) fn refused(error: PutError) -> Error {
    match error {
        PutError::TooLarge => {
            let max = limits::FILE_MAX_BYTES / (1024 * 1024 * 1024);
            Error::TooLarge(Words::new("documents-file-too-large").with("max", max))
        }
        PutError::Interrupted(_) => Error::invalid("file", "documents-broke-off"),
        PutError::Full => Error::Full,
        PutError::Io(cause) => Error::unexpected(cause),
    }
}

/// Bytes that lie there already are marked as wanted again, so that nobody clears them away before the row
/// that names them is committed.
async fn seen_now(parts: &Parts, hash: &str) {
    let Some(path) = parts.blobs.path(hash) else { return };
    let touch = move || {
        let file = std::fs::File::options().append(true).open(path)?;
        file.set_modified(SystemTime::now())
    };
    if let Ok(Err(error)) = tokio::task::spawn_blocking(touch).await {
        tracing::warn!(%error, "a file could not be marked as wanted");
    }
}

/// What the bytes are. Looks into a zip file, so it is done on a thread that may wait.
pub(crate) async fn media_type(parts: &Parts, stored: &Stored, name: &str) -> Result<String> {
    let (path, head, name) = (parts.blobs.path(&stored.hash), stored.head.clone(), name.to_owned());
    let look = move || found_out(&name, &head, path.as_deref()).to_owned();
    tokio::task::spawn_blocking(look).await.map_err(Error::unexpected)
}
