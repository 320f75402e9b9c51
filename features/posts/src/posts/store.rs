//! All SQL about posts. Who may read one is asked of `thing` and `reach`; one that waits has neither, and is
//! found by its author alone.

use std::collections::HashMap;
use std::time::Duration;

use access::Person;
use database::{Reads, Tx, execute, execute_and_count, fetch_all, id_list};
use kernel::Result;
use kernel::ids::Uuid;

use super::body::Names;
use super::post::Post;

/// Posts that are fetched at once.
const FETCHED_MAX_ROWS: i64 = 400;

/// Names called in all posts of a list.
const NAMES_MAX_ROWS: i64 = 5_000;

/// Earlier texts shown of one post.
const REVISIONS_MAX_ROWS: i64 = 100;

/// Pinned at the side of a space; more pins are no pins.
const PINNED_MAX_ROWS: i64 = 10;

/// What one person plans ahead.
const WAITING_MAX_ROWS: i64 = 100;

/// Where a list goes on: before the post of this time and id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Before(pub i64, pub Uuid);

impl Before {
    pub const END: Self = Self(i64::MAX, Uuid::max());
}

impl std::fmt::Display for Before {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}.{}", self.0, self.1)
    }
}

impl std::str::FromStr for Before {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (at, id) = text.split_once('.').ok_or(())?;
        Ok(Self(at.parse().map_err(drop)?, id.parse().map_err(drop)?))
    }
}

/// These posts whole, in no order; whoever asks has found out who may read them.
pub(crate) async fn fetch(from: &mut impl Reads, ids: &[Uuid]) -> Result<Vec<Post>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    fetch_all!(
        from,
        Post,
        sqlite: "select post.id, post.kind, post.space_id, post.body, post.at, post.edited_at,
             post.removed_at, post.publish_at, post.pinned_at, post.answer_id, post.read_by,
             person.id as author_id, person.name as author_name, person.picture as author_picture,
             person.role as author_role
           from post join person on person.id = post.author_id
           where post.id in (select unhex(value) from json_each($1)) limit cast($2 as bigint)",
        postgres: "select post.id, post.kind, post.space_id, post.body, post.at, post.edited_at,
             post.removed_at, post.publish_at, post.pinned_at, post.answer_id, post.read_by,
             person.id as author_id, person.name as author_name, person.picture as author_picture,
             person.role as author_role
           from post join person on person.id = post.author_id
           where post.id in (select cast(value as uuid) from json_array_elements_text(cast($1 as json)))
           limit $2",
        [id_list(ids), FETCHED_MAX_ROWS]
    )
}

pub(crate) async fn find(from: &mut impl Reads, id: Uuid) -> Result<Option<Post>> {
    Ok(fetch(from, &[id]).await?.pop())
}

