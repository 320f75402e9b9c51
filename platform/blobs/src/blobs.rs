//! The folder and how it is read: `root/ab/cdef…`, the first two digits of the hash being a folder.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use futures_util::stream::{self, BoxStream};
use futures_util::{StreamExt, TryStreamExt};
use kernel::{Error, Result};
use tokio::fs::File;
use tokio::io::AsyncReadExt;

/// No upload takes that long, so whatever is older in `tmp/` was left by a process that was killed.
const LEFTOVER_AGE_MIN: Duration = Duration::from_secs(24 * 60 * 60);

/// Digits of a SHA-256 in hexadecimal.
const HASH_LENGTH_CHARS: usize = 64;

/// The store. A clone is the same store.
#[derive(Clone, Debug)]
pub struct Blobs {
    root: Arc<Path>,
}

impl Blobs {
    /// Opens the store in this folder, makes what is missing of it, and removes what uploads left behind more
    /// than a day ago.
    ///
    /// Errors: `Unexpected` if the folder cannot be made or written; the cause names it.
    pub async fn open(root: PathBuf) -> Result<Self> {
        let folder = root.clone();
        tokio::task::spawn_blocking(move || prepare(&folder))
            .await
            .map_err(Error::unexpected)?
            .map_err(|error| Error::unexpected(format!("{}: {error}", root.display())))?;
        Ok(Self { root: root.into() })
    }

    /// Where the blob of this hash lies, or would lie. `None` unless it is 64 digits of lower-case
    /// hexadecimal, so no path can be made of anything else.
    pub fn path(&self, hash: &str) -> Option<PathBuf> {
        let digits = hash.len() == HASH_LENGTH_CHARS
            && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let (folder, name) = hash.split_at_checked(2)?;
        digits.then(|| self.root.join(folder).join(name))
    }

    /// The blob, for reading parts of it.
    ///
    /// Errors: `NotFound` also for a hash that is none.
    pub async fn open_blob(&self, hash: &str) -> io::Result<File> {
        File::open(self.path(hash).ok_or(io::ErrorKind::NotFound)?).await
    }

    /// The whole blob in memory.
    ///
    /// Errors: `NotFound`; `FileTooLarge` if it has more than `max_bytes`.
    pub async fn read(&self, hash: &str, max_bytes: u64) -> io::Result<Vec<u8>> {
        let file = self.open_blob(hash).await?;
        if file.metadata().await?.len() > max_bytes {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let mut content = Vec::new();
        file.take(max_bytes).read_to_end(&mut content).await?;
        Ok(content)
    }

    /// Removes the blob; may be repeated. The caller makes sure that no row names it, and that none is about
    /// to: the same bytes may just be arriving once more.
    pub async fn remove(&self, hash: &str) -> io::Result<()> {
        let path = self.path(hash).ok_or(io::ErrorKind::NotFound)?;
        match tokio::fs::remove_file(path).await {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            outcome => outcome,
        }
    }

    /// The hash of every blob, in order. Reads a folder at a time, so a 256th of all is in memory.
    pub fn all(&self) -> BoxStream<'static, io::Result<String>> {
        let root = self.root.clone();
        stream::iter(0..=u8::MAX)
            .then(move |number| folder_of_hashes(root.clone(), hex::encode([number])))
            .map_ok(|hashes| stream::iter(hashes.into_iter().map(Ok)))
            .try_flatten()
            .boxed()
    }

    pub(crate) fn tmp(&self) -> PathBuf {
        self.root.join("tmp")
    }
}

/// Makes all folders at once, so that no upload has to make one, and to wait until it is on the disk.
fn prepare(root: &Path) -> io::Result<()> {
    std::fs::create_dir_all(root)?;
    let tmp = root.join("tmp");
    std::fs::create_dir_all(&tmp)?;
    for number in 0..=u8::MAX {
        match std::fs::create_dir(root.join(hex::encode([number]))) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
    }
    sync_folder(root)?;
    let oldest = SystemTime::now().checked_sub(LEFTOVER_AGE_MIN).unwrap_or(SystemTime::UNIX_EPOCH);
    for entry in std::fs::read_dir(&tmp)? {
        let entry = entry?;
        let touched = entry.metadata().and_then(|data| data.modified());
        if touched.is_ok_and(|touched| touched < oldest)
            && let Err(error) = std::fs::remove_file(entry.path())
        {
            tracing::warn!(%error, "a leftover of an upload could not be removed");
        }
    }
    Ok(())
}

/// A file's name is durable only when its folder is on the disk, too.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    std::fs::File::open(folder)?.sync_all()
}

async fn folder_of_hashes(root: Arc<Path>, first: String) -> io::Result<Vec<String>> {
    let list = move || -> io::Result<Vec<String>> {
        let mut hashes = Vec::new();
        for entry in std::fs::read_dir(root.join(&first))? {
            if let Some(rest) = entry?.file_name().to_str().filter(|rest| rest.len() == HASH_LENGTH_CHARS - 2)
            {
                hashes.push(format!("{first}{rest}"));
            }
        }
        hashes.sort_unstable();
        Ok(hashes)
    };
    tokio::task::spawn_blocking(list).await.map_err(io::Error::other)?
}
