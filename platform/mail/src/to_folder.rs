//! Mails as files, for trying the product out, for tests, and for whoever delivers them another way.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kernel::ids::Uuid;

use crate::mailer::SendError;

#[derive(Clone)]
pub(crate) struct Folder {
    path: Arc<Path>,
}

impl Folder {
    pub(crate) fn new(path: PathBuf) -> Self {
        Self { path: path.into() }
    }

    pub(crate) async fn send(&self, letter: Vec<u8>) -> Result<(), SendError> {
        let folder = self.path.clone();
        let written = tokio::task::spawn_blocking(move || write(&folder, &letter)).await;
        let outcome = written.map_err(io::Error::other).and_then(|outcome| outcome);
        outcome.map_err(|error| SendError::Retry(format!("the outbox cannot be written: {error}")))
    }
}

/// Whoever watches the folder for `*.eml` finds whole mails only. They hold links to sign in with, so only
/// the program's own user may read them.
fn write(folder: &Path, letter: &[u8]) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let id = Uuid::now_v7();
    let unfinished = folder.join(format!(".{id}.unfinished"));
    let outcome = write_whole(&unfinished, letter)
        .and_then(|()| std::fs::rename(&unfinished, folder.join(format!("{id}.eml"))))
        .and_then(|()| File::open(folder)?.sync_all());
    if outcome.is_err() {
        // What could not be written may be impossible to remove, too; the first error is the one to tell.
        std::fs::remove_file(&unfinished).unwrap_or_default();
    }
    outcome
}

fn write_whole(path: &Path, letter: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(letter)?;
    file.sync_all()
}
