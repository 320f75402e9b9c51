use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use futures_util::{StreamExt, TryStreamExt, stream};
use proptest::prelude::{ProptestConfig, any, prop, prop_assert, prop_assert_eq, proptest};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::{Blobs, PutError, Stored, Verdict};

const MIB: usize = 1 << 20;

async fn store() -> (TempDir, Blobs) {
    let folder = tempfile::tempdir().unwrap();
    let blobs = Blobs::open(folder.path().join("blobs")).await.unwrap();
    (folder, blobs)
}

/// Puts the content in pieces of this many bytes.
async fn put(blobs: &Blobs, content: &[u8], piece: usize, max: u64) -> Result<Stored, PutError> {
    let pieces: Vec<_> = content.chunks(piece).map(Bytes::copy_from_slice).map(Ok::<_, io::Error>).collect();
    blobs.put(stream::iter(pieces), max).await
}

fn sha256(content: &[u8]) -> String {
    hex::encode(Sha256::digest(content))
}

/// Every file below the folder, those in `tmp/` included.
fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        match entry.file_type().unwrap().is_dir() {
            true => found.extend(files(&entry.path())),
            false => found.push(entry.path()),
        }
    }
    found
}

fn noise(length: usize) -> Vec<u8> {
    (0..length as u64).map(|at| (at.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 56) as u8).collect()
}

#[tokio::test]
async fn what_was_put_is_read_again_under_its_hash() {
    let (_folder, blobs) = store().await;
    let content = noise(3 * MIB + 17);
    let stored = put(&blobs, &content, 70_000, u64::MAX).await.unwrap();
    assert_eq!(stored.hash, sha256(&content));
    assert_eq!(stored.size, content.len() as u64);
    assert_eq!(stored.head, content[..64 << 10]);
    assert_eq!(blobs.read(&stored.hash, stored.size).await.unwrap(), content);
    assert_eq!(blobs.verify(&stored.hash).await, Verdict::Whole);
    assert_eq!(blobs.path(&stored.hash).unwrap().parent().unwrap().file_name().unwrap(), &stored.hash[..2]);
}

#[tokio::test]
async fn nothing_at_all_is_a_blob_too() {
    let (_folder, blobs) = store().await;
    let stored = blobs.put_bytes(Vec::new()).await.unwrap();
    assert_eq!(stored, Stored { hash: sha256(b""), size: 0, head: Vec::new() });
    assert_eq!(blobs.read(&stored.hash, 0).await.unwrap(), b"");
}

#[tokio::test]
async fn the_same_bytes_put_at_the_same_time_are_kept_once() {
    let (folder, blobs) = store().await;
    let content = noise(MIB + 5);
    let puts = (1..=16).map(|piece| put(&blobs, &content, piece * 1000, u64::MAX));
    for stored in futures_util::future::join_all(puts).await {
        assert_eq!(stored.unwrap().hash, sha256(&content));
    }
    assert_eq!(files(folder.path()).len(), 1);
    assert_eq!(blobs.verify(&sha256(&content)).await, Verdict::Whole);
}

#[tokio::test]
async fn what_is_there_is_not_written_again() {
    let (_folder, blobs) = store().await;
    let stored = blobs.put_bytes(b"once".to_vec()).await.unwrap();
    let path = blobs.path(&stored.hash).unwrap();
    let before = std::fs::metadata(&path).unwrap().modified().unwrap();
    blobs.put_bytes(b"once".to_vec()).await.unwrap();
    assert_eq!(std::fs::metadata(&path).unwrap().modified().unwrap(), before);
}

#[tokio::test]
async fn a_torn_file_is_mended_when_its_bytes_come_again() {
    let (_folder, blobs) = store().await;
    let stored = blobs.put_bytes(b"whole".to_vec()).await.unwrap();
    std::fs::write(blobs.path(&stored.hash).unwrap(), b"who").unwrap();
    assert_eq!(blobs.verify(&stored.hash).await, Verdict::Damaged);
    blobs.put_bytes(b"whole".to_vec()).await.unwrap();
    assert_eq!(blobs.verify(&stored.hash).await, Verdict::Whole);
}

#[tokio::test]
async fn what_is_too_large_leaves_nothing() {
    let (folder, blobs) = store().await;
    let content = noise(2 * MIB + 1);
    let refused = put(&blobs, &content, 65_536, 2 * MIB as u64).await;
    assert!(matches!(refused, Err(PutError::TooLarge)), "{refused:?}");
    assert_eq!(files(folder.path()).len(), 0);
    put(&blobs, &content, 65_536, content.len() as u64).await.unwrap();
}

#[tokio::test]
async fn what_breaks_off_leaves_nothing() {
    let (folder, blobs) = store().await;
    let begun = stream::iter(vec![Bytes::from(noise(MIB)); 3]).map(Ok);
    let broken = blobs.put(begun.chain(stream::iter([Err(io::Error::other("gone"))])), u64::MAX).await;
    assert!(
        matches!(&broken, Err(PutError::Interrupted(cause)) if cause.to_string() == "gone"),
        "{broken:?}"
    );
    assert_eq!(files(folder.path()).len(), 0);
}

