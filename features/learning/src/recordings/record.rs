//! An author gives a line a voice, and takes it away again.

use blobs::PutError;
use database::Reader;
use kernel::ids::Uuid;
use kernel::{Error, Locale, Result, Words};
use page::Asking;

use super::kind;
use super::recording::{RECORDING_MAX_BYTES, Recording, words_of};
use super::store;
use crate::Parts;
use crate::courses::api::{is_author, readable};
use crate::courses::course::Course;
use crate::courses::store as courses;
use crate::talks::api::scenes;

/// A course that this person writes.
///
/// Errors: `NotFound` for one she may not know of, `Forbidden` for one that others write.
pub(crate) async fn writable(reader: &mut Reader, asking: &Asking, course: Uuid) -> Result<Course> {
    let course = readable(reader, asking, course, asking.locale).await?;
    if is_author(asking, &course) { Ok(course) } else { Err(Error::forbidden("learning-voices-authors")) }
}

/// The line that is spoken.
pub(crate) struct Spoken {
    pub chapter: Uuid,
    pub locale: Locale,
    /// As of [`words_of`].
    pub words: String,
}

/// Keeps it in place of the one that the line had.
///
/// Errors: those of [`writable`]; `Conflict` if the line reads differently by now; `Invalid` for what is no
/// sound or none at all, `TooLarge`, `Full`.
pub(crate) async fn record(
    parts: &Parts,
    asking: &Asking,
    course: Uuid,
    line: &Spoken,
    sound: Vec<u8>,
) -> Result<()> {
    let mut reader = parts.database.read().await?;
    let course = writable(&mut reader, asking, course).await?;
    let of = courses::course_of(&mut reader, line.chapter).await?;
    if of != Some(course.id) {
        return Err(Error::NotFound);
    }
    let text = courses::text(&mut reader, line.chapter, line.locale).await?.ok_or(Error::NotFound)?;
    let is_there = scenes(&text)?.iter().any(|it| words_of(it) == line.words);
    if !is_there || text.language != line.locale.code() {
        return Err(Error::conflict("learning-voices-changed"));
    }
    drop(reader);
    if sound.is_empty() {
        return Err(Error::invalid("sound", "learning-voices-nothing"));
    }
    if sound.len() > RECORDING_MAX_BYTES {
        return Err(too_large());
    }
    let kind = kind::media_type(&sound).ok_or(Error::invalid("sound", "learning-voices-kind"))?;
    let stored = parts.blobs.put_bytes(sound).await.map_err(|error| match error {
        PutError::Full => Error::Full,
        other => Error::unexpected(other),
    })?;
    let recording = Recording {
        id: Uuid::now_v7(),
        words: line.words.clone(),
        blob: stored.hash,
        media_type: kind.to_owned(),
        size: i64::try_from(stored.size).unwrap_or(i64::MAX),
    };
    let mut tx = parts.database.begin().await?;
    store::put(&mut tx, line.chapter, line.locale.code(), &recording).await?;
    tx.commit().await
}

/// Errors: those of [`writable`].
pub(crate) async fn silence(parts: &Parts, asking: &Asking, course: Uuid, recording: Uuid) -> Result<()> {
    let mut reader = parts.database.read().await?;
    let course = writable(&mut reader, asking, course).await?;
    drop(reader);
    let mut tx = parts.database.begin().await?;
    store::remove(&mut tx, course.id, recording).await?;
    tx.commit().await
}

pub(crate) fn too_large() -> Error {
    Error::TooLarge(too_large_words())
}

pub(crate) fn too_large_words() -> Words {
    Words::new("learning-voices-too-large").with("max", RECORDING_MAX_BYTES / (1024 * 1024))
}
