//! A reader says something about an article.

use access::Person;
use database::Tx;
use kernel::activity::{Deed, Verb};
use kernel::ids::{PersonId, Uuid};
use kernel::{Error, Locale, Result};
use visitors::checks::{Looked, Reason, Sign, Trap};

use super::comment::{Comment, Draft, RemarkId, State, once_confirmed};
use super::{answered, rules, store};
use crate::Parts;
use crate::activity::{ANSWERED, RECEIVED, SHOWN};
use crate::articles::article::Public;

/// What a form or a program sent, besides what is checked in [`Draft`].
pub(crate) struct Sent<'a> {
    pub email: &'a str,
    pub draft: Draft,
    pub reply_to: Option<Uuid>,
    pub follows: bool,
    pub trap: Trap<'a>,
    /// It came beyond the limit: it waits for an answer to a mail even under a confirmed address.
    pub slowly: bool,
    pub locale: Locale,
}

/// What became of it.
pub(crate) struct Taken {
    pub id: Uuid,
    /// The link to this comment alone.
    pub receipt: String,
}

/// Errors: `NotFound` for an answer to what is not there, `Conflict` when the article takes none any more,
/// `Invalid` on the field `email`.
pub(crate) async fn write(parts: &Parts, article: &Public, sent: Sent<'_>) -> Result<Taken> {
    let mut tx = parts.database.begin().await?;
    let rules = rules::of_article(&mut tx, article.id).await?;
    if !rules.is_open(article.published_at, tx.at()) {
        return Err(Error::conflict("blog-comments-closed"));
    }
    let reply_to = root_of(&mut tx, article, sent.reply_to).await?;
    let visitor = visitors::meet(&mut tx, sent.email, sent.locale).await?;
    let draft = &sent.draft;
    let looked = Looked { text: &draft.body, website: &draft.website, trap: sent.trap };
    let mut reasons = visitors::checks::look(&mut tx, looked).await?;
    if sent.slowly {
        reasons.push(Reason::new(Sign::Flood, 1, 0));
    }
    let state = match visitor.is_confirmed && !sent.slowly {
        true => once_confirmed(rules.approve, &visitor, &reasons),
        false => State::Unconfirmed,
    };
    let id = Uuid::now_v7();
    let fresh = store::Fresh {
        id,
        article: article.id,
        visitor: Some(visitor.id),
        person: None,
        reply_to,
        draft,
        state,
        reasons: &visitors::checks::to_keep(&reasons),
        follows: sent.follows,
    };
    store::insert(&mut tx, &fresh).await?;
    if state == State::Unconfirmed {
        // Whether a mail leaves is nobody's business but that of whoever has the address.
        let _sent_or_quiet = visitors::ask(&mut tx, &parts.gate, &visitor, sent.locale).await?;
    } else {
        let comment = store::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
        arrived(parts, &mut tx, &comment).await?;
    }
    let receipt = visitors::open(&mut tx, visitor.id, Some(&RemarkId::from(id).into())).await?;
    tx.commit().await?;
    Ok(Taken { id, receipt })
}

/// A colleague answers; it is shown at once, under the name that everybody in the house knows.
///
/// Errors: `NotFound` for an answer to what is not there.
pub(crate) async fn say(
    parts: &Parts,
    person: &Person,
    article: &Public,
    reply_to: Option<Uuid>,
    body: &str,
) -> Result<Uuid> {
    let draft = Draft::parse(&person.name, "", body)?;
    let mut tx = parts.database.begin().await?;
    let reply_to = root_of(&mut tx, article, reply_to).await?;
    let id = Uuid::now_v7();
    let fresh = store::Fresh {
        id,
        article: article.id,
        visitor: None,
        person: Some(person.id.uuid()),
        reply_to,
        draft: &draft,
        state: State::Shown,
        reasons: "[]",
        follows: false,
    };
    store::insert(&mut tx, &fresh).await?;
    let comment = store::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    tell(&mut tx, person.id, ANSWERED, &comment);
    answered::tell(parts, &mut tx, &comment).await?;
    tx.commit().await?;
    Ok(id)
}

/// Its address is confirmed: it waits to be looked at, or everybody reads it.
pub(crate) async fn arrived(parts: &Parts, tx: &mut Tx, comment: &Comment) -> Result<()> {
    if comment.state == State::Shown {
        tell(tx, PersonId::NOBODY, SHOWN, comment);
        return answered::tell(parts, tx, comment).await;
    }
    tell(tx, PersonId::NOBODY, RECEIVED, comment);
    Ok(())
}

/// A visitor is nobody in the log.
pub(crate) fn tell(tx: &mut Tx, actor: PersonId, verb: Verb, comment: &Comment) {
    tx.record(Deed { actor, verb, object: comment.thing(), target: Some(comment.page()) });
}

/// Answers are one level deep: who answers an answer answers the comment above it.
async fn root_of(tx: &mut Tx, article: &Public, reply_to: Option<Uuid>) -> Result<Option<Uuid>> {
    let Some(id) = reply_to else { return Ok(None) };
    let found = store::find(tx, id).await?;
    let answered = found.filter(|it| it.article_id == article.id && it.state == State::Shown);
    let answered = answered.ok_or_else(|| Error::invalid("reply_to", "blog-answers-nothing"))?;
    Ok(Some(answered.reply_to.unwrap_or(answered.id)))
}
