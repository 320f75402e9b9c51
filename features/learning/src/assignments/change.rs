//! What becomes of an assignment: another day, or its end.

use access::{CompanyRole, Person};
use database::Reads;
use kernel::activity::{Deed, Verb};
use kernel::clock::Time;
use kernel::ids::{ThingId, Uuid};
use kernel::{Error, Result};

use super::assignment::{Assignment, AssignmentId};
use super::store;
use crate::{Parts, reminders};

pub(crate) const ENDED: Verb = Verb::new("ended");
pub(crate) const PUT_OFF: Verb = Verb::new("put_off");

/// An assignment that she is a superior of.
///
/// Errors: `NotFound`.
pub(crate) async fn overseen(from: &mut impl Reads, person: &Person, id: Uuid) -> Result<Assignment> {
    let found = store::find_as_superior(from, id, person.id.uuid()).await?;
    found.filter(|_| person.role.is_colleague()).ok_or(Error::NotFound)
}

/// Who owns the space sees how it stands, but what an admin has asked for only admins take back.
pub(crate) fn may_change(person: &Person, it: &Assignment) -> bool {
    it.by_id == person.id.uuid() || person.role == CompanyRole::Admin
}

async fn changeable(from: &mut impl Reads, person: &Person, id: Uuid) -> Result<Assignment> {
    let found = overseen(from, person, id).await?;
    if !may_change(person, &found) {
        return Err(Error::forbidden("learning-assignment-others"));
    }
    if found.is_over() {
        return Err(Error::conflict("learning-assignment-over"));
    }
    Ok(found)
}

/// Nobody is reminded of it any more, and nobody is counted. May be repeated.
///
/// Errors: `NotFound` for who is not its superior, `Forbidden` for who may only look.
pub(crate) async fn end(parts: &Parts, person: &Person, id: Uuid) -> Result<()> {
    let mut tx = parts.database.begin().await?;
    match changeable(&mut tx, person, id).await {
        Ok(_) => {}
        Err(Error::Conflict(_)) => return Ok(()),
        Err(error) => return Err(error),
    }
    store::end(&mut tx, id).await?;
    let object = ThingId::from(AssignmentId::from(id));
    tx.record(Deed { actor: person.id, verb: ENDED, object, target: None });
    tx.commit().await
}

/// Another day until when. Who was reminded for the old one is reminded anew for the new one.
///
/// Errors: as of [`end`], `Invalid` on `due_at` for a day that is over, `Conflict` once it has ended.
pub(crate) async fn put_off(parts: &Parts, person: &Person, id: Uuid, due_at: Time) -> Result<()> {
    let mut tx = parts.database.begin().await?;
    let found = changeable(&mut tx, person, id).await?;
    if due_at <= tx.at() {
        return Err(Error::invalid("due_at", "learning-due-past"));
    }
    if found.due_at != due_at.micros() {
        store::set_due(&mut tx, id, due_at.micros()).await?;
        reminders::store::begin_anew(&mut tx, id).await?;
        let object = ThingId::from(AssignmentId::from(id));
        tx.record(Deed { actor: person.id, verb: PUT_OFF, object, target: None });
    }
    tx.commit().await
}
