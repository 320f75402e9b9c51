//! All SQL about who may hear of a change.

use database::{Reads, fetch_optional};
use kernel::Result;
use kernel::ids::{PersonId, ThingId, Uuid};

/// The space of the thing, if `person` reaches it. Also of one that was just removed: pages that list it are
/// to forget it.
pub(crate) async fn space_of(
    from: &mut impl Reads,
    person: PersonId,
    thing: &ThingId,
) -> Result<Option<Uuid>> {
    let row = fetch_optional!(
        from,
        (Uuid,),
        "select thing.space_id from thing
         join reach on reach.audience_id = thing.audience_id and reach.person_id = $1
         where thing.kind = $2 and thing.id = $3",
        [person.uuid(), &*thing.kind, thing.id]
    )?;
    Ok(row.map(|(space,)| space))
}
