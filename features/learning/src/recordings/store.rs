//! All SQL about recordings.

use database::{Reads, Tx, execute, fetch_all, fetch_optional};
use kernel::Result;
use kernel::ids::Uuid;

use super::recording::Recording;

/// Those of one chapter in one language: its lines, and some whose line was changed.
pub(crate) const RECORDINGS_MAX_ROWS: i64 = 200;

pub(crate) async fn of_chapter(
    from: &mut impl Reads,
    chapter: Uuid,
    language: &str,
) -> Result<Vec<Recording>> {
    fetch_all!(
        from,
        Recording,
        "select id, words, blob, media_type, size from recording
         where chapter_id = $1 and language = $2 order by at, id limit $3",
        [chapter, language, RECORDINGS_MAX_ROWS]
    )
}

/// A recording and the course in which it is heard.
pub(crate) async fn find(from: &mut impl Reads, id: Uuid) -> Result<Option<(Recording, Uuid)>> {
    let found: Option<Recording> = fetch_optional!(
        from,
        Recording,
        "select id, words, blob, media_type, size from recording where id = $1",
        [id]
    )?;
    let course: Option<(Uuid,)> = fetch_optional!(
        from,
        (Uuid,),
        "select chapter.course_id from recording join chapter on chapter.id = recording.chapter_id
         where recording.id = $1",
        [id]
    )?;
    Ok(found.zip(course.map(|it| it.0)))
}

/// Takes the place of the one of the same words.
pub(crate) async fn put(tx: &mut Tx, chapter: Uuid, language: &str, it: &Recording) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "delete from recording where chapter_id = $1 and language = $2 and words = $3",
        [chapter, language, &it.words]
    )?;
    execute!(
        tx,
        "insert into recording (id, chapter_id, language, words, blob, media_type, size, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        [it.id, chapter, language, &it.words, &it.blob, &it.media_type, it.size, at]
    )
}

/// Only of this course.
pub(crate) async fn remove(tx: &mut Tx, course: Uuid, id: Uuid) -> Result<()> {
    execute!(
        tx,
        "delete from recording
         where id = $1 and chapter_id in (select id from chapter where course_id = $2)",
        [id, course]
    )
}

pub(crate) async fn blobs(from: &mut impl Reads, after: &str, limit: i64) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = fetch_all!(
        from,
        (String,),
        "select distinct blob from recording where blob > $1 order by blob limit $2",
        [after, limit]
    )?;
    Ok(rows.into_iter().map(|it| it.0).collect())
}
