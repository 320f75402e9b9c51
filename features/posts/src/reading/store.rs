//! All SQL about announcements and who has read them. How many have is counted for the author alone; names
//! are read of those who have *not*, and only when its date is over.

use std::collections::HashMap;

use access::Person;
use database::{Reads, Tx, execute_and_count, fetch_all, id_list};
use kernel::Result;
use kernel::ids::{PersonId, Uuid};

use super::standing::Standing;
use crate::posts::post::Post;

/// Names of those who have not read it; more are reminded by a word in the house.
const MISSING_MAX_ROWS: i64 = 200;

/// Whom an announcement is meant for: the people of a closed space, all colleagues for an open one.
const MEANT_MAX_ROWS: i64 = 10_000;

/// Confirmations of all announcements of a list by one person.
const MINE_MAX_ROWS: i64 = 400;

/// Answers whether she had not said so before.
pub(crate) async fn confirm(tx: &mut Tx, post: Uuid, person: PersonId) -> Result<bool> {
    let inserted = execute_and_count!(
        tx,
        "insert into post_confirmation (post_id, person_id) values ($1, $2) on conflict do nothing",
        [post, person.uuid()]
    )?;
    Ok(inserted == 1)
}

/// Which of these she has confirmed herself.
pub(crate) async fn mine(from: &mut impl Reads, person: &Person, posts: &[Uuid]) -> Result<Vec<Uuid>> {
    if posts.is_empty() {
        return Ok(Vec::new());
    }
    let rows = fetch_all!(
        from,
        (Uuid,),
        sqlite: "select post_id from post_confirmation
           where person_id = $2 and post_id in (select unhex(value) from json_each($1))
           limit cast($3 as bigint)",
        postgres: "select post_id from post_confirmation where person_id = $2 and post_id in
             (select cast(value as uuid) from json_array_elements_text(cast($1 as json))) limit $3",
        [id_list(posts), person.id.uuid(), MINE_MAX_ROWS]
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Those who are told that there is something to be read.
pub(crate) async fn called(from: &mut impl Reads, post: &Post) -> Result<Vec<PersonId>> {
    let rows = fetch_all!(
        from,
        (Uuid,),
        "select person_id from post_meant where post_id = $1 order by person_id limit cast($2 as bigint)",
        [post.id, MEANT_MAX_ROWS]
    )?;
    Ok(rows.into_iter().map(|(id,)| id.into()).collect())
}

/// How these announcements stand, for their author; with names those in `over`, whose date is over.
pub(crate) async fn standings(
    from: &mut impl Reads,
    posts: &[Uuid],
    over: &[Uuid],
) -> Result<HashMap<Uuid, Standing>> {
    if posts.is_empty() {
        return Ok(HashMap::new());
    }
    let counts = fetch_all!(
        from,
        (Uuid, i64, i64),
        sqlite: "select post_id, count(confirmed_id), count(*) from post_meant
           where post_id in (select unhex(value) from json_each($1)) group by post_id
           limit cast($2 as bigint)",
        postgres: "select post_id, count(confirmed_id), count(*) from post_meant where post_id in
             (select cast(value as uuid) from json_array_elements_text(cast($1 as json)))
           group by post_id limit $2",
        [id_list(posts), MINE_MAX_ROWS]
    )?;
    let standing = |(id, count, of)| (id, Standing { count: Some((count, of)), ..Standing::default() });
    let mut standings: HashMap<Uuid, Standing> = counts.into_iter().map(standing).collect();
    if !over.is_empty() {
        for id in over {
            standings.entry(*id).or_default().missing = Some(Vec::new());
        }
        for (id, name) in missing(from, over).await? {
            standings.entry(id).or_default().missing.get_or_insert_default().push(name);
        }
    }
    Ok(standings)
}

/// Who has not read these, by name.
async fn missing(from: &mut impl Reads, posts: &[Uuid]) -> Result<Vec<(Uuid, String)>> {
    fetch_all!(
        from,
        (Uuid, String),
        sqlite: "select post_id, name from post_meant
           where confirmed_id is null and post_id in (select unhex(value) from json_each($1))
           order by lower(name), person_id limit cast($2 as bigint)",
        postgres: "select post_id, name from post_meant where confirmed_id is null and post_id in
             (select cast(value as uuid) from json_array_elements_text(cast($1 as json)))
           order by lower(name), person_id limit $2",
        [id_list(posts), MISSING_MAX_ROWS]
    )
}

/// An announcement that waits for somebody.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Unread {
    pub id: Uuid,
    pub at: i64,
    pub author: String,
    pub title: String,
    pub url: String,
    pub space_title: String,
    pub read_by: Option<i64>,
}

/// What she is meant to read and has not confirmed, the oldest first. In an open space that is for
/// colleagues.
pub(crate) async fn unread(from: &mut impl Reads, person: &Person, limit: i64) -> Result<Vec<Unread>> {
    fetch_all!(
        from,
        Unread,
        "select post.id, post.at, person.name as author, thing.title, thing.url, named.title as space_title,
           post.read_by
         from post
         join thing on thing.kind = 'post' and thing.id = post.id and thing.removed_at is null
         join reach on reach.audience_id = thing.audience_id and reach.person_id = $1
         join space on space.id = thing.space_id
         join thing as named on named.kind = 'space' and named.id = thing.space_id
         join person on person.id = post.author_id
         join person as me on me.id = $1
         where post.kind = 'announcement' and post.removed_at is null and post.author_id <> $1
           and (space.visibility not in ('public', 'internal') or me.role in ('member', 'admin'))
           and post.at >= me.made_at
           and not exists (select 1 from post_confirmation
             where post_confirmation.post_id = post.id and post_confirmation.person_id = $1)
         order by post.at, post.id limit cast($2 as bigint)",
        [person.id.uuid(), limit]
    )
}
