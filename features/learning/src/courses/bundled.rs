//! The course that comes with the product.

use database::{Database, Reads, Tx};
use kernel::ids::PersonId;
use kernel::{Error, Result};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use super::publish::publish;
use crate::script::{Course, Files};

/// The setting that holds the digest of the files that were installed last.
const INSTALLED: &str = "learning.bundled";

/// In a debug build the files are read from the folder when they are asked for.
#[derive(RustEmbed)]
#[folder = "../../courses/social-workplace"]
#[allow_missing = true]
struct Embedded;

/// All files of the bundled course.
pub fn files() -> Files {
    let named = Embedded::iter().filter_map(|path| {
        let file = Embedded::get(&path)?;
        Some((path.to_string(), String::from_utf8(file.data.into_owned()).ok()?))
    });
    named.collect()
}

/// Puts the bundled course in, unless this very version was put in before: so what authors of the house made
/// of it since stays until the product brings a newer one.
///
/// Errors: `Unexpected` if the bundled files are wrong.
pub async fn install(database: &Database, known: &feature::Known) -> Result<()> {
    let files = files();
    let digest = digest(&files);
    if is_installed(&mut database.read().await?, &digest).await? {
        return Ok(());
    }
    let course = Course::read(&files, &|game, kind| known.plays(game, kind.word())).map_err(|faults| {
        let first = faults.0.first().map(|it| format!("{}:{}: {}", it.file, it.line, it.message));
        Error::unexpected(format!("the bundled course is wrong: {}", first.unwrap_or_default()))
    })?;
    match put_in(database, &course, &files, &digest).await {
        // Another process that began at the same moment was faster.
        Err(Error::Conflict(_)) => Ok(()),
        done => done,
    }
}

async fn put_in(database: &Database, course: &Course, files: &Files, digest: &str) -> Result<()> {
    let mut tx: Tx = database.begin().await?;
    publish(&mut tx, course, files, PersonId::NOBODY, true).await?;
    access::settings::put(&mut tx, INSTALLED, digest).await?;
    tx.commit().await
}

async fn is_installed(from: &mut impl Reads, digest: &str) -> Result<bool> {
    Ok(access::settings::get(from, INSTALLED).await?.as_deref() == Some(digest))
}

fn digest(files: &Files) -> String {
    let mut digest = Sha256::new();
    for (path, text) in files {
        digest.update(path);
        digest.update([0]);
        digest.update(text);
        digest.update([0]);
    }
    digest.finalize().iter().map(|it| format!("{it:02x}")).collect()
}
