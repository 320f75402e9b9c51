//! All SQL about spaces and things; people, sessions and settings have their own.

use database::{Reads, Tx, execute, execute_and_count, fetch_all, fetch_optional};
use kernel::ids::{PersonId, SpaceId, ThingId};
use kernel::{Error, Result};

use crate::spaces::{Member, Place};
use crate::{CompanyRole, Level, Person, Seen, Thing, Visibility};

pub(crate) async fn insert_space(tx: &mut Tx, space: SpaceId, visibility: Visibility) -> Result<()> {
    let id = space.uuid();
    execute!(tx, "insert into audience (id, kind) values ($1, 'space')", [id])?;
    execute!(tx, "insert into space (id, visibility) values ($1, $2)", [id, visibility])
}

/// One statement: the things of the space follow it to its new audience, and what copies theirs follows them.
pub(crate) async fn update_visibility(tx: &mut Tx, space: SpaceId, visibility: Visibility) -> Result<()> {
    execute!(tx, "update space set visibility = $2 where id = $1", [space.uuid(), visibility])
}

/// Errors: `Invalid` if it has a member of a role that a space of its visibility cannot hold, `NotFound` if
/// it was closed meanwhile.
pub(crate) async fn must_hold_its_members(tx: &mut Tx, space: SpaceId) -> Result<()> {
    let id = space.uuid();
    if fetch_optional!(tx, (i64,), "select closed_at from closed_space where space_id = $1", [id])?.is_some()
    {
        return Err(Error::NotFound);
    }
    let misplaced = fetch_optional!(
        tx,
        (String,),
        "select person.role from membership
         join person on person.id = membership.person_id
         join space on space.id = membership.space_id
         where space.id = $1 and (person.role = 'visitor'
           or person.role = 'guest' and space.visibility = 'internal'
           or person.role = 'customer' and space.visibility in ('internal', 'private'))
         limit 1",
        [space.uuid()]
    )?;
    misplaced.map_or(Ok(()), |_| Err(Error::invalid("visibility", "access-cannot-hold")))
}

/// Leaves who is a member already as she is; answers whether she was none.
pub(crate) async fn add_member(tx: &mut Tx, space: SpaceId, person: PersonId, level: Level) -> Result<bool> {
    let added = execute_and_count!(
        tx,
        "insert into membership (space_id, person_id, level) values ($1, $2, $3)
         on conflict (person_id, space_id) do nothing",
        [space.uuid(), person.uuid(), level]
    )?;
    Ok(added == 1)
}

/// Answers whether she is a member who had another level.
pub(crate) async fn update_level(
    tx: &mut Tx,
    space: SpaceId,
    person: PersonId,
    level: Level,
) -> Result<bool> {
    let updated = execute_and_count!(
        tx,
        "update membership set level = $3 where space_id = $1 and person_id = $2 and level <> $3",
        [space.uuid(), person.uuid(), level]
    )?;
    Ok(updated == 1)
}

/// What `can_hold` says, asked of all spaces of a person at once.
pub(crate) async fn misplaced(
    from: &mut impl Reads,
    person: PersonId,
    role: CompanyRole,
) -> Result<Option<Place>> {
    fetch_optional!(
        from,
        Place,
        "select space.id, thing.title, space.visibility
         from membership
         join space on space.id = membership.space_id
         join thing on thing.kind = 'space' and thing.id = space.id
         where membership.person_id = $1 and ($2 = 'visitor'
           or $2 = 'guest' and space.visibility = 'internal'
           or $2 = 'customer' and space.visibility in ('internal', 'private'))
         order by lower(thing.title), space.id limit 1",
        [person.uuid(), role]
    )
}

/// Answers whether she was one.
pub(crate) async fn remove_member(tx: &mut Tx, space: SpaceId, person: PersonId) -> Result<bool> {
    let (space, person) = (space.uuid(), person.uuid());
    let removed = execute_and_count!(
        tx,
        "delete from membership where space_id = $1 and person_id = $2",
        [space, person]
    )?;
    Ok(removed == 1)
}

/// Everybody goes out of a space, and it is kept who was in it.
pub(crate) async fn lay_aside(tx: &mut Tx, space: SpaceId, visibility: Visibility) -> Result<()> {
    let (id, at) = (space.uuid(), tx.at().micros());
    execute!(
        tx,
        "insert into closed_space (space_id, visibility, closed_at) values ($1, $2, $3)",
        [id, visibility, at]
    )?;
    execute!(
        tx,
        "insert into closed_membership (space_id, person_id, level)
         select space_id, person_id, level from membership where space_id = $1",
        [id]
    )?;
    execute!(tx, "delete from membership where space_id = $1", [id])
}

/// Those who were in it are in it again, but for who lost the account or a role that it can hold.
pub(crate) async fn take_back(tx: &mut Tx, space: SpaceId) -> Result<()> {
    execute!(
        tx,
        "insert into membership (space_id, person_id, level)
         select was.space_id, was.person_id, was.level from closed_membership as was
         join person on person.id = was.person_id and person.deactivated_at is null
         join space on space.id = was.space_id
         where was.space_id = $1 and person.role <> 'visitor'
           and not (person.role = 'guest' and space.visibility = 'internal')
           and not (person.role = 'customer' and space.visibility in ('internal', 'private'))
         on conflict (person_id, space_id) do nothing",
        [space.uuid()]
    )?;
    execute!(tx, "delete from closed_space where space_id = $1", [space.uuid()])
}