#[tokio::test]
async fn an_upload_that_nobody_waits_for_any_more_leaves_nothing() {
    let (folder, blobs) = store().await;
    let begun = stream::iter(vec![Bytes::from(noise(MIB)); 2]).map(Ok::<_, io::Error>);
    let endless = begun.chain(stream::pending());
    let upload = tokio::spawn(async move { blobs.put(endless, u64::MAX).await.is_ok() });
    while files(folder.path()).is_empty() {
        tokio::task::yield_now().await;
    }
    upload.abort();
    assert!(upload.await.unwrap_err().is_cancelled());
    // The block in flight is written to its end before its file is removed.
    while !files(folder.path()).is_empty() {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_changed_byte_and_a_lost_file_are_found() {
    let (_folder, blobs) = store().await;
    let stored = blobs.put_bytes(b"kept as it is".to_vec()).await.unwrap();
    std::fs::write(blobs.path(&stored.hash).unwrap(), b"kept as it iz").unwrap();
    assert_eq!(blobs.verify(&stored.hash).await, Verdict::Damaged);
    blobs.remove(&stored.hash).await.unwrap();
    assert_eq!(blobs.verify(&stored.hash).await, Verdict::Missing);
    blobs.remove(&stored.hash).await.unwrap();
    assert_eq!(blobs.open_blob(&stored.hash).await.unwrap_err().kind(), io::ErrorKind::NotFound);
}

#[tokio::test]
async fn only_a_hash_leads_to_a_file() {
    let (_folder, blobs) = store().await;
    for hash in [
        "",
        "ab",
        "../../../../etc/passwd",
        &"A".repeat(64),
        &"g".repeat(64),
        &"a".repeat(65),
        &"ä".repeat(32),
    ] {
        assert_eq!(blobs.path(hash), None, "{hash}");
        assert_eq!(blobs.open_blob(hash).await.unwrap_err().kind(), io::ErrorKind::NotFound);
        assert_eq!(blobs.verify(hash).await, Verdict::Missing);
    }
    assert!(blobs.path(&"0a".repeat(32)).is_some());
}

#[tokio::test]
async fn no_more_is_read_than_is_allowed() {
    let (_folder, blobs) = store().await;
    let stored = blobs.put_bytes(vec![7; 100]).await.unwrap();
    assert_eq!(blobs.read(&stored.hash, 99).await.unwrap_err().kind(), io::ErrorKind::FileTooLarge);
    assert_eq!(blobs.read(&stored.hash, 100).await.unwrap(), vec![7; 100]);
}

#[tokio::test]
async fn all_are_listed_in_order() {
    let (_folder, blobs) = store().await;
    let mut expected = Vec::new();
    for number in 0..50_u8 {
        expected.push(blobs.put_bytes(vec![number]).await.unwrap().hash);
    }
    expected.sort();
    assert_eq!(blobs.all().try_collect::<Vec<_>>().await.unwrap(), expected);
}

#[tokio::test]
async fn opening_removes_what_uploads_left_more_than_a_day_ago() {
    let (folder, _) = store().await;
    let tmp = folder.path().join("blobs/tmp");
    std::fs::write(tmp.join("old"), b"left").unwrap();
    std::fs::write(tmp.join("new"), b"running").unwrap();
    let two_days_ago = SystemTime::now() - Duration::from_secs(2 * 24 * 60 * 60);
    std::fs::File::open(tmp.join("old")).unwrap().set_modified(two_days_ago).unwrap();
    Blobs::open(folder.path().join("blobs")).await.unwrap();
    assert_eq!(files(folder.path()), [tmp.join("new")]);
}

#[tokio::test]
async fn a_folder_that_cannot_be_made_is_named() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("taken"), b"a file").unwrap();
    let error = Blobs::open(folder.path().join("taken")).await.unwrap_err();
    let cause = std::error::Error::source(&error).unwrap().to_string();
    assert!(cause.contains("taken"), "{cause}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn however_it_is_cut_the_same_blob_comes_out(
        pieces in prop::collection::vec(0_usize..MIB + 9, 0..5),
        byte in any::<u8>(),
    ) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().unwrap();
        runtime.block_on(async {
            let (_folder, blobs) = store().await;
            let content: Vec<Vec<u8>> = pieces.iter().map(|length| vec![byte; *length]).collect();
            let chunks = content.iter().cloned().map(Bytes::from).map(Ok::<_, io::Error>);
            let stored = blobs.put(stream::iter(chunks), u64::MAX).await.unwrap();
            let whole = content.concat();
            prop_assert_eq!(&stored.hash, &sha256(&whole));
            prop_assert!(whole.starts_with(&stored.head) && stored.head.len() == whole.len().min(64 << 10));
            prop_assert_eq!(blobs.read(&stored.hash, u64::MAX).await.unwrap(), whole);
            Ok(())
        })?;
    }
}
