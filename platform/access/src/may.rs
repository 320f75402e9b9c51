//! The question that every verb asks first, and the only place that answers it.

use database::{Reads, Tx};
use kernel::Result;
use kernel::activity::{Deed, Verb};
use kernel::ids::{SpaceId, ThingId};

use crate::{Level, Person, Seen, store};

/// Told of a space. The only activity that is recorded here, because every feature's verb can be the cause.
pub const JOINED: Verb = Verb::new("joined");

/// The thing, if `person` may read it.
///
/// Errors: `NotFound` if there is none, if it was removed, and just the same if she may not know of it.
pub async fn read(from: &mut impl Reads, person: &Person, thing: &ThingId) -> Result<Seen> {
    store::find_thing(from, person, thing).await
}

/// The thing, if `person` may change it, talk about it, or (a space) put something into it. A colleague's
/// first word in an open space makes her a writer there.
///
/// Errors: as [`read`], and `Forbidden` if she may only read.
pub async fn write(tx: &mut Tx, person: &Person, thing: &ThingId) -> Result<Seen> {
    let seen = read(tx, person, thing).await?;
    seen.level.must_write()?;
    if let Some(space) = seen.joins
        && store::add_member(tx, space.into(), person.id, Level::Writer).await?
    {
        store::must_hold_its_members(tx, space.into()).await?;
        let object = SpaceId::from(space).into();
        tx.record(Deed { actor: person.id, verb: JOINED, object, target: None });
    }
    Ok(seen)
}

/// The thing, if `person` owns the space it lies in.
///
/// Errors: as [`read`], and `Forbidden` if she does not.
pub async fn own(from: &mut impl Reads, person: &Person, thing: &ThingId) -> Result<Seen> {
    let seen = read(from, person, thing).await?;
    seen.level.must_own()?;
    Ok(seen)
}
