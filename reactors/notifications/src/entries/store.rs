//! All SQL about who is involved in what, and what they have to know.

use database::{Reads, Tx, execute, execute_and_count, fetch_all, fetch_optional, id_list};
use kernel::activity::Activity;
use kernel::ids::{PersonId, ThingId, Uuid};
use kernel::{Result, limits};

use crate::levels::level::Level;

/// Somebody who may have to be told of a thing that she reaches.
#[derive(sqlx::FromRow)]
pub(crate) struct Candidate {
    pub person_id: Uuid,
    pub of_thing: Option<Level>,
    pub of_space: Option<Level>,
    pub involved: i64,
}

/// Those who had to do with the thing, who asked for it or for its space, and who are called; of them, who
/// reaches it now.
pub(crate) async fn candidates(tx: &mut Tx, about: &ThingId, called: &[PersonId]) -> Result<Vec<Candidate>> {
    let called: Vec<Uuid> = called.iter().map(|it| it.uuid()).collect();
    fetch_all!(
        tx,
        Candidate,
        sqlite: "with candidate as (
           select person_id from involved where kind = $1 and id = $2
           union select person_id from notification_level where kind = $1 and id = $2
           union select notification_level.person_id from notification_level join thing
             on notification_level.kind = 'space' and notification_level.id = thing.space_id
             where thing.kind = $1 and thing.id = $2 and notification_level.level = 'all'
           union select unhex(value) from json_each($3))
         select candidate.person_id, of_thing.level as of_thing, of_space.level as of_space,
           case when involved.person_id is null then 0 else 1 end as involved
         from candidate
         join thing on thing.kind = $1 and thing.id = $2 and thing.removed_at is null
         join reach on reach.audience_id = thing.audience_id and reach.person_id = candidate.person_id
         join person on person.id = candidate.person_id and person.deactivated_at is null
           and person.role <> 'visitor'
         left join involved on involved.kind = $1 and involved.id = $2
           and involved.person_id = candidate.person_id
         left join notification_level as of_thing on of_thing.kind = $1 and of_thing.id = $2
           and of_thing.person_id = candidate.person_id
         left join notification_level as of_space on of_space.kind = 'space'
           and of_space.id = thing.space_id and of_space.person_id = candidate.person_id
         limit cast($4 as bigint)",
        postgres: "with candidate as (
           select person_id from involved where kind = $1 and id = $2
           union select person_id from notification_level where kind = $1 and id = $2
           union select notification_level.person_id from notification_level join thing
             on notification_level.kind = 'space' and notification_level.id = thing.space_id
             where thing.kind = $1 and thing.id = $2 and notification_level.level = 'all'
           union select cast(value as uuid) from json_array_elements_text(cast($3 as json)))
         select candidate.person_id, of_thing.level as of_thing, of_space.level as of_space,
           cast(case when involved.person_id is null then 0 else 1 end as bigint) as involved
         from candidate
         join thing on thing.kind = $1 and thing.id = $2 and thing.removed_at is null
         join reach on reach.audience_id = thing.audience_id and reach.person_id = candidate.person_id
         join person on person.id = candidate.person_id and person.deactivated_at is null
           and person.role <> 'visitor'
         left join involved on involved.kind = $1 and involved.id = $2
           and involved.person_id = candidate.person_id
         left join notification_level as of_thing on of_thing.kind = $1 and of_thing.id = $2
           and of_thing.person_id = candidate.person_id
         left join notification_level as of_space on of_space.kind = 'space'
           and of_space.id = thing.space_id and of_space.person_id = candidate.person_id
         limit $4",
        [&*about.kind, about.id, id_list(&called), TOLD_MAX]
    )
}

/// Who can be told of one activity; a house of ten thousand in which all follow one thing.
const TOLD_MAX: i64 = 10_000;

pub(crate) async fn involve(tx: &mut Tx, person: PersonId, about: &ThingId) -> Result<()> {
    execute!(
        tx,
        "insert into involved (person_id, kind, id) values ($1, $2, $3) on conflict do nothing",
        [person.uuid(), &*about.kind, about.id]
    )
}

/// Answers whether it was news: an activity that the entry already stands at is not.
pub(crate) async fn put(
    tx: &mut Tx,
    person: PersonId,
    about: &ThingId,
    activity: &Activity,
    called: bool,
) -> Result<bool> {
    let changed = execute_and_count!(
        tx,
        "insert into notification (person_id, kind, id, position, news, called, at)
         values ($1, $2, $3, $4, 1, $5, $6)
         on conflict (person_id, kind, id) do update set position = excluded.position,
           news = case when notification.read_at is null then notification.news + 1 else 1 end,
           called = case when notification.read_at is null and notification.called = 1 then 1
             else excluded.called end,
           at = excluded.at, read_at = null
         where notification.position < excluded.position",
        [person.uuid(), &*about.kind, about.id, activity.position, i64::from(called), activity.at.micros()]
    )?;
    Ok(changed == 1)
}