/// The ids of a space's posts that she may read, newest first.
pub(crate) async fn newest(
    from: &mut impl Reads,
    person: &Person,
    space: Uuid,
    before: Before,
    limit: i64,
) -> Result<Vec<Uuid>> {
    let rows = fetch_all!(
        from,
        (Uuid,),
        "select post.id from post
         join thing on thing.kind = 'post' and thing.id = post.id and thing.removed_at is null
         join reach on reach.audience_id = thing.audience_id and reach.person_id = $1
         where post.space_id = $2 and (post.at, post.id) < ($3, $4)
         order by post.at desc, post.id desc limit cast($5 as bigint)",
        [person.id.uuid(), space, before.0, before.1, limit]
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// What is pinned in a space that she reads: id and title, the last one first.
pub(crate) async fn pinned(
    from: &mut impl Reads,
    person: &Person,
    space: Uuid,
) -> Result<Vec<(Uuid, String)>> {
    fetch_all!(
        from,
        (Uuid, String),
        "select post.id, thing.title from post
         join thing on thing.kind = 'post' and thing.id = post.id and thing.removed_at is null
         join reach on reach.audience_id = thing.audience_id and reach.person_id = $1
         where post.space_id = $2 and post.pinned_at is not null
         order by post.pinned_at desc limit cast($3 as bigint)",
        [person.id.uuid(), space, PINNED_MAX_ROWS]
    )
}

/// What she has written and wants to be sent later, the next first.
pub(crate) async fn waiting(from: &mut impl Reads, person: &Person) -> Result<Vec<Uuid>> {
    let rows = fetch_all!(
        from,
        (Uuid,),
        "select id from post where author_id = $1 and publish_at is not null and removed_at is null
         order by publish_at, id limit cast($2 as bigint)",
        [person.id.uuid(), WAITING_MAX_ROWS]
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Who is called by name in these posts, by today's names.
pub(crate) async fn names_in(from: &mut impl Reads, posts: &[Uuid]) -> Result<HashMap<Uuid, Names>> {
    let rows = fetch_all!(
        from,
        (Uuid, Uuid, String),
        sqlite: "select post_mention.post_id, person.id, person.name
           from post_mention join person on person.id = post_mention.person_id
           where post_mention.post_id in (select unhex(value) from json_each($1)) limit $2",
        postgres: "select post_mention.post_id, person.id, person.name
           from post_mention join person on person.id = post_mention.person_id
           where post_mention.post_id in
             (select cast(value as uuid) from json_array_elements_text(cast($1 as json))) limit $2",
        [id_list(posts), NAMES_MAX_ROWS]
    )?;
    let mut names: HashMap<Uuid, Names> = HashMap::new();
    for (post, person, name) in rows {
        names.entry(post).or_default().insert(person, name);
    }
    Ok(names)
}

/// What it said before, oldest first: until when, and the words.
pub(crate) async fn revisions(from: &mut impl Reads, post: Uuid) -> Result<Vec<(i64, String)>> {
    fetch_all!(
        from,
        (i64, String),
        "select at, body from post_revision where post_id = $1 order by at limit cast($2 as bigint)",
        [post, REVISIONS_MAX_ROWS]
    )
}

/// Answers whether it is new: the same form sent twice makes one post.
pub(crate) async fn insert(tx: &mut Tx, post: &Post) -> Result<bool> {
    let inserted = execute_and_count!(
        tx,
        "insert into post (id, kind, author_id, space_id, body, at, publish_at, read_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing",
        [
            post.id,
            post.kind,
            post.author_id,
            post.space_id,
            &post.body,
            post.at,
            post.publish_at,
            post.read_by
        ]
    )?;
    Ok(inserted == 1)
}

/// The comment that is the answer from now on, or none.
pub(crate) async fn mark(tx: &mut Tx, post: Uuid, comment: Option<Uuid>) -> Result<()> {
    execute!(tx, "update post set answer_id = $2 where id = $1", [post, comment])
}

/// Since when it is pinned, or that it is not. Answers whether that is a change.
pub(crate) async fn pin(tx: &mut Tx, post: Uuid, since: Option<i64>) -> Result<bool> {
    let changed = execute_and_count!(
        tx,
        "update post set pinned_at = $2 where id = $1
         and (pinned_at is null) <> (cast($2 as bigint) is null)",
        [post, since]
    )?;
    Ok(changed == 1)
}

/// Of what can be read already, what it said is kept beside it.
pub(crate) async fn update_body(tx: &mut Tx, post: &Post, body: &str) -> Result<()> {
    let at = tx.at().micros();
    if post.waits() {
        return execute!(tx, "update post set body = $2 where id = $1", [post.id, body]);
    }
    execute!(
        tx,
        "insert into post_revision (post_id, at, body) select id, $2, body from post where id = $1",
        [post.id, at]
    )?;
    execute!(tx, "update post set body = $2, edited_at = $3 where id = $1", [post.id, body, at])
}

/// Of what it said nothing is kept.
pub(crate) async fn empty(tx: &mut Tx, post: Uuid) -> Result<()> {
    let at = tx.at().micros();
    execute!(tx, "delete from post_revision where post_id = $1", [post])?;
    execute!(tx, "delete from post_mention where post_id = $1", [post])?;
    execute!(
        tx,
        "update post set body = '', removed_at = $2, publish_at = null, pinned_at = null where id = $1",
        [post, at]
    )
}

/// It can be read from now on, if it was to be by `due`. Answers whether it waited: who comes second tells
/// nothing.
pub(crate) async fn publish(tx: &mut Tx, post: Uuid, due: i64) -> Result<bool> {
    let at = tx.at().micros();
    let published = execute_and_count!(
        tx,
        "update post set at = $2, publish_at = null
         where id = $1 and publish_at <= $3 and removed_at is null",
        [post, at, due]
    )?;
    Ok(published == 1)
}

/// Those called by name in it from now on; who was called before stays so since then.
pub(crate) async fn mention(tx: &mut Tx, post: Uuid, people: &[Uuid]) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        sqlite: "delete from post_mention where post_id = $1
           and person_id not in (select unhex(value) from json_each($2))",
        postgres: "delete from post_mention where post_id = $1 and person_id not in
           (select cast(value as uuid) from json_array_elements_text(cast($2 as json)))",
        [post, id_list(people)]
    )?;
    for person in people {
        execute!(
            tx,
            "insert into post_mention (post_id, person_id, at) values ($1, $2, $3) on conflict do nothing",
            [post, person, at]
        )?;
    }
    Ok(())
}

/// Who is called by name in it since `since`.
pub(crate) async fn mentioned(from: &mut impl Reads, post: Uuid, since: i64) -> Result<Vec<Uuid>> {
    let rows = fetch_all!(
        from,
        (Uuid,),
        "select person_id from post_mention where post_id = $1 and at >= $2 order by person_id
         limit cast($3 as bigint)",
        [post, since, NAMES_MAX_ROWS]
    )?;
    Ok(rows.into_iter().map(|(person,)| person).collect())
}

/// A question that calls somebody by name.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Asked {
    pub id: Uuid,
    pub at: i64,
    pub author: String,
    pub title: String,
    pub url: String,
    pub space_title: String,
}

/// For how long somebody is reminded of a question.
pub(crate) const ASKED_MAX: Duration = Duration::from_secs(30 * 24 * 3600);

/// Questions without an answer that call her by name since then, the oldest first.
pub(crate) async fn asked(
    from: &mut impl Reads,
    person: &Person,
    since: i64,
    limit: i64,
) -> Result<Vec<Asked>> {
    fetch_all!(
        from,
        Asked,
        "select post.id, post.at, person.name as author, thing.title, thing.url, named.title as space_title
         from post_mention
         join post on post.id = post_mention.post_id and post.kind = 'question' and post.answer_id is null
         join thing on thing.kind = 'post' and thing.id = post.id and thing.removed_at is null
         join reach on reach.audience_id = thing.audience_id and reach.person_id = $1
         join thing as named on named.kind = 'space' and named.id = thing.space_id
         join person on person.id = post.author_id
         where post_mention.person_id = $1 and post_mention.at >= $2 and post.author_id <> $1
         order by post.at, post.id limit cast($3 as bigint)",
        [person.id.uuid(), since, limit]
    )
}
