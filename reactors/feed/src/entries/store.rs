//! All SQL about feed entries.

use access::{Named, Person, Visibility};
use database::{Reads, Tx, execute, execute_and_count, fetch_all, fetch_optional};
use kernel::Result;
use kernel::activity::Activity;
use kernel::ids::Uuid;

/// What was done last to one thing, with the thing as it is now.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Entry {
    pub position: i64,
    pub at: i64,
    pub verb: String,
    pub object_kind: String,
    pub thing_kind: String,
    pub thing_id: Uuid,
    pub title: String,
    pub url: String,
    pub space_title: String,
    pub visibility: Visibility,
    #[sqlx(flatten)]
    pub actor: Named,
}

/// The part of a stream that is wanted: positions from `from` to below `before`, at most `limit`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part {
    pub from: i64,
    pub before: i64,
    pub limit: i64,
}

/// Moves the thing to the top of the feed; one that was removed leaves it. Given again, or too late, it
/// changes nothing.
pub(crate) async fn put(tx: &mut Tx, Activity { position, deed, .. }: &Activity) -> Result<()> {
    let thing = deed.about();
    let put = execute_and_count!(
        tx,
        "insert into feed_entry (kind, id, audience_id, space_id, position)
         select kind, id, audience_id, space_id, cast($3 as bigint) from thing
         where kind = $1 and id = $2 and removed_at is null
         on conflict (kind, id) do update set audience_id = excluded.audience_id,
           space_id = excluded.space_id, position = excluded.position
         where feed_entry.position < excluded.position",
        [&*thing.kind, thing.id, position]
    )?;
    if put > 0 {
        return Ok(());
    }
    execute!(
        tx,
        "delete from feed_entry where kind = $1 and id = $2 and exists (select 1 from thing
           where thing.kind = $1 and thing.id = $2 and thing.removed_at is not null)",
        [&*thing.kind, thing.id]
    )
}

pub(crate) async fn clear(tx: &mut Tx) -> Result<()> {
    execute!(tx, "delete from feed_entry", [])
}

/// When something was done; `None` if nothing was at that position.
pub(crate) async fn at(from: &mut impl Reads, position: i64) -> Result<Option<i64>> {
    let row = fetch_optional!(from, (i64,), "select at from activity where position = $1", [position])?;
    Ok(row.map(|(at,)| at))
}

/// The newest entries about things that `person` reaches *now*, under the titles they have now.
///
/// Takes the newest of each audience first: a plain join would sort all that she reaches, or walk through all
/// that she does not (docs/decisions/0002). PostgreSQL has `lateral` for that; SQLite first asks how far the
/// newest of each audience go back.
pub(crate) async fn newest(from: &mut impl Reads, person: &Person, part: Part) -> Result<Vec<Entry>> {
    fetch_all!(
        from,
        Entry,
        sqlite: "with edge as materialized (
           select reach.audience_id, coalesce((
             select position from feed_entry where feed_entry.audience_id = reach.audience_id
               and feed_entry.position < $2
             order by position desc limit 1 offset cast($4 as bigint)), 0) as position
           from reach where reach.person_id = $1
         )
         select newest.position, activity.at, activity.verb, activity.object_kind, thing.kind as thing_kind,
           thing.id as thing_id, thing.title, thing.url, named.title as space_title,
           space.visibility, person.id, person.name, person.picture, person.role
         from (select feed_entry.position, feed_entry.kind, feed_entry.id
               from edge join feed_entry on feed_entry.audience_id = edge.audience_id
                 and feed_entry.position >= edge.position
               where feed_entry.position < $2 and feed_entry.position >= $3
               order by feed_entry.position desc limit cast($4 as bigint)) as newest
         join thing on thing.kind = newest.kind and thing.id = newest.id and thing.removed_at is null
         join space on space.id = thing.space_id
         join thing as named on named.kind = 'space' and named.id = thing.space_id
         join activity on activity.position = newest.position
         join person on person.id = activity.actor_id
         order by newest.position desc",
        postgres: "select newest.position, activity.at, activity.verb, activity.object_kind,
           thing.kind as thing_kind, thing.id as thing_id, thing.title, thing.url,
           named.title as space_title, space.visibility, person.id, person.name, person.picture, person.role
         from (select entry.position, entry.kind, entry.id
               from reach cross join lateral (
                 select position, kind, id from feed_entry where feed_entry.audience_id = reach.audience_id
                   and feed_entry.position < $2 and feed_entry.position >= $3
                 order by feed_entry.position desc limit $4) as entry
               where reach.person_id = $1 order by entry.position desc limit $4) as newest
         join thing on thing.kind = newest.kind and thing.id = newest.id and thing.removed_at is null
         join space on space.id = thing.space_id
         join thing as named on named.kind = 'space' and named.id = thing.space_id
         join activity on activity.position = newest.position
         join person on person.id = activity.actor_id
         order by newest.position desc",
        [person.id.uuid(), part.before, part.from, part.limit]
    )
}

