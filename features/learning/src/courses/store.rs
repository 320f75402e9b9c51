//! All SQL about courses, their chapters and questions.

use database::{Reads, Tx, execute, fetch_all, fetch_optional};
use kernel::ids::Uuid;
use kernel::{Locale, Result};

use super::course::{Chapter, Course};

/// Courses of one house.
pub(crate) const COURSES_MAX_ROWS: i64 = 200;
pub(crate) const CHAPTERS_MAX_ROWS: i64 = 40;

/// Published courses, withdrawn ones that this person has begun, and drafts of hers or, for an admin, of
/// anybody. In the language, else in the
/// original.
pub(crate) async fn list(
    from: &mut impl Reads,
    locale: Locale,
    author: Uuid,
    is_admin: bool,
) -> Result<Vec<Course>> {
    fetch_all!(
        from,
        Course,
        "select course.id, course.owner_id, course_text.title, course_text.about,
             course.published_at, course.withdrawn_at
         from course join course_text on course_text.course_id = course.id
             and course_text.language = coalesce(
                 (select language from course_text where course_id = course.id and language = $1),
                 (select language from course_text where course_id = course.id and position = 0))
         where (course.published_at is not null and course.withdrawn_at is null)
             or course.owner_id = $2 or $3 = 1
             or exists (select 1 from learner_course where course_id = course.id and person_id = $2)
         order by course.made_at, course.id limit $4",
        [locale.code(), author, i64::from(is_admin), COURSES_MAX_ROWS]
    )
}

pub(crate) async fn find(from: &mut impl Reads, id: Uuid, locale: Locale) -> Result<Option<Course>> {
    fetch_optional!(
        from,
        Course,
        "select course.id, course.owner_id, course_text.title, course_text.about,
             course.published_at, course.withdrawn_at
         from course join course_text on course_text.course_id = course.id
             and course_text.language = coalesce(
                 (select language from course_text where course_id = course.id and language = $2),
                 (select language from course_text where course_id = course.id and position = 0))
         where course.id = $1",
        [id, locale.code()]
    )
}

pub(crate) async fn id_of_key(from: &mut impl Reads, key: &str) -> Result<Option<(Uuid, Uuid)>> {
    fetch_optional!(from, (Uuid, Uuid), "select id, owner_id from course where key = $1", [key])
}

pub(crate) async fn languages(from: &mut impl Reads, course: Uuid) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = fetch_all!(
        from,
        (String,),
        "select language from course_text where course_id = $1 order by position limit 20",
        [course]
    )?;
    Ok(rows.into_iter().map(|it| it.0).collect())
}

/// The chapters in order, and how far `person` is in each.
pub(crate) async fn chapters(
    from: &mut impl Reads,
    course: Uuid,
    locale: Locale,
    person: Uuid,
) -> Result<Vec<Chapter>> {
    fetch_all!(
        from,
        Chapter,
        "select chapter.id, chapter.position, chapter.game, chapter.deal,
             chapter_text.title, learner.started_at, learner.scene, learner.seen_at, learner.passed_at,
             learner.task
         from chapter
         join course_text as original on original.course_id = chapter.course_id and original.position = 0
         join chapter_text on chapter_text.chapter_id = chapter.id and chapter_text.language = coalesce(
             (select language from chapter_text where chapter_id = chapter.id and language = $2),
             original.language)
         left join learner_chapter as learner
             on learner.chapter_id = chapter.id and learner.person_id = $3
         where chapter.course_id = $1 and chapter.removed_at is null
         order by chapter.position limit $4",
        [course, locale.code(), person, CHAPTERS_MAX_ROWS]
    )
}

/// The course of a chapter, if it is still part of one.
pub(crate) async fn course_of(from: &mut impl Reads, chapter: Uuid) -> Result<Option<Uuid>> {
    let row: Option<(Uuid,)> = fetch_optional!(
        from,
        (Uuid,),
        "select course_id from chapter where id = $1 and removed_at is null",
        [chapter]
    )?;
    Ok(row.map(|it| it.0))
}

/// One of the texts of a chapter, in the language, else in the original.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Text {
    pub language: String,
    pub title: String,
    /// JSON of the scenes.
    pub scenes: String,
    /// JSON of the task.
    pub task: String,
    pub summary: String,
    /// JSON: name of a practice file to its text.
    pub practice: String,
}

pub(crate) async fn text(from: &mut impl Reads, chapter: Uuid, locale: Locale) -> Result<Option<Text>> {
    fetch_optional!(
        from,
        Text,
        "select chapter_text.language, chapter_text.title, chapter_text.scenes, chapter_text.task,
             chapter_text.summary, chapter_text.practice
         from chapter_text join chapter on chapter.id = chapter_text.chapter_id
         join course_text on course_text.course_id = chapter.course_id
             and course_text.language = chapter_text.language
         where chapter_text.chapter_id = $1
         order by case when chapter_text.language = $2 then 0 else 1 end, course_text.position limit 1",
        [chapter, locale.code()]
    )
}

