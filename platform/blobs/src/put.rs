//! Taking a stream in: hashed and written block by block, durable before it is answered, and nothing else
//! left.
//!
//! While one block is hashed and written on a blocking thread, the next one is gathered. So an upload holds
//! two blocks of memory however large it is, and a slow one holds no thread while it waits for its sender.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;
use std::pin::{Pin, pin};

use bytes::{Buf, Bytes};
use futures_util::{Stream, StreamExt, stream};
use kernel::ids::Uuid;
use sha2::{Digest, Sha256};
use tokio::task::{JoinHandle, spawn_blocking};

use crate::blobs::{Blobs, sync_folder};

/// Large enough that handing it to another thread costs nothing beside hashing it.
const BLOCK_SIZE_BYTES: usize = 1 << 20;

/// What is needed to tell the type of a file: some formats have their name behind the first 32 KiB.
const HEAD_SIZE_MAX_BYTES: usize = 64 << 10;

/// A blob that is on the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// SHA-256 of the bytes, 64 digits of lower-case hexadecimal.
    pub hash: String,
    /// In bytes.
    pub size: u64,
    /// The first 64 KiB, or all if it has fewer, for telling the type by content.
    pub head: Vec<u8>,
}

/// Why nothing was stored.
#[derive(Debug, thiserror::Error)]
pub enum PutError {
    #[error("more bytes than are allowed")]
    TooLarge,
    /// The sender went away or broke the protocol.
    #[error("the stream broke off")]
    Interrupted(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The disk, or the quota of whoever runs this.
    #[error("the disk is full")]
    Full,
    #[error("the disk failed")]
    Io(#[source] io::Error),
}

impl From<io::Error> for PutError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            _ => Self::Io(error),
        }
    }
}

impl Blobs {
    /// Stores all bytes of the stream. When it answers with a hash, file and folder are on the disk. The same
    /// bytes may be stored again, also at the same time; they are kept once, and mended if the file that lies
    /// there has another size. Dropped or failed, it leaves nothing.
    ///
    /// Errors: `TooLarge` as soon as more than `max_bytes` have come; `Interrupted` with the stream's own
    /// error.
    pub async fn put<S, E>(&self, stream: S, max_bytes: u64) -> Result<Stored, PutError>
    where
        S: Stream<Item = Result<Bytes, E>>,
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let tmp = self.tmp();
        let mut writer = Writer { turn: Some(spawn_blocking(move || Upload::begin(tmp))) };
        match fill(&mut writer, pin!(stream), max_bytes).await {
            Ok(rest) => {
                let (mut upload, blobs) = (writer.idle().await?, self.clone());
                let finish = move || {
                    upload.write(&rest)?;
                    upload.finish(&blobs)
                };
                Ok(spawn_blocking(finish).await.map_err(io::Error::other)??)
            }
            Err(error) => {
                // Waits until the block in flight is written, so that its file is gone when we answer.
                drop(writer.idle().await);
                Err(error)
            }
        }
    }

    /// Stores bytes that are in memory already.
    pub async fn put_bytes(&self, bytes: Vec<u8>) -> Result<Stored, PutError> {
        self.put(stream::iter([Ok::<_, io::Error>(Bytes::from(bytes))]), u64::MAX).await
    }
}

/// Gives every full block to the writer. Gives the last one, which is not full, back.
async fn fill<S, E>(writer: &mut Writer, mut stream: Pin<&mut S>, max_bytes: u64) -> Result<Vec<u8>, PutError>
where
    S: Stream<Item = Result<Bytes, E>>,
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let (mut block, mut size) = (Vec::new(), 0_u64);
    while let Some(chunk) = stream.next().await {
        let mut chunk = chunk.map_err(|cause| PutError::Interrupted(cause.into()))?;
        size = size.saturating_add(chunk.len() as u64);
        if size > max_bytes {
            return Err(PutError::TooLarge);
        }
        while chunk.has_remaining() {
            let part = chunk.split_to(chunk.len().min(BLOCK_SIZE_BYTES - block.len()));
            block.extend_from_slice(&part);
            if block.len() == BLOCK_SIZE_BYTES {
                block = writer.write(block).await?;
            }
        }
    }
    Ok(block)
}

/// Has at most one block on a blocking thread.
struct Writer {
    /// `None` once it failed.
    turn: Option<JoinHandle<io::Result<Upload>>>,
}

impl Writer {
    /// Starts to write this block as soon as the one before is written, whose memory it gives back.
    async fn write(&mut self, block: Vec<u8>) -> Result<Vec<u8>, PutError> {
        let mut upload = self.idle().await?;
        let spare = std::mem::take(&mut upload.spare);
        self.turn = Some(spawn_blocking(move || {
            upload.write(&block)?;
            upload.spare = block;
            upload.spare.clear();
            Ok(upload)
        }));
        Ok(spare)
    }

    /// Waits until nothing is being written.
    async fn idle(&mut self) -> Result<Upload, PutError> {
        let turn = self.turn.take().ok_or_else(|| io::Error::other("writing has failed before"))?;
        Ok(turn.await.map_err(io::Error::other)??)
    }
}

/// A file in `tmp/`, which goes when this is dropped.
struct Upload {
    file: File,
    path: PathBuf,
    hasher: Sha256,
    size: u64,
    head: Vec<u8>,
    /// The memory of the block before, to be used again.
    spare: Vec<u8>,
}

impl Upload {
    fn begin(tmp: PathBuf) -> io::Result<Self> {
        let path = tmp.join(Uuid::now_v7().to_string());
        let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path)?;
        Ok(Self { file, path, hasher: Sha256::new(), size: 0, head: Vec::new(), spare: Vec::new() })
    }

    fn write(&mut self, block: &[u8]) -> io::Result<()> {
        let missing = HEAD_SIZE_MAX_BYTES - self.head.len();
        self.head.extend_from_slice(&block[..block.len().min(missing)]);
        self.hasher.update(block);
        self.size += block.len() as u64;
        self.file.write_all(block)
    }

    /// Moves it to its place. What lies there already is known to be on the disk, but not that its name is:
    /// the one who put it there may be waiting for just that.
    fn finish(mut self, blobs: &Blobs) -> io::Result<Stored> {
        let hash = hex::encode(self.hasher.finalize_reset());
        let place = blobs.path(&hash).ok_or(io::ErrorKind::InvalidInput)?;
        let there = std::fs::metadata(&place).is_ok_and(|data| data.is_file() && data.len() == self.size);
        if !there {
            self.file.sync_all()?;
            std::fs::rename(&self.path, &place)?;
        }
        if let Some(folder) = place.parent() {
            sync_folder(folder)?;
        }
        Ok(Stored { hash, size: self.size, head: std::mem::take(&mut self.head) })
    }
}

impl Drop for Upload {
    fn drop(&mut self) {
        match std::fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                tracing::warn!(%error, "the file of an upload could not be removed");
            }
            _ => {}
        }
    }
}
