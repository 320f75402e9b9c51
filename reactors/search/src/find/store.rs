//! All SQL that finds.

use access::{Named, Person, Visibility};
use database::{Reads, fetch_all};
use kernel::Result;
use kernel::ids::Uuid;

use crate::analyser::Match;

/// Matches that are looked at for one question, the newest first: for somebody who may read little of much.
const SCANNED_MAX_ROWS: i64 = 50_000;

/// What was found, without its text.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Candidate {
    pub id: i64,
    pub kind: String,
    pub object_id: Uuid,
    pub family: String,
    pub title: String,
    pub url: String,
    pub space_title: String,
    pub visibility: Visibility,
    pub at: i64,
    /// Of who wrote it; empty if nobody did, or was erased.
    pub author: String,
}

/// What narrows a search down; nothing is no id, an empty text, or 0.
#[derive(Clone, Debug, Default)]
pub(crate) struct Narrowed {
    pub space: Option<Uuid>,
    /// A kind or a family.
    pub kind: String,
    /// Who wrote it.
    pub author: Option<Uuid>,
    /// Microseconds; only what changed since.
    pub since: i64,
}

/// The newest that match and that `person` reaches now, at most `limit`.
///
/// The cross joins keep SQLite in the order of the index, so that it stops at the limit; ordering once more
/// would make it look at all that match.
pub(crate) async fn candidates(
    from: &mut impl Reads,
    person: &Person,
    wanted: &Match,
    narrowed: &Narrowed,
    limit: i64,
) -> Result<Vec<Candidate>> {
    let (everywhere, everybody) = (i64::from(narrowed.space.is_none()), i64::from(narrowed.author.is_none()));
    fetch_all!(
        from,
        Candidate,
        sqlite: "with mine as materialized (select audience_id from reach where person_id = $2)
         select entry.id, entry.kind, entry.object_id, entry.family, thing.title, thing.url,
           named.title as space_title, space.visibility, entry.at, coalesce(person.name, '') as author
         from (select rowid from search_words where search_words match $1 and $3 = $3
               order by rowid desc limit $10) as matched
         cross join search_entry as entry on entry.id = matched.rowid
         cross join thing on thing.kind = entry.about_kind and thing.id = entry.about_id
         cross join space on space.id = thing.space_id
         cross join thing as named on named.kind = 'space' and named.id = thing.space_id
         left join person on person.id = entry.author_id
         where thing.removed_at is null and thing.audience_id in (select audience_id from mine)
           and ($4 = 1 or thing.space_id = $5) and ($6 = 1 or entry.author_id = $7) and entry.at >= $8
         limit $9",
        postgres: "select entry.id, entry.kind, entry.object_id, entry.family, thing.title, thing.url,
           named.title as space_title, space.visibility, entry.at, coalesce(person.name, '') as author
         from (select * from search_entry where words @@ cast($3 as tsquery) and $1 = $1
               order by id desc limit $10) as entry
         join thing on thing.kind = entry.about_kind and thing.id = entry.about_id
           and thing.removed_at is null
         join reach on reach.audience_id = thing.audience_id and reach.person_id = $2
         join space on space.id = thing.space_id
         join thing as named on named.kind = 'space' and named.id = thing.space_id
         left join person on person.id = entry.author_id
         where ($4 = 1 or thing.space_id = $5) and ($6 = 1 or entry.author_id = $7) and entry.at >= $8
         order by entry.id desc limit $9",
        [
            &wanted.sqlite,
            person.id.uuid(),
            &wanted.postgres,
            everywhere,
            narrowed.space.unwrap_or_default(),
            everybody,
            narrowed.author.unwrap_or_default(),
            narrowed.since,
            limit,
            SCANNED_MAX_ROWS
        ]
    )
}

/// People of whom `person` may know and that match, by name.
pub(crate) async fn people(
    from: &mut impl Reads,
    person: &Person,
    wanted: &Match,
    limit: i64,
) -> Result<Vec<Named>> {
    fetch_all!(
        from,
        Named,
        sqlite: "select person.id, person.name, person.picture, person.role
         from search_words
         join search_entry as entry on entry.id = search_words.rowid and entry.kind = 'person'
         join knows on knows.person_id = $2 and knows.other_id = entry.object_id
         join person on person.id = entry.object_id and person.deactivated_at is null
         where search_words match $1 and $3 = $3 order by lower(person.name), person.id limit $4",
        postgres: "select person.id, person.name, person.picture, person.role
         from search_entry as entry
         join knows on knows.person_id = $2 and knows.other_id = entry.object_id
         join person on person.id = entry.object_id and person.deactivated_at is null
         where entry.kind = 'person' and entry.words @@ cast($3 as tsquery) and $1 = $1
         order by lower(person.name), person.id limit $4",
        [&wanted.sqlite, person.id.uuid(), &wanted.postgres, limit]
    )
}

/// Everybody of whom `person` may know, by name; for the choice of who wrote it.
pub(crate) async fn everybody(from: &mut impl Reads, person: &Person, limit: i64) -> Result<Vec<Named>> {
    fetch_all!(
        from,
        Named,
        "select person.id, person.name, person.picture, person.role
         from knows join person on person.id = knows.other_id
         where knows.person_id = $1 and person.deactivated_at is null and person.name <> ''
         order by lower(person.name), person.id limit $2",
        [person.id.uuid(), limit]
    )
}

/// The texts of what is shown, by the entry's id.
pub(crate) async fn body(from: &mut impl Reads, id: i64) -> Result<String> {
    let rows = fetch_all!(from, (String,), "select body from search_entry where id = $1 limit 1", [id])?;
    Ok(rows.into_iter().next().map(|(body,)| body).unwrap_or_default())
}

#[derive(sqlx::FromRow)]
pub(crate) struct Recent {
    pub id: Uuid,
    pub title: String,
    pub url: String,
    pub space_title: String,
    pub visibility: Visibility,
}

/// The newest documents that she reaches; for a search before anything is typed. Ids sort by the time they
/// were made, so the newest of each audience stand at the end of its index.
pub(crate) async fn recent(from: &mut impl Reads, person: &Person, limit: i64) -> Result<Vec<Recent>> {
    fetch_all!(
        from,
        Recent,
        sqlite: "with edge as materialized (
           select reach.audience_id, coalesce((
             select id from thing where thing.audience_id = reach.audience_id and thing.kind = 'document'
               and thing.removed_at is null
             order by id desc limit 1 offset $2), x'') as id
           from reach where reach.person_id = $1
         )
         select thing.id, thing.title, thing.url, named.title as space_title, space.visibility
         from edge join thing on thing.audience_id = edge.audience_id and thing.kind = 'document'
           and thing.id >= edge.id and thing.removed_at is null
         join space on space.id = thing.space_id
         join thing as named on named.kind = 'space' and named.id = thing.space_id
         order by thing.id desc limit $2",
        postgres: "select newest.id, newest.title, newest.url, named.title as space_title, space.visibility
         from (select document.* from reach cross join lateral (
                 select id, title, url, space_id from thing
                 where thing.audience_id = reach.audience_id and thing.kind = 'document'
                   and thing.removed_at is null
                 order by thing.id desc limit $2) as document
               where reach.person_id = $1 order by document.id desc limit $2) as newest
         join space on space.id = newest.space_id
         join thing as named on named.kind = 'space' and named.id = newest.space_id
         order by newest.id desc",
        [person.id.uuid(), limit]
    )
}