pub(crate) async fn insert(tx: &mut Tx, id: Uuid, key: &str, owner: Uuid, files: &str) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "insert into course (id, key, owner_id, made_at, draft) values ($1, $2, $3, $4, $5)",
        [id, key, owner, at, files]
    )
}

pub(crate) async fn set_draft(tx: &mut Tx, course: Uuid, files: &str) -> Result<()> {
    execute!(tx, "update course set draft = $2 where id = $1", [course, files])
}

/// Marks it as published, and keeps what was.
pub(crate) async fn add_version(tx: &mut Tx, course: Uuid, files: &str, by: Uuid) -> Result<()> {
    let at = tx.at().micros();
    execute!(tx, "update course set published_at = coalesce(published_at, $2) where id = $1", [course, at])?;
    execute!(
        tx,
        "insert into course_version (course_id, number, files, by_id, at)
         select $1, coalesce(max(number), 0) + 1, $2, $3, $4 from course_version where course_id = $1",
        [course, files, by, at]
    )
}

pub(crate) async fn forget_titles(tx: &mut Tx, course: Uuid) -> Result<()> {
    execute!(tx, "delete from course_text where course_id = $1", [course])
}

pub(crate) async fn forget_texts(tx: &mut Tx, course: Uuid) -> Result<()> {
    forget_titles(tx, course).await?;
    execute!(
        tx,
        "delete from chapter_text where chapter_id in (select id from chapter where course_id = $1)",
        [course]
    )
}

pub(crate) async fn remove_chapters(tx: &mut Tx, course: Uuid) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "update chapter set removed_at = $2 where course_id = $1 and removed_at is null",
        [course, at]
    )?;
    execute!(
        tx,
        "update question set removed_at = $2
         where removed_at is null and chapter_id in (select id from chapter where course_id = $1)",
        [course, at]
    )
}

pub(crate) async fn put_text(
    tx: &mut Tx,
    course: Uuid,
    language: &str,
    position: i64,
    (title, about): (&str, &str),
) -> Result<()> {
    execute!(
        tx,
        "insert into course_text (course_id, language, position, title, about) values ($1, $2, $3, $4, $5)",
        [course, language, position, title, about]
    )
}

/// Answers the id, which stays that of the chapter of this key.
pub(crate) async fn put_chapter(
    tx: &mut Tx,
    course: Uuid,
    key: &str,
    position: i64,
    (game, deal): (&str, i64),
) -> Result<Uuid> {
    execute!(
        tx,
        "insert into chapter (id, course_id, key, position, game, deal) values ($1, $2, $3, $4, $5, $6)
         on conflict (course_id, key) do update
         set position = $4, game = $5, deal = $6, removed_at = null",
        [Uuid::now_v7(), course, key, position, game, deal]
    )?;
    let row: Option<(Uuid,)> = fetch_optional!(
        tx,
        (Uuid,),
        "select id from chapter where course_id = $1 and key = $2",
        [course, key]
    )?;
    row.map(|it| it.0).ok_or_else(|| kernel::Error::unexpected("a chapter that was put is not there"))
}

pub(crate) async fn put_chapter_text(tx: &mut Tx, chapter: Uuid, text: &Text) -> Result<()> {
    execute!(
        tx,
        "insert into chapter_text (chapter_id, language, title, scenes, task, summary, practice)
         values ($1, $2, $3, $4, $5, $6, $7)",
        [chapter, &text.language, &text.title, &text.scenes, &text.task, &text.summary, &text.practice]
    )
}

pub(crate) async fn put_question(
    tx: &mut Tx,
    chapter: Uuid,
    key: &str,
    position: i64,
    (kind, cluster): (&str, Option<&str>),
) -> Result<Uuid> {
    execute!(
        tx,
        "insert into question (id, chapter_id, key, position, kind, cluster) values ($1, $2, $3, $4, $5, $6)
         on conflict (chapter_id, key) do update
         set position = $4, kind = $5, cluster = $6, removed_at = null",
        [Uuid::now_v7(), chapter, key, position, kind, cluster]
    )?;
    let row: Option<(Uuid,)> = fetch_optional!(
        tx,
        (Uuid,),
        "select id from question where chapter_id = $1 and key = $2",
        [chapter, key]
    )?;
    row.map(|it| it.0).ok_or_else(|| kernel::Error::unexpected("a question that was put is not there"))
}

pub(crate) async fn put_question_text(tx: &mut Tx, question: Uuid, language: &str, body: &str) -> Result<()> {
    execute!(
        tx,
        "insert into question_text (question_id, language, body) values ($1, $2, $3)
         on conflict (question_id, language) do update set body = $3",
        [question, language, body]
    )
}

/// The files of the newest published version, as JSON.
pub(crate) async fn published_files(from: &mut impl Reads, course: Uuid) -> Result<Option<String>> {
    let row: Option<(String,)> = fetch_optional!(
        from,
        (String,),
        "select files from course_version where course_id = $1 order by number desc limit 1",
        [course]
    )?;
    Ok(row.map(|it| it.0))
}
