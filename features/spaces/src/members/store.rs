//! All SQL about who is in a space. What it answers about people is what the asker may know of them.

use access::spaces::Place;
use access::{Level, Named, Person, Seen, sought};
use database::{Reads, Tx, execute, fetch_all, fetch_optional};
use kernel::Result;
use kernel::ids::{PersonId, SpaceId, Uuid};

#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Member {
    #[sqlx(flatten)]
    pub person: Named,
    pub level: Level,
}

/// Owners first, then by name.
pub(crate) async fn by_level(
    from: &mut impl Reads,
    asking: &Person,
    space: &Seen,
    limit: i64,
) -> Result<Vec<Member>> {
    fetch_all!(
        from,
        Member,
        "with known as materialized (select other_id from knows where person_id = $1)
         select person.id, person.name, person.picture, person.role, membership.level
         from membership
         join known on known.other_id = membership.person_id
         join person on person.id = membership.person_id
         where membership.space_id = $2
         order by case membership.level when 'owner' then 0 when 'writer' then 1 else 2 end,
           lower(person.name), person.id
         limit cast($3 as bigint)",
        [asking.id.uuid(), space.space_id, limit]
    )
}

/// In the order in which they got their accounts, those behind `after`.
pub(crate) async fn after(
    from: &mut impl Reads,
    asking: &Person,
    space: &Seen,
    after: Uuid,
    limit: i64,
) -> Result<Vec<Member>> {
    fetch_all!(
        from,
        Member,
        "with known as materialized (select other_id from knows where person_id = $1)
         select person.id, person.name, person.picture, person.role, membership.level
         from membership
         join known on known.other_id = membership.person_id
         join person on person.id = membership.person_id
         where membership.space_id = $2 and membership.person_id > $3
         order by membership.person_id limit $4",
        [asking.id.uuid(), space.space_id, after, limit]
    )
}

/// Of whom the asker knows, who is not in the space yet; `query` is the beginning of a word of the name.
pub(crate) async fn others(
    from: &mut impl Reads,
    asking: &Person,
    space: &Seen,
    query: &str,
    limit: i64,
) -> Result<Vec<Named>> {
    fetch_all!(
        from,
        Named,
        sqlite: "with known as materialized (select other_id from knows where person_id = $1)
           select person.id, person.name, person.picture, person.role
           from known
           join person on person.id = known.other_id
           left join membership on membership.space_id = $2 and membership.person_id = person.id
           where membership.level is null and person.deactivated_at is null and person.role <> 'visitor'
             and (person.name glob $3 || '*' or person.name glob '*[- ]' || $3 || '*')
           order by lower(person.name), person.id limit $4",
        postgres: "with known as materialized (select other_id from knows where person_id = $1)
           select person.id, person.name, person.picture, person.role
           from known
           join person on person.id = known.other_id
           left join membership on membership.space_id = $2 and membership.person_id = person.id
           where membership.level is null and person.deactivated_at is null and person.role <> 'visitor'
             and person.name ~ ('(^|[- ])' || $3)
           order by lower(person.name), person.id limit $4",
        [asking.id.uuid(), space.space_id, sought::pattern(query), limit]
    )
}

/// Whether she can still sign in.
pub(crate) async fn is_active(from: &mut impl Reads, person: PersonId) -> Result<bool> {
    let row = fetch_optional!(
        from,
        (i64,),
        "select count(*) from person where id = $1 and deactivated_at is null and role <> 'visitor'",
        [person.uuid()]
    )?;
    Ok(row.is_some_and(|(count,)| count == 1))
}

/// All members, for those who have to be told.
pub(crate) async fn ids(from: &mut impl Reads, space: Uuid, limit: i64) -> Result<Vec<PersonId>> {
    let rows = fetch_all!(
        from,
        (Uuid,),
        "select person_id from membership where space_id = $1 order by membership.person_id limit $2",
        [space, limit]
    )?;
    Ok(rows.into_iter().map(|(id,)| id.into()).collect())
}

/// Spaces that nobody who can still sign in owns. The one list of spaces that does not ask who reaches them:
/// an admin could not take over what she cannot see.
pub(crate) async fn ownerless(from: &mut impl Reads, limit: i64) -> Result<Vec<Place>> {
    fetch_all!(
        from,
        Place,
        "select space.id, thing.title, space.visibility
         from space
         join thing on thing.kind = 'space' and thing.id = space.id and thing.removed_at is null
         where not exists (select 1 from membership join person on person.id = membership.person_id
           where membership.space_id = space.id and membership.level = 'owner'
             and person.deactivated_at is null and person.role <> 'visitor')
         order by lower(thing.title), space.id limit $1",
        [limit]
    )
}

pub(crate) async fn is_ownerless(from: &mut impl Reads, space: Uuid) -> Result<bool> {
    let row = fetch_optional!(
        from,
        (i64,),
        "select count(*) from space
         join thing on thing.kind = 'space' and thing.id = space.id and thing.removed_at is null
         where space.id = $1
           and not exists (select 1 from membership join person on person.id = membership.person_id
             where membership.space_id = space.id and membership.level = 'owner'
               and person.deactivated_at is null and person.role <> 'visitor')",
        [space]
    )?;
    Ok(row.is_some_and(|(count,)| count == 1))
}

/// Past the question whether somebody may: only for a space that nobody owns.
pub(crate) async fn put_owner(tx: &mut Tx, space: SpaceId, person: PersonId) -> Result<()> {
    execute!(
        tx,
        "insert into membership (space_id, person_id, level) values ($1, $2, $3)
         on conflict (person_id, space_id) do update set level = excluded.level",
        [space.uuid(), person.uuid(), Level::Owner]
    )
}
