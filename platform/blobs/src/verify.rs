//! Reading a blob again to see whether it still is what it is called.

use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::blobs::Blobs;

const BUFFER_SIZE_BYTES: usize = 1 << 20;

/// How a blob was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Its bytes have the hash that it is called by.
    Whole,
    /// There is none, or the hash is none.
    Missing,
    /// Other bytes lie there, or the disk does not give them.
    Damaged,
}

impl Blobs {
    /// Reads all of the blob, which takes its time for a large one. Uploads that are still running cannot
    /// fool it: they lie elsewhere.
    pub async fn verify(&self, hash: &str) -> Verdict {
        let Some(path) = self.path(hash) else { return Verdict::Missing };
        match tokio::task::spawn_blocking(move || sha256_of(&path)).await {
            Ok(Ok(found)) if found == hash => Verdict::Whole,
            Ok(Err(error)) if error.kind() == io::ErrorKind::NotFound => Verdict::Missing,
            _ => Verdict::Damaged,
        }
    }
}

fn sha256_of(path: &Path) -> io::Result<String> {
    let mut file = std::fs::File::open(path)?;
    let (mut hasher, mut buffer) = (Sha256::new(), vec![0; BUFFER_SIZE_BYTES]);
    loop {
        let length = file.read(&mut buffer)?;
        if length == 0 {
            return Ok(hex::encode(hasher.finalize()));
        }
        hasher.update(&buffer[..length]);
    }
}