/// A closed space of which this person, who is a colleague, was an owner.
pub(crate) async fn closed_space(
    from: &mut impl Reads,
    person: &Person,
    space: SpaceId,
) -> Result<Option<Place>> {
    if !person.role.is_colleague() {
        return Ok(None);
    }
    fetch_optional!(
        from,
        Place,
        "select closed_space.space_id as id, thing.title, closed_space.visibility, was.level
         from closed_membership as was
         join closed_space on closed_space.space_id = was.space_id
         join thing on thing.kind = 'space' and thing.id = was.space_id
         where was.person_id = $1 and was.level = 'owner' and was.space_id = $2",
        [person.id.uuid(), space.uuid()]
    )
}

pub(crate) async fn closed_of(from: &mut impl Reads, person: &Person, limit: i64) -> Result<Vec<Place>> {
    fetch_all!(
        from,
        Place,
        "select closed_space.space_id as id, thing.title, closed_space.visibility, was.level
         from closed_membership as was
         join closed_space on closed_space.space_id = was.space_id
         join thing on thing.kind = 'space' and thing.id = was.space_id
         where was.person_id = $1 and was.level = 'owner'
         order by lower(thing.title), thing.id limit cast($2 as bigint)",
        [person.id.uuid(), limit]
    )
}

pub(crate) async fn count_owners(from: &mut impl Reads, space: SpaceId) -> Result<i64> {
    let row = fetch_optional!(
        from,
        (i64,),
        "select count(*) from membership where space_id = $1 and level = 'owner'",
        [space.uuid()]
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

pub(crate) async fn count_members(from: &mut impl Reads, space: SpaceId) -> Result<i64> {
    let sql_count =
        fetch_optional!(from, (i64,), "select count(*) from membership where space_id = $1", [space.uuid()])?;
    Ok(sql_count.map_or(0, |(count,)| count))
}

pub(crate) async fn count_colleagues(from: &mut impl Reads) -> Result<i64> {
    let row = fetch_optional!(
        from,
        (i64,),
        "select count(*) from person where role in ('member', 'admin') and deactivated_at is null",
        []
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

pub(crate) async fn members(from: &mut impl Reads, space: SpaceId, limit: i64) -> Result<Vec<Member>> {
    fetch_all!(
        from,
        Member,
        "select person.id, person.name, person.picture, person.role, membership.level
         from membership join person on person.id = membership.person_id
         where membership.space_id = $1
         order by case membership.level when 'owner' then 0 when 'writer' then 1 else 2 end, person.name
         limit cast($2 as bigint)",
        [space.uuid(), limit]
    )
}

pub(crate) async fn places_of(from: &mut impl Reads, person: &Person, limit: i64) -> Result<Vec<Place>> {
    fetch_all!(
        from,
        Place,
        "select space.id, thing.title, space.visibility, membership.level
         from membership
         join space on space.id = membership.space_id
         join thing on thing.kind = 'space' and thing.id = space.id and thing.removed_at is null
         where membership.person_id = $1 order by lower(thing.title), space.id limit cast($2 as bigint)",
        [person.id.uuid(), limit]
    )
}

impl Thing {
    /// Makes it known, or known anew after it was renamed or moved. The owning feature calls it in the
    /// transaction of its change, and from the commit on all others follow.
    pub async fn put(&self, tx: &mut Tx) -> Result<()> {
        execute!(
            tx,
            "insert into thing (kind, id, audience_id, space_id, title, url, owner_id)
             select $1, $2, audience_id, id, $4, $5, $6 from space where id = $3
             on conflict (kind, id) do update set audience_id = excluded.audience_id,
               space_id = excluded.space_id, title = excluded.title, url = excluded.url",
            [&*self.id.kind, self.id.id, self.space.uuid(), &self.title, &self.url, self.owner.uuid()]
        )
    }

    /// Takes it back after [`Thing::remove`].
    pub async fn restore(tx: &mut Tx, id: &ThingId) -> Result<()> {
        execute!(tx, "update thing set removed_at = null where kind = $1 and id = $2", [&*id.kind, id.id])
    }

    /// From the commit on nobody reads it, nor what was said about it. Its row stays for what refers to it.
    pub async fn remove(tx: &mut Tx, id: &ThingId) -> Result<()> {
        let at = tx.at().micros();
        execute!(tx, "update thing set removed_at = $3 where kind = $1 and id = $2", [&*id.kind, id.id, at])
    }
}

/// Who is named in the space of the thing has the level she was given. A colleague who is not writes in an
/// open space as well, and joins it with that; everybody else reads.
pub(crate) async fn find_thing(from: &mut impl Reads, person: &Person, id: &ThingId) -> Result<Seen> {
    let found = fetch_optional!(
        from,
        Seen,
        "select thing.kind, thing.id, thing.title, thing.url, thing.owner_id, open_space.id as joins,
           case when open_space.id is null then coalesce(membership.level, 'reader') else 'writer' end
             as level,
           space.id as space_id, space.visibility, named.title as space_title
         from thing
         join reach on reach.audience_id = thing.audience_id and reach.person_id = $1
         join person on person.id = reach.person_id
         join space on space.id = thing.space_id
         join thing as named on named.kind = 'space' and named.id = thing.space_id
         left join membership on membership.space_id = thing.space_id and membership.person_id = $1
         left join space as open_space on open_space.id = thing.space_id and membership.level is null
           and open_space.visibility in ('public', 'internal') and person.role in ('member', 'admin')
         where thing.kind = $2 and thing.id = $3 and thing.removed_at is null",
        [person.id.uuid(), &*id.kind, id.id]
    )?;
    found.ok_or(Error::NotFound)
}
