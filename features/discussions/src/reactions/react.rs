//! Somebody answers with one emoji, or takes it back.

use access::{Person, Seen, may};
use database::{Database, Tx};
use kernel::activity::Deed;
use kernel::ids::{ThingId, Uuid};
use kernel::{Error, Result, Words};

use super::emoji::Emoji;
use super::store;
use crate::activity::{REACTED, REACTION, WITHDREW};
use crate::comments;
use crate::comments::comment::CommentId;

/// Different emoji beside one comment; then one joins those that are there.
const KINDS_MAX: i64 = 20;

/// By who writes there; in an open space she becomes a member with it. May be repeated.
///
/// Errors: `NotFound` if the person may not see it, `Forbidden` if she may only read, `Conflict` if the
/// comment was removed or too many different ones are there.
pub(crate) async fn react(
    database: &Database,
    person: &Person,
    about: &ThingId,
    emoji: &Emoji,
) -> Result<Seen> {
    let mut tx = database.begin().await?;
    let thing = may_react(&mut tx, person, about).await?;
    put(&mut tx, person, about, &thing, emoji).await?;
    tx.commit().await?;
    Ok(thing)
}

/// May be repeated. Errors: as [`react`].
pub(crate) async fn withdraw(
    database: &Database,
    person: &Person,
    about: &ThingId,
    emoji: &Emoji,
) -> Result<Seen> {
    let mut tx = database.begin().await?;
    let thing = may_react(&mut tx, person, about).await?;
    if let Some(id) = store::find(&mut tx, about, person.id, &emoji.0).await? {
        take(&mut tx, person, &thing, id).await?;
    }
    tx.commit().await?;
    Ok(thing)
}

/// The button of a page: there or not. Errors: as [`react`].
pub(crate) async fn toggle(
    database: &Database,
    person: &Person,
    about: &ThingId,
    emoji: &Emoji,
) -> Result<Seen> {
    let mut tx = database.begin().await?;
    let thing = may_react(&mut tx, person, about).await?;
    match store::find(&mut tx, about, person.id, &emoji.0).await? {
        Some(id) => take(&mut tx, person, &thing, id).await?,
        None => put(&mut tx, person, about, &thing, emoji).await?,
    }
    tx.commit().await?;
    Ok(thing)
}

pub(crate) async fn put(
    tx: &mut Tx,
    person: &Person,
    about: &ThingId,
    thing: &Seen,
    emoji: &Emoji,
) -> Result<()> {
    let id = Uuid::now_v7();
    if !store::put(tx, id, about, person.id, &emoji.0).await? {
        return Ok(());
    }
    if store::count_kinds(tx, about).await? > KINDS_MAX {
        return Err(Error::conflict(Words::new("discussions-emoji-many").with("max", KINDS_MAX)));
    }
    let (object, target) = (ThingId { kind: REACTION.into(), id }, Some(thing.thing()));
    tx.record(Deed { actor: person.id, verb: REACTED, object, target });
    Ok(())
}

async fn take(tx: &mut Tx, person: &Person, thing: &Seen, id: Uuid) -> Result<()> {
    store::remove(tx, id).await?;
    let (object, target) = (ThingId { kind: REACTION.into(), id }, Some(thing.thing()));
    tx.record(Deed { actor: person.id, verb: WITHDREW, object, target });
    Ok(())
}

/// The thing in whose talk it stands: that of the comment, or the thing itself.
pub(crate) async fn may_react(tx: &mut Tx, person: &Person, about: &ThingId) -> Result<Seen> {
    if about.kind != CommentId::KIND {
        return may::write(tx, person, about).await;
    }
    let comment = comments::store::find(tx, about.id).await?.ok_or(Error::NotFound)?;
    let thing = may::write(tx, person, &comment.about()).await?;
    comment.must_stand()?;
    Ok(thing)
}
