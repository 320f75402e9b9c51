//! All SQL about what readers say.

use database::{Reads, Tx, execute, execute_and_count, fetch_all, fetch_optional};
use kernel::clock::Time;
use kernel::ids::Uuid;
use kernel::{Error, Result};

use super::comment::{Comment, Draft, State};

/// Under one article that many are shown; a longer talk has a page of its own.
const SHOWN_MAX_ROWS: i64 = 500;

/// Those of one visitor.
const OWN_MAX_ROWS: i64 = 200;

/// What is set when it is written.
pub(crate) struct Fresh<'a> {
    pub id: Uuid,
    pub article: Uuid,
    pub visitor: Option<Uuid>,
    pub person: Option<Uuid>,
    pub reply_to: Option<Uuid>,
    pub draft: &'a Draft,
    pub state: State,
    pub reasons: &'a str,
    pub follows: bool,
}

pub(crate) async fn insert(tx: &mut Tx, fresh: &Fresh<'_>) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "insert into article_comment (id, article_id, visitor_id, person_id, reply_to, name, website, body,
           html, state, reasons, follows, made_at, state_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        [
            fresh.id,
            fresh.article,
            fresh.visitor,
            fresh.person,
            fresh.reply_to,
            &fresh.draft.name,
            &fresh.draft.website,
            &fresh.draft.body,
            &fresh.draft.html,
            fresh.state,
            fresh.reasons,
            i64::from(fresh.follows),
            at,
            at
        ]
    )
}

pub(crate) async fn find(from: &mut impl Reads, id: Uuid) -> Result<Option<Comment>> {
    fetch_optional!(
        from,
        Comment,
        "select placed.* from article_comment_placed as placed
         where placed.id = $1",
        [id]
    )
}

/// What everybody reads below an article, oldest first. One that was taken back stays, without its words, as
/// long as an answer hangs on it.
pub(crate) async fn shown(from: &mut impl Reads, article: Uuid) -> Result<Vec<Comment>> {
    fetch_all!(
        from,
        Comment,
        "select placed.* from article_comment_placed as placed
         where placed.article_id = $1 and (placed.state = 'shown'
           or (placed.state in ('withdrawn', 'refused') and exists
             (select 1 from article_comment as answer
              where answer.reply_to = placed.id and answer.state = 'shown')))
         order by placed.made_at, placed.id limit cast($2 as bigint)",
        [article, SHOWN_MAX_ROWS]
    )
}

/// What one visitor wrote, newest first.
pub(crate) async fn of_visitor(from: &mut impl Reads, visitor: Uuid) -> Result<Vec<Comment>> {
    fetch_all!(
        from,
        Comment,
        "select placed.* from article_comment_placed as placed
         where placed.visitor_id = $1
         order by placed.made_at desc, placed.id limit cast($2 as bigint)",
        [visitor, OWN_MAX_ROWS]
    )
}

/// `decided_by` and `decision` are written with it; nobody for what happens by itself.
///
/// Errors: `Conflict` if somebody else has moved it since `comment` was read.
pub(crate) async fn move_to(
    tx: &mut Tx,
    comment: &Comment,
    state: State,
    decided_by: Option<Uuid>,
    decision: &str,
    learnt: &str,
) -> Result<()> {
    let at = tx.at().micros();
    let moved = execute_and_count!(
        tx,
        "update article_comment set state = $2, state_at = $3, decided_by = $4, decision = $5, learnt = $6
         where id = $1 and state = $7 and state_at = $8",
        [comment.id, state, at, decided_by, decision, learnt, comment.state, comment.state_at]
    )?;
    if moved == 1 { Ok(()) } else { Err(Error::conflict("blog-comment-changed")) }
}

pub(crate) async fn rewrite(tx: &mut Tx, id: Uuid, body: &str, html: &str, reasons: &str) -> Result<()> {
    execute!(
        tx,
        "update article_comment set body = $2, html = $3, reasons = $4 where id = $1",
        [id, body, html, reasons]
    )
}

/// Its words and its author go; a row without them stays only where an answer needs it.
pub(crate) async fn blank(tx: &mut Tx, id: Uuid, keep_author: bool) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "update article_comment set state = 'withdrawn', state_at = $2, name = '', website = '', body = '',
           html = '', reasons = '[]', decision = '', learnt = '', follows = 0,
           visitor_id = case when cast($3 as bigint) = 1 then visitor_id else null end
         where id = $1",
        [id, at, i64::from(keep_author)]
    )
}

/// All of a visitor, whatever became of it.
pub(crate) async fn ids_of_visitor(from: &mut impl Reads, visitor: Uuid, limit: i64) -> Result<Vec<Uuid>> {
    let rows = fetch_all!(
        from,
        (Uuid,),
        "select id from article_comment where visitor_id = $1 limit cast($2 as bigint)",
        [visitor, limit]
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

pub(crate) async fn set_follows(tx: &mut Tx, visitor: Uuid, id: Uuid, follows: bool) -> Result<bool> {
    let changed = execute_and_count!(
        tx,
        "update article_comment set follows = $3 where id = $1 and visitor_id = $2",
        [id, visitor, i64::from(follows)]
    )?;
    Ok(changed == 1)
}

/// Never confirmed, so never shown, so nothing answers it.
pub(crate) async fn remove_unconfirmed(tx: &mut Tx, visitor: Uuid) -> Result<()> {
    execute!(tx, "delete from article_comment where visitor_id = $1 and state = 'unconfirmed'", [visitor])
}

/// What was held, refused or never confirmed since before that time, unless an answer hangs on it.
pub(crate) async fn empty(tx: &mut Tx, before: Time) -> Result<()> {
    execute!(
        tx,
        "delete from article_comment
         where state in ('unconfirmed', 'waiting', 'refused') and state_at < $1
           and not exists (select 1 from article_comment as answer
             where answer.reply_to = article_comment.id)",
        [before.micros()]
    )
}

pub(crate) async fn rule(
    from: &mut impl Reads,
    article: Uuid,
) -> Result<Option<(Option<String>, Option<i64>)>> {
    fetch_optional!(
        from,
        (Option<String>, Option<i64>),
        "select approve, days from article_comment_rule where article_id = $1",
        [article]
    )
}

pub(crate) async fn put_rule(
    tx: &mut Tx,
    article: Uuid,
    approve: Option<&str>,
    days: Option<i64>,
) -> Result<()> {
    execute!(
        tx,
        "insert into article_comment_rule (article_id, approve, days) values ($1, $2, $3)
         on conflict (article_id) do update set approve = excluded.approve, days = excluded.days",
        [article, approve, days]
    )
}