/// What one person has to know, with the sentence's words and the thing as it is now.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Entry {
    pub position: i64,
    pub news: i64,
    pub called: i64,
    pub at: i64,
    pub read_at: Option<i64>,
    pub kind: String,
    pub id: Uuid,
    pub title: String,
    pub url: String,
    pub space_title: String,
    pub verb: String,
    pub object_kind: String,
    #[sqlx(flatten)]
    pub actor: access::Named,
}

#[derive(sqlx::FromRow)]
struct Row {
    position: i64,
    news: i64,
    called: i64,
    at: i64,
    read_at: Option<i64>,
    kind: String,
    thing_id: Uuid,
    title: String,
    url: String,
    space_title: String,
    verb: String,
    object_kind: String,
    #[sqlx(flatten)]
    actor: access::Named,
}

impl From<Row> for Entry {
    fn from(row: Row) -> Self {
        Self {
            position: row.position,
            news: row.news,
            called: row.called,
            at: row.at,
            read_at: row.read_at,
            kind: row.kind,
            id: row.thing_id,
            title: row.title,
            url: row.url,
            space_title: row.space_title,
            verb: row.verb,
            object_kind: row.object_kind,
            actor: row.actor,
        }
    }
}

/// Newest first, those before `before`; only about what she reaches now.
pub(crate) async fn newest(
    from: &mut impl Reads,
    person: PersonId,
    before: i64,
    limit: i64,
) -> Result<Vec<Entry>> {
    let rows = fetch_all!(
        from,
        Row,
        "select notification.position, notification.news, notification.called, notification.at,
           notification.read_at, notification.kind, notification.id as thing_id, thing.title, thing.url,
           named.title as space_title, activity.verb, activity.object_kind,
           person.id, person.name, person.picture, person.role
         from notification
         join thing on thing.kind = notification.kind and thing.id = notification.id
           and thing.removed_at is null
         join reach on reach.audience_id = thing.audience_id and reach.person_id = $1
         join thing as named on named.kind = 'space' and named.id = thing.space_id
         join activity on activity.position = notification.position
         join person on person.id = activity.actor_id
         where notification.person_id = $1 and notification.position < $2
         order by notification.position desc limit cast($3 as bigint)",
        [person.uuid(), before, limit]
    )?;
    Ok(rows.into_iter().map(Entry::from).collect())
}

pub(crate) async fn count_unread(from: &mut impl Reads, person: PersonId) -> Result<i64> {
    let row = fetch_optional!(
        from,
        (i64,),
        "select count(*) from (select notification.position from notification
         join thing on thing.kind = notification.kind and thing.id = notification.id
           and thing.removed_at is null
         join reach on reach.audience_id = thing.audience_id and reach.person_id = $1
         where notification.person_id = $1 and notification.read_at is null
         limit cast($2 as bigint)) as unread",
        [person.uuid(), limits::LIST_LENGTH_MAX_ROWS]
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

pub(crate) async fn read_up_to(tx: &mut Tx, person: PersonId, position: i64) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "update notification set read_at = $3 where person_id = $1 and position <= $2 and read_at is null",
        [person.uuid(), position, at]
    )
}

/// She looked at the thing itself.
pub(crate) async fn read_about(tx: &mut Tx, person: PersonId, thing: &ThingId) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "update notification set read_at = $4
         where person_id = $1 and kind = $2 and id = $3 and read_at is null",
        [person.uuid(), &*thing.kind, thing.id, at]
    )
}

#[derive(sqlx::FromRow)]
pub(crate) struct Unmailed {
    pub position: i64,
    pub mailed_position: i64,
}

/// What no mail has told yet and she has not read.
pub(crate) async fn unmailed(
    from: &mut impl Reads,
    person: PersonId,
    about: &ThingId,
) -> Result<Option<Unmailed>> {
    fetch_optional!(
        from,
        Unmailed,
        "select position, mailed_position from notification
         where person_id = $1 and kind = $2 and id = $3 and read_at is null and mailed_position < position",
        [person.uuid(), &*about.kind, about.id]
    )
}

/// All things of which a daily mail has to tell.
pub(crate) async fn all_unmailed(from: &mut impl Reads, person: PersonId) -> Result<Vec<(String, Uuid)>> {
    fetch_all!(
        from,
        (String, Uuid),
        "select kind, id from notification
         where person_id = $1 and read_at is null and mailed_position < position
         order by position limit $2",
        [person.uuid(), limits::LIST_LENGTH_MAX_ROWS]
    )
}

pub(crate) async fn mailed(tx: &mut Tx, person: PersonId, about: &ThingId, position: i64) -> Result<()> {
    execute!(
        tx,
        "update notification set mailed_position = $4 where person_id = $1 and kind = $2 and id = $3",
        [person.uuid(), &*about.kind, about.id, position]
    )
}
