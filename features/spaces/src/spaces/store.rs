//! All SQL about what spaces say of themselves. Members are counted as far as the reader may know of them.

use access::{Person, Seen};
use database::{Reads, Tx, execute, fetch_all, fetch_optional, id_list};
use kernel::ids::{SpaceId, Uuid};
use kernel::{Error, Result};

use super::space::Space;

pub(crate) async fn put_about(tx: &mut Tx, space: SpaceId, about: &str) -> Result<()> {
    execute!(
        tx,
        "insert into space_profile (space_id, about) values ($1, $2)
         on conflict (space_id) do update set about = excluded.about",
        [space.uuid(), about]
    )
}

/// Errors: `NotFound`.
pub(crate) async fn find(from: &mut impl Reads, person: &Person, id: Uuid) -> Result<Space> {
    several(from, person, &[id]).await?.pop().ok_or(Error::NotFound)
}

/// Those of the spaces that `person` reaches, in no order.
pub(crate) async fn several(from: &mut impl Reads, person: &Person, ids: &[Uuid]) -> Result<Vec<Space>> {
    fetch_all!(
        from,
        Space,
        sqlite: "with known as materialized (select other_id from knows where person_id = $1)
         select thing.id, thing.title, space.visibility, coalesce(space_profile.about, '') as about,
           membership.level as role,
           (select count(*) from membership as theirs join known on known.other_id = theirs.person_id
            where theirs.space_id = thing.id) as members
         from thing
         join reach on reach.audience_id = thing.audience_id and reach.person_id = $1
         join space on space.id = thing.id
         left join space_profile on space_profile.space_id = thing.id
         left join membership on membership.space_id = thing.id and membership.person_id = $1
         where thing.kind = 'space' and thing.removed_at is null
           and thing.id in (select unhex(value) from json_each($2)) limit cast($3 as bigint)",
        postgres: "with known as materialized (select other_id from knows where person_id = $1)
         select thing.id, thing.title, space.visibility, coalesce(space_profile.about, '') as about,
           membership.level as role,
           (select count(*) from membership as theirs join known on known.other_id = theirs.person_id
            where theirs.space_id = thing.id) as members
         from thing
         join reach on reach.audience_id = thing.audience_id and reach.person_id = $1
         join space on space.id = thing.id
         left join space_profile on space_profile.space_id = thing.id
         left join membership on membership.space_id = thing.id and membership.person_id = $1
         where thing.kind = 'space' and thing.removed_at is null
           and thing.id in (select cast(value as uuid) from json_array_elements_text(cast($2 as json)))
         limit $3",
        [person.id.uuid(), id_list(ids), i64::try_from(ids.len()).unwrap_or(i64::MAX)]
    )
}

/// All that `person` reaches, those she is in first, then by name.
pub(crate) async fn by_name(from: &mut impl Reads, person: &Person, limit: i64) -> Result<Vec<Space>> {
    fetch_all!(
        from,
        Space,
        "with known as materialized (select other_id from knows where person_id = $1)
         select thing.id, thing.title, space.visibility, coalesce(space_profile.about, '') as about,
           membership.level as role,
           (select count(*) from membership as theirs join known on known.other_id = theirs.person_id
            where theirs.space_id = thing.id) as members
         from thing
         join reach on reach.audience_id = thing.audience_id and reach.person_id = $1
         join space on space.id = thing.id
         left join space_profile on space_profile.space_id = thing.id
         left join membership on membership.space_id = thing.id and membership.person_id = $1
         where thing.kind = 'space' and thing.removed_at is null
         order by case when membership.level is null then 1 else 0 end, lower(thing.title), thing.id
         limit $2",
        [person.id.uuid(), limit]
    )
}

/// All that `person` reaches, the oldest first, those behind `after`.
pub(crate) async fn after(
    from: &mut impl Reads,
    person: &Person,
    after: Uuid,
    limit: i64,
) -> Result<Vec<Space>> {
    fetch_all!(
        from,
        Space,
        "with known as materialized (select other_id from knows where person_id = $1)
         select thing.id, thing.title, space.visibility, coalesce(space_profile.about, '') as about,
           membership.level as role,
           (select count(*) from membership as theirs join known on known.other_id = theirs.person_id
            where theirs.space_id = thing.id) as members
         from thing
         join reach on reach.audience_id = thing.audience_id and reach.person_id = $1
         join space on space.id = thing.id
         left join space_profile on space_profile.space_id = thing.id
         left join membership on membership.space_id = thing.id and membership.person_id = $1
         where thing.kind = 'space' and thing.removed_at is null and thing.id > $2
         order by thing.id limit $3",
        [person.id.uuid(), after, limit]
    )
}

/// Name and description, for the index.
pub(crate) async fn words(from: &mut impl Reads, id: Uuid) -> Result<Option<(String, String)>> {
    fetch_optional!(
        from,
        (String, String),
        "select thing.title, coalesce(space_profile.about, '') from thing
         left join space_profile on space_profile.space_id = thing.id
         where thing.kind = 'space' and thing.id = $1 and thing.removed_at is null",
        [id]
    )
}

/// How many documents lie in it.
pub(crate) async fn count_documents(from: &mut impl Reads, person: &Person, space: &Seen) -> Result<i64> {
    let row = fetch_optional!(
        from,
        (i64,),
        "select count(*) from thing
         join reach on reach.audience_id = thing.audience_id and reach.person_id = $1
         where thing.space_id = $2 and thing.kind = 'document' and thing.removed_at is null",
        [person.id.uuid(), space.space_id]
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

/// Titles of the youngest of them.
pub(crate) async fn documents(
    from: &mut impl Reads,
    person: &Person,
    space: &Seen,
    limit: i64,
) -> Result<Vec<String>> {
    let rows = fetch_all!(
        from,
        (String,),
        "select thing.title from thing
         join reach on reach.audience_id = thing.audience_id and reach.person_id = $1
         where thing.space_id = $2 and thing.kind = 'document' and thing.removed_at is null
         order by thing.id desc limit cast($3 as bigint)",
        [person.id.uuid(), space.space_id, limit]
    )?;
    Ok(rows.into_iter().map(|(title,)| title).collect())
}
