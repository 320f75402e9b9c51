//! Somebody who looks after the blog lets a comment through, or not, or takes that back.

use access::Person;
use database::Tx;
use kernel::ids::Uuid;
use kernel::{Error, Result, limits, line};
use visitors::checks;

use super::{letters, store};
use crate::Parts;
use crate::activity::{APPROVED, RECONSIDERED, REFUSED};
use crate::articles::editors;
use crate::comments::comment::{Comment, State};
use crate::comments::{answered, store as comments, write};

/// What the filter learns of a decision, as it is kept to be unlearnt.
const GOOD: &str = "good";
const BAD: &str = "bad";

/// Everybody reads it from now on; what was reported stays. May be repeated. `seen` is the mark of the words
/// that were looked at; `None` for a program that does not mind.
///
/// Errors: `Forbidden`, `NotFound`, `Conflict` for what its author has not confirmed, took back, or has
/// changed since it was looked at.
pub(crate) async fn approve(
    parts: &Parts,
    person: &Person,
    id: Uuid,
    reason: &str,
    seen: Option<&str>,
) -> Result<()> {
    let reason = line::lines("reason", reason, limits::ABOUT_LENGTH_MAX_CHARS)?;
    let mut tx = parts.database.begin().await?;
    let comment = decidable(&mut tx, person, id).await?;
    if seen.is_some_and(|it| it != comment.mark()) {
        return Err(Error::conflict("blog-comment-changed"));
    }
    let reports = store::open_reports(&mut tx, &[id]).await?;
    if comment.state != State::Shown {
        learn(&mut tx, &comment, GOOD).await?;
        let by = Some(person.id.uuid());
        comments::move_to(&mut tx, &comment, State::Shown, by, &reason, GOOD).await?;
        if let Some(visitor) = comment.visitor_id {
            visitors::approved(&mut tx, visitor, 1).await?;
        }
        write::tell(&mut tx, person.id, APPROVED, &comment);
        let shown = Comment { state: State::Shown, ..comment.clone() };
        answered::tell(parts, &mut tx, &shown).await?;
    }
    store::close_reports(&mut tx, id).await?;
    letters::to_reporters(&mut tx, &comment, &reports, true, &reason).await?;
    tx.commit().await
}

/// Nobody reads it any more. Advertising teaches the filter, and its author hears nothing; everybody else
/// gets the reason. May be repeated.
///
/// Errors: as for [`approve`]; `Invalid` on `reason` if there is none and it is no advertising.
pub(crate) async fn reject(parts: &Parts, person: &Person, id: Uuid, reason: &str, spam: bool) -> Result<()> {
    let reason = match spam {
        true => line::lines("reason", reason, limits::ABOUT_LENGTH_MAX_CHARS)?,
        false => line::lines("reason", reason, limits::ABOUT_LENGTH_MAX_CHARS).and_then(|it| {
            if it.is_empty() { Err(Error::invalid("reason", "blog-reason-missing")) } else { Ok(it) }
        })?,
    };
    let mut tx = parts.database.begin().await?;
    let comment = decidable(&mut tx, person, id).await?;
    let reports = store::open_reports(&mut tx, &[id]).await?;
    if comment.state != State::Refused {
        let learnt = if spam { BAD } else { "" };
        learn(&mut tx, &comment, learnt).await?;
        let by = Some(person.id.uuid());
        comments::move_to(&mut tx, &comment, State::Refused, by, &reason, learnt).await?;
        if let (State::Shown, Some(visitor)) = (comment.state, comment.visitor_id) {
            visitors::approved(&mut tx, visitor, -1).await?;
        }
        write::tell(&mut tx, person.id, REFUSED, &comment);
        if !spam {
            letters::to_author(parts, &mut tx, &comment, &reason).await?;
        }
    }
    store::close_reports(&mut tx, id).await?;
    letters::to_reporters(&mut tx, &comment, &reports, false, &reason).await?;
    tx.commit().await
}

/// The decision is taken back: it waits again, and what the filter learnt is forgotten.
///
/// Errors: `Forbidden`, `NotFound`, `Conflict` if nobody had decided.
pub(crate) async fn undo(parts: &Parts, person: &Person, id: Uuid) -> Result<()> {
    let mut tx = parts.database.begin().await?;
    let comment = decidable(&mut tx, person, id).await?;
    if comment.decided_by.is_none() {
        return Err(Error::conflict("blog-nothing-decided"));
    }
    learn(&mut tx, &comment, "").await?;
    comments::move_to(&mut tx, &comment, State::Waiting, None, "", "").await?;
    if let (State::Shown, Some(visitor)) = (comment.state, comment.visitor_id) {
        visitors::approved(&mut tx, visitor, -1).await?;
    }
    write::tell(&mut tx, person.id, RECONSIDERED, &comment);
    tx.commit().await
}

async fn decidable(tx: &mut Tx, person: &Person, id: Uuid) -> Result<Comment> {
    editors::must_be_editor(tx, person).await?;
    let comment = comments::find(tx, id).await?.ok_or(Error::NotFound)?;
    match comment.state {
        State::Unconfirmed => Err(Error::conflict("blog-not-confirmed")),
        State::Withdrawn => Err(Error::conflict("blog-taken-back")),
        _ => Ok(comment),
    }
}

/// From what was learnt of it to what shall be.
async fn learn(tx: &mut Tx, comment: &Comment, now: &str) -> Result<()> {
    let (text, website) = (comment.body.as_str(), comment.website.as_str());
    if comment.learnt == now {
        return Ok(());
    }
    if !comment.learnt.is_empty() {
        checks::unlearn(tx, text, website, comment.learnt == BAD).await?;
    }
    if now.is_empty() { Ok(()) } else { checks::learn(tx, text, website, now == BAD).await }
}
