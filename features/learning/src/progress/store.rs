//! All SQL about how far somebody is.

use database::{Reads, Tx, execute, fetch_all, fetch_optional};
use kernel::Result;
use kernel::ids::Uuid;

/// Notes that she has begun, if it was not noted before.
pub(crate) async fn begin(tx: &mut Tx, person: Uuid, course: Uuid, chapter: Uuid) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "insert into learner_course (person_id, course_id, started_at) values ($1, $2, $3)
         on conflict (person_id, course_id) do nothing",
        [person, course, at]
    )?;
    execute!(
        tx,
        "insert into learner_chapter (person_id, chapter_id, started_at) values ($1, $2, $3)
         on conflict (person_id, chapter_id) do nothing",
        [person, chapter, at]
    )
}

pub(crate) async fn set_scene(tx: &mut Tx, person: Uuid, chapter: Uuid, scene: i64) -> Result<()> {
    execute!(
        tx,
        "update learner_chapter set scene = $3 where person_id = $1 and chapter_id = $2",
        [person, chapter, scene]
    )
}

pub(crate) async fn set_seen(tx: &mut Tx, person: Uuid, chapter: Uuid) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "update learner_chapter set seen_at = coalesce(seen_at, $3)
         where person_id = $1 and chapter_id = $2",
        [person, chapter, at]
    )
}

pub(crate) async fn set_passed(tx: &mut Tx, person: Uuid, chapter: Uuid) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "update learner_chapter set passed_at = coalesce(passed_at, $3)
         where person_id = $1 and chapter_id = $2",
        [person, chapter, at]
    )
}

/// `done` counts more than `skipped` and is never taken back.
pub(crate) async fn set_task(
    tx: &mut Tx,
    person: Uuid,
    chapter: Uuid,
    task: &str,
    reason: Option<&str>,
) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "update learner_chapter set task = $3, task_reason = $4, task_at = $5
         where person_id = $1 and chapter_id = $2 and coalesce(task, '') <> 'done'",
        [person, chapter, task, reason, at]
    )
}

/// How many chapters of the course are not through: talk seen, game passed, task done or skipped.
pub(crate) async fn missing(from: &mut impl Reads, person: Uuid, course: Uuid) -> Result<i64> {
    let row: Option<(i64,)> = fetch_optional!(
        from,
        (i64,),
        "select count(*) from chapter left join learner_chapter as learner
             on learner.chapter_id = chapter.id and learner.person_id = $1
         where chapter.course_id = $2 and chapter.removed_at is null
             and (learner.seen_at is null or learner.passed_at is null or learner.task is null)",
        [person, course]
    )?;
    Ok(row.map_or(0, |it| it.0))
}

/// Answers whether it was not noted before.
pub(crate) async fn set_course_passed(tx: &mut Tx, person: Uuid, course: Uuid, code: &str) -> Result<bool> {
    let at = tx.at().micros();
    let changed = database::execute_and_count!(
        tx,
        "update learner_course set passed_at = $3, code = $4
         where person_id = $1 and course_id = $2 and passed_at is null",
        [person, course, at, code]
    )?;
    Ok(changed > 0)
}

/// A course that somebody has begun or passed.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Begun {
    pub course_id: Uuid,
    pub started_at: i64,
    pub passed_at: Option<i64>,
    pub code: Option<String>,
}

pub(crate) async fn begun(from: &mut impl Reads, person: Uuid) -> Result<Vec<Begun>> {
    fetch_all!(
        from,
        Begun,
        "select course_id, started_at, passed_at, code from learner_course
         where person_id = $1 order by started_at, course_id limit 200",
        [person]
    )
}
