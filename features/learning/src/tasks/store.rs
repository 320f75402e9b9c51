//! All SQL about practice files.

use database::{Reads, fetch_optional};
use kernel::Result;
use kernel::ids::{ThingId, Uuid};

/// What a practice file became for a person.
pub(crate) async fn thing(
    from: &mut impl Reads,
    person: Uuid,
    chapter: Uuid,
    file: &str,
) -> Result<Option<ThingId>> {
    let row: Option<(String, Uuid)> = fetch_optional!(
        from,
        (String, Uuid),
        "select kind, thing_id from practice_thing where person_id = $1 and chapter_id = $2 and file = $3",
        [person, chapter, file]
    )?;
    Ok(row.map(|(kind, id)| ThingId { kind: kind.into(), id }))
}

/// The visibility of the space in which a thing lies now.
pub(crate) async fn lies_in(from: &mut impl Reads, thing: &ThingId) -> Result<Option<String>> {
    let row: Option<(String,)> = fetch_optional!(
        from,
        (String,),
        "select space.visibility from thing join space on space.id = thing.space_id
         where thing.kind = $1 and thing.id = $2 and thing.removed_at is null",
        [thing.kind.as_ref(), thing.id]
    )?;
    Ok(row.map(|it| it.0))
}
