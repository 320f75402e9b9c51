//! All SQL about what has to be decided, and about what was reported.

use database::{Reads, Tx, execute, execute_and_count, fetch_all, fetch_optional, id_list};
use kernel::ids::Uuid;
use kernel::{Error, Result, limits};

use crate::comments::comment::Comment;

/// Which part of the queue is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tab {
    /// What is held or reported: all that waits.
    Open,
    Held,
    Reported,
    /// What a person decided, newest first.
    Decided,
}

/// What waits, oldest first. It names authors, colleagues (`person_id`) as well as visitors, but shows no
/// address.
pub(crate) async fn waiting(
    from: &mut impl Reads,
    tab: Tab,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Comment>> {
    let (held, reported) = (tab != Tab::Reported, tab != Tab::Held);
    fetch_all!(
        from,
        Comment,
        "select placed.* from article_comment_placed as placed
         where placed.id > $1 and ((cast($2 as bigint) = 1 and placed.state = 'waiting')
           or (cast($3 as bigint) = 1 and placed.state <> 'withdrawn'
             and exists (select 1 from article_report
             where article_report.comment_id = placed.id and article_report.decided_at is null)))
         order by placed.id limit cast($4 as bigint)",
        [after.unwrap_or(Uuid::nil()), i64::from(held), i64::from(reported), limit]
    )
}

pub(crate) async fn decided(from: &mut impl Reads) -> Result<Vec<Comment>> {
    fetch_all!(
        from,
        Comment,
        "select placed.* from article_comment_placed as placed
         where placed.decided_by is not null and placed.state in ('shown', 'refused')
         order by placed.state_at desc, placed.id limit cast($1 as bigint)",
        [limits::PAGE_LENGTH_ROWS]
    )
}

/// How much is held, and how much reported.
pub(crate) async fn counts(from: &mut impl Reads) -> Result<(i64, i64)> {
    let row = fetch_optional!(
        from,
        (i64, i64),
        "select (select count(*) from article_comment where state = 'waiting'),
           (select count(distinct comment_id) from article_report where decided_at is null)",
        []
    )?;
    Ok(row.unwrap_or_default())
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Report {
    pub id: Uuid,
    pub comment_id: Uuid,
    pub visitor_id: Option<Uuid>,
    pub reason: String,
    pub law: String,
    pub language: String,
    pub at: i64,
}

pub(crate) async fn insert_report(tx: &mut Tx, report: &Report) -> Result<()> {
    execute!(
        tx,
        "insert into article_report (id, comment_id, visitor_id, reason, law, language, at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        [
            report.id,
            report.comment_id,
            report.visitor_id,
            &report.reason,
            &report.law,
            &report.language,
            report.at
        ]
    )
}

/// Those that nobody has decided, oldest first.
pub(crate) async fn open_reports(from: &mut impl Reads, comments: &[Uuid]) -> Result<Vec<Report>> {
    fetch_all!(
        from,
        Report,
        sqlite: "select id, comment_id, visitor_id, reason, law, language, at from article_report
            where decided_at is null and comment_id in (select unhex(value) from json_each($1))
            order by at, id limit 500",
        postgres: "select id, comment_id, visitor_id, reason, law, language, at from article_report
            where decided_at is null and comment_id in
              (select cast(value as uuid) from json_array_elements_text(cast($1 as json)))
            order by at, id limit 500",
        [id_list(comments)]
    )
}

/// Errors: `Conflict` if that was done before.
pub(crate) async fn insert_discussed(tx: &mut Tx, comment: Uuid, said: Uuid) -> Result<()> {
    let at = tx.at().micros();
    let done = execute_and_count!(
        tx,
        "insert into article_comment_discussed (comment_id, said_id, at) values ($1, $2, $3)
         on conflict (comment_id) do nothing",
        [comment, said, at]
    )?;
    if done == 1 { Ok(()) } else { Err(Error::conflict("blog-discuss-done")) }
}

/// Those of `comments` that colleagues talk about inside.
pub(crate) async fn discussed(from: &mut impl Reads, comments: &[Uuid]) -> Result<Vec<Uuid>> {
    let rows = fetch_all!(
        from,
        (Uuid,),
        sqlite: "select comment_id from article_comment_discussed
            where comment_id in (select unhex(value) from json_each($1)) limit 500",
        postgres: "select comment_id from article_comment_discussed where comment_id in
              (select cast(value as uuid) from json_array_elements_text(cast($1 as json))) limit 500",
        [id_list(comments)]
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

pub(crate) async fn close_reports(tx: &mut Tx, comment: Uuid) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "update article_report set decided_at = $2 where comment_id = $1 and decided_at is null",
        [comment, at]
    )
}