/// The same of the things of one kind, by an index of its own: most entries are of another.
pub(crate) async fn newest_of_kind(
    from: &mut impl Reads,
    person: &Person,
    kind: &str,
    part: Part,
) -> Result<Vec<Entry>> {
    fetch_all!(
        from,
        Entry,
        sqlite: "with edge as materialized (
           select reach.audience_id, coalesce((
             select position from feed_entry where feed_entry.audience_id = reach.audience_id
               and feed_entry.kind = $5 and feed_entry.position < $2
             order by position desc limit 1 offset cast($4 as bigint)), 0) as position
           from reach where reach.person_id = $1
         )
         select newest.position, activity.at, activity.verb, activity.object_kind, thing.kind as thing_kind,
           thing.id as thing_id, thing.title, thing.url, named.title as space_title,
           space.visibility, person.id, person.name, person.picture, person.role
         from (select feed_entry.position, feed_entry.kind, feed_entry.id
               from edge join feed_entry on feed_entry.audience_id = edge.audience_id
                 and feed_entry.kind = $5 and feed_entry.position >= edge.position
               where feed_entry.position < $2 and feed_entry.position >= $3
               order by feed_entry.position desc limit cast($4 as bigint)) as newest
         join thing on thing.kind = newest.kind and thing.id = newest.id and thing.removed_at is null
         join space on space.id = thing.space_id
         join thing as named on named.kind = 'space' and named.id = thing.space_id
         join activity on activity.position = newest.position
         join person on person.id = activity.actor_id
         order by newest.position desc",
        postgres: "select newest.position, activity.at, activity.verb, activity.object_kind,
           thing.kind as thing_kind, thing.id as thing_id, thing.title, thing.url,
           named.title as space_title, space.visibility, person.id, person.name, person.picture, person.role
         from (select entry.position, entry.kind, entry.id
               from reach cross join lateral (
                 select position, kind, id from feed_entry where feed_entry.audience_id = reach.audience_id
                   and feed_entry.kind = $5
                   and feed_entry.position < $2 and feed_entry.position >= $3
                 order by feed_entry.position desc limit $4) as entry
               where reach.person_id = $1 order by entry.position desc limit $4) as newest
         join thing on thing.kind = newest.kind and thing.id = newest.id and thing.removed_at is null
         join space on space.id = thing.space_id
         join thing as named on named.kind = 'space' and named.id = thing.space_id
         join activity on activity.position = newest.position
         join person on person.id = activity.actor_id
         order by newest.position desc",
        [person.id.uuid(), part.before, part.from, part.limit, kind]
    )
}

/// The same of one space.
pub(crate) async fn newest_of(
    from: &mut impl Reads,
    person: &Person,
    space: Uuid,
    part: Part,
) -> Result<Vec<Entry>> {
    fetch_all!(
        from,
        Entry,
        "select feed_entry.position, activity.at, activity.verb, activity.object_kind,
           thing.kind as thing_kind, thing.id as thing_id, thing.title, thing.url,
           named.title as space_title, space.visibility, person.id, person.name, person.picture, person.role
         from feed_entry
         join thing on thing.kind = feed_entry.kind and thing.id = feed_entry.id
           and thing.space_id = feed_entry.space_id and thing.removed_at is null
         join reach on reach.audience_id = thing.audience_id and reach.person_id = $1
         join space on space.id = thing.space_id
         join thing as named on named.kind = 'space' and named.id = thing.space_id
         join activity on activity.position = feed_entry.position
         join person on person.id = activity.actor_id
         where feed_entry.space_id = $2 and feed_entry.position < $3 and feed_entry.position >= $4
         order by feed_entry.position desc limit cast($5 as bigint)",
        [person.id.uuid(), space, part.before, part.from, part.limit]
    )
}
