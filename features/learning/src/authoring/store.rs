//! All SQL about drafts, what was put aside, and rounds in which something is tried out.

use database::{Reads, Tx, execute, execute_and_count, fetch_all, fetch_optional};
use kernel::ids::{PersonId, Uuid};
use kernel::{Locale, Result};
use sqlx::FromRow;

const COURSES_MAX_ROWS: i64 = 500;
const VERSIONS_MAX_ROWS: i64 = 100;

/// Drafts put aside are kept until so many newer ones lie there.
const ASIDE_MAX_ROWS: i64 = 20;

/// A course with the files that its authors are working on.
#[derive(Clone, Debug, FromRow)]
pub(crate) struct Draft {
    pub id: Uuid,
    pub key: String,
    pub owner_id: Uuid,
    /// JSON: path to text.
    pub files: String,
    pub published_at: Option<i64>,
    pub withdrawn_at: Option<i64>,
    /// Who saved last, and when.
    pub draft_by_id: Option<Uuid>,
    pub draft_at: Option<i64>,
}

impl Draft {
    /// Comes with the product and is replaced by its next version.
    pub fn is_bundled(&self) -> bool {
        self.owner_id == PersonId::NOBODY.uuid()
    }
}

pub(crate) async fn find(from: &mut impl Reads, course: Uuid) -> Result<Option<Draft>> {
    fetch_optional!(
        from,
        Draft,
        "select id, key, owner_id, draft as files, published_at, withdrawn_at, draft_by_id, draft_at
         from course where id = $1",
        [course]
    )
}

/// Keeps others who save in the same course waiting until this transaction ends.
pub(crate) async fn lock(tx: &mut Tx, course: Uuid) -> Result<()> {
    execute!(tx, "update course set key = key where id = $1", [course])
}

pub(crate) async fn save(tx: &mut Tx, course: Uuid, files: &str, by: Uuid) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "update course set draft = $2, draft_by_id = $3, draft_at = $4 where id = $1",
        [course, files, by, at]
    )
}

pub(crate) async fn put_aside(tx: &mut Tx, course: Uuid, files: &str, by: Uuid) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "insert into course_aside (course_id, number, files, by_id, at)
         select $1, coalesce(max(number), 0) + 1, $2, $3, $4 from course_aside where course_id = $1",
        [course, files, by, at]
    )?;
    execute!(
        tx,
        "delete from course_aside where course_id = $1 and number <=
             (select max(number) from course_aside where course_id = $1) - $2",
        [course, ASIDE_MAX_ROWS]
    )
}

/// A course as its authors see it in their list.
#[derive(Clone, Debug, FromRow)]
pub(crate) struct Line {
    pub id: Uuid,
    pub owner_id: Uuid,
    pub title: String,
    pub published_at: Option<i64>,
    pub withdrawn_at: Option<i64>,
    /// 1 if the draft is not what was published last.
    pub changed: i64,
    pub draft_at: Option<i64>,
}

/// Hers, or for an admin all of them; what was worked at last comes first.
pub(crate) async fn list(
    from: &mut impl Reads,
    locale: Locale,
    author: Uuid,
    is_admin: bool,
) -> Result<Vec<Line>> {
    fetch_all!(
        from,
        Line,
        "select course.id, course.owner_id, course_text.title, course.published_at, course.withdrawn_at,
             cast(case when course.draft = (select files from course_version
                 where course_id = course.id order by number desc limit 1) then 0 else 1 end as bigint)
                 as changed, course.draft_at
         from course join course_text on course_text.course_id = course.id
             and course_text.language = coalesce(
                 (select language from course_text where course_id = course.id and language = $1),
                 (select language from course_text where course_id = course.id and position = 0))
         where course.owner_id = $2 or $3 = 1
         order by coalesce(course.draft_at, course.made_at) desc, course.id limit $4",
        [locale.code(), author, i64::from(is_admin), COURSES_MAX_ROWS]
    )
}

/// What was published, or a draft that was put aside.
#[derive(Clone, Debug, FromRow)]
pub(crate) struct Version {
    pub number: i64,
    pub by_id: Uuid,
    pub at: i64,
}

/// The newest first.
pub(crate) async fn versions(from: &mut impl Reads, course: Uuid) -> Result<Vec<Version>> {
    fetch_all!(
        from,
        Version,
        "select number, by_id, at from course_version where course_id = $1 order by number desc limit $2",
        [course, VERSIONS_MAX_ROWS]
    )
}

pub(crate) async fn asides(from: &mut impl Reads, course: Uuid) -> Result<Vec<Version>> {
    fetch_all!(
        from,
        Version,
        "select number, by_id, at from course_aside where course_id = $1 order by number desc limit $2",
        [course, ASIDE_MAX_ROWS]
    )
}

pub(crate) async fn version(from: &mut impl Reads, course: Uuid, number: i64) -> Result<Option<String>> {
    let row: Option<(String,)> = fetch_optional!(
        from,
        (String,),
        "select files from course_version where course_id = $1 and number = $2",
        [course, number]
    )?;
    Ok(row.map(|it| it.0))
}

pub(crate) async fn aside(from: &mut impl Reads, course: Uuid, number: i64) -> Result<Option<String>> {
    let row: Option<(String,)> = fetch_optional!(
        from,
        (String,),
        "select files from course_aside where course_id = $1 and number = $2",
        [course, number]
    )?;
    Ok(row.map(|it| it.0))
}

/// Answers whether it was not so before.
pub(crate) async fn withdraw(tx: &mut Tx, course: Uuid) -> Result<bool> {
    let at = tx.at().micros();
    let changed = execute_and_count!(
        tx,
        "update course set withdrawn_at = $2
         where id = $1 and withdrawn_at is null and published_at is not null",
        [course, at]
    )?;
    Ok(changed > 0)
}

/// Answers whether it had been withdrawn.
pub(crate) async fn bring_back(tx: &mut Tx, course: Uuid) -> Result<bool> {
    let changed = execute_and_count!(
        tx,
        "update course set withdrawn_at = null where id = $1 and withdrawn_at is not null",
        [course]
    )?;
    Ok(changed > 0)
}

pub(crate) async fn put_trial(tx: &mut Tx, id: Uuid, person: Uuid, course: Uuid, state: &str) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "insert into course_trial (id, person_id, course_id, made_at, state) values ($1, $2, $3, $4, $5)",
        [id, person, course, at, state]
    )
}

/// Removes what was tried out before this moment.
pub(crate) async fn forget_trials(tx: &mut Tx, before: i64) -> Result<()> {
    execute!(tx, "delete from course_trial where made_at < $1", [before])
}

/// Her trial, if it was made after this moment.
pub(crate) async fn trial(
    from: &mut impl Reads,
    person: Uuid,
    id: Uuid,
    after: i64,
) -> Result<Option<String>> {
    let row: Option<(String,)> = fetch_optional!(
        from,
        (String,),
        "select state from course_trial where id = $1 and person_id = $2 and made_at >= $3",
        [id, person, after]
    )?;
    Ok(row.map(|it| it.0))
}

/// Keeps others who answer in the same trial waiting until this transaction ends.
pub(crate) async fn lock_trial(tx: &mut Tx, id: Uuid) -> Result<()> {
    execute!(tx, "update course_trial set made_at = made_at where id = $1", [id])
}

pub(crate) async fn set_trial(tx: &mut Tx, id: Uuid, state: &str) -> Result<()> {
    execute!(tx, "update course_trial set state = $2 where id = $1", [id, state])
}
