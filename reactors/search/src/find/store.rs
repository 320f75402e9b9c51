//! All SQL that finds.

use access::{Named, Person, Visibility};
use database::{Reads, fetch_all};
use kernel::Result;
use kernel::ids::Uuid;

/// What was found, without its text.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Candidate {
    pub id: i64,
    pub kind: String,
    pub object_id: Uuid,
    pub family: String,
    /// Of the entry itself; empty for a comment.
    pub own_title: String,
    pub title: String,
    pub url: String,
    pub space_title: String,
    pub visibility: Visibility,
    pub at: i64,
}

/// What narrows a search down; nothing is an empty text, no id, or 0.
#[derive(Clone, Debug, Default)]
pub(crate) struct Narrowed {
    pub space: Option<Uuid>,
    /// A kind or a family.
    pub kind: String,
    /// Microseconds; only what changed since.
    pub since: i64,
}

/// The newest that match and that `person` reaches now, at most `limit`.
pub(crate) async fn candidates(
    from: &mut impl Reads,
    person: &Person,
    sqlite: &str,
    postgres: &str,
    narrowed: &Narrowed,
    limit: i64,
) -> Result<Vec<Candidate>> {
    let everywhere = i64::from(narrowed.space.is_none());
    fetch_all!(
        from,
        Candidate,
        sqlite: "select entry.id, entry.kind, entry.object_id, entry.family, entry.title as own_title,
           thing.title, thing.url, named.title as space_title, space.visibility, entry.at
         from search_words
         join search_entry as entry on entry.id = search_words.rowid
         join thing on thing.kind = entry.about_kind and thing.id = entry.about_id
           and thing.removed_at is null
         join reach on reach.audience_id = thing.audience_id and reach.person_id = $2
         join thing as named on named.kind = 'space' and named.id = thing.space_id
         join space on space.id = thing.space_id
         where search_words match $1 and ($4 = 1 or thing.space_id = $5)
           and ($6 = '' or entry.kind = $6 or entry.family = $6) and entry.at >= $7 and $3 = $3
         order by search_words.rowid desc limit $8",
        postgres: "select entry.id, entry.kind, entry.object_id, entry.family, entry.title as own_title,
           thing.title, thing.url, named.title as space_title, space.visibility, entry.at
         from search_entry as entry
         join thing on thing.kind = entry.about_kind and thing.id = entry.about_id
           and thing.removed_at is null
         join reach on reach.audience_id = thing.audience_id and reach.person_id = $2
         join thing as named on named.kind = 'space' and named.id = thing.space_id
         join space on space.id = thing.space_id
         where entry.words @@ cast($3 as tsquery) and ($4 = 1 or thing.space_id = $5)
           and ($6 = '' or entry.kind = $6 or entry.family = $6) and entry.at >= $7 and $1 = $1
         order by entry.id desc limit $8",
        [
            sqlite,
            person.id.uuid(),
            postgres,
            everywhere,
            narrowed.space.unwrap_or_default(),
            &narrowed.kind,
            narrowed.since,
            limit
        ]
    )
}

/// People that `person` may know of and that match.
pub(crate) async fn people(
    from: &mut impl Reads,
    person: &Person,
    sqlite: &str,
    postgres: &str,
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
         where search_words match $1 and $3 = $3 order by person.name limit $4",
        postgres: "select person.id, person.name, person.picture, person.role
         from search_entry as entry
         join knows on knows.person_id = $2 and knows.other_id = entry.object_id
         join person on person.id = entry.object_id and person.deactivated_at is null
         where entry.kind = 'person' and entry.words @@ cast($3 as tsquery) and $1 = $1
         order by person.name limit $4",
        [sqlite, person.id.uuid(), postgres, limit]
    )
}

/// The texts of what is shown, by the entry's id.
pub(crate) async fn body(from: &mut impl Reads, id: i64) -> Result<String> {
    let rows = fetch_all!(from, (String,), "select body from search_entry where id = $1 limit 1", [id])?;
    Ok(rows.into_iter().next().map(|(body,)| body).unwrap_or_default())
}

#[derive(sqlx::FromRow)]
pub(crate) struct Recent {
    pub kind: String,
    pub title: String,
    pub url: String,
    pub space_title: String,
    pub visibility: Visibility,
}

/// The newest documents that she reaches; for a search before anything is typed.
pub(crate) async fn recent(from: &mut impl Reads, person: &Person, limit: i64) -> Result<Vec<Recent>> {
    fetch_all!(
        from,
        Recent,
        "select thing.kind, thing.title, thing.url, named.title as space_title, space.visibility
         from search_entry as entry
         join thing on thing.kind = entry.about_kind and thing.id = entry.about_id
           and thing.removed_at is null
         join reach on reach.audience_id = thing.audience_id and reach.person_id = $1
         join thing as named on named.kind = 'space' and named.id = thing.space_id
         join space on space.id = thing.space_id
         where entry.kind = 'document' order by entry.at desc, entry.id desc limit $2",
        [person.id.uuid(), limit]
    )
}
