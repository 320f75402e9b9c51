//! A look at the names of who has not passed: agreed in the house, asked for by hand, and told to the named.

use std::time::Duration;

use access::Person;
use database::Reads;
use kernel::ids::Uuid;
use kernel::{Error, Result};

use super::assignment::{Assigned, Assignment};
use super::{change, settings, store};
use crate::Parts;

/// As long as a look lasts; who wants to see the names later looks again, and that is noted again.
const LOOK_MAX: Duration = Duration::from_secs(60 * 60);

/// Notes the look and who was named in it; answers its id and the names.
///
/// Errors: `NotFound` for who is not its superior, `Forbidden` while names are not to be seen.
pub(crate) async fn look(parts: &Parts, person: &Person, id: Uuid) -> Result<(Uuid, Vec<Assigned>)> {
    let mut tx = parts.database.begin().await?;
    let found = change::overseen(&mut tx, person, id).await?;
    if !found.may_name(tx.at()) || !settings::names_agreed(&mut tx).await? {
        return Err(Error::forbidden("learning-names-not-agreed"));
    }
    let named = store::not_passed(&mut tx, &found).await?;
    let look = Uuid::now_v7();
    store::note_look(&mut tx, look, id, person.id.uuid()).await?;
    for one in &named {
        store::note_named(&mut tx, look, one.person_id).await?;
    }
    tx.commit().await?;
    Ok((look, named))
}

/// What that look showed, without who has passed meanwhile.
///
/// Errors: `NotFound` for a look of somebody else, and for one that is over.
pub(crate) async fn seen(
    from: &mut impl Reads,
    person: &Person,
    now: kernel::clock::Time,
    id: Uuid,
    look: Uuid,
) -> Result<(Assignment, Vec<Assigned>)> {
    let found = change::overseen(from, person, id).await?;
    let since = now.minus(LOOK_MAX).micros();
    let at = store::look_of(from, look, id, person.id.uuid(), since).await?;
    at.filter(|_| found.may_name(now)).ok_or(Error::NotFound)?;
    if !settings::names_agreed(from).await? {
        return Err(Error::NotFound);
    }
    let named = store::named(from, look, found.course_id).await?;
    Ok((found, named))
}
