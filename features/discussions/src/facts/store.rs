//! All SQL that counts what one person said, for herself.

use database::{Reads, fetch_optional};
use kernel::Result;
use kernel::ids::{ThingId, Uuid};

/// Further than this nobody counts: a task asks for one or two.
const COUNTED_MAX_ROWS: i64 = 100;

pub(crate) async fn written(from: &mut impl Reads, person: Uuid, about: Option<&ThingId>) -> Result<i64> {
    let (kind, id) = parts(about);
    let row: Option<(i64,)> = fetch_optional!(
        from,
        (i64,),
        "select count(*) from (select id from comment where author_id = $1 and removed_at is null
             and ($2 = '' or about_kind = $2 and about_id = $3) limit $4) as found",
        [person, kind, id, COUNTED_MAX_ROWS]
    )?;
    Ok(row.map_or(0, |it| it.0))
}

pub(crate) async fn on_passages(from: &mut impl Reads, person: Uuid) -> Result<i64> {
    let row: Option<(i64,)> = fetch_optional!(
        from,
        (i64,),
        "select count(*) from (select id from comment
             where author_id = $1 and removed_at is null and quote is not null limit $2) as found",
        [person, COUNTED_MAX_ROWS]
    )?;
    Ok(row.map_or(0, |it| it.0))
}

/// Replies to what somebody else said.
pub(crate) async fn replies(from: &mut impl Reads, person: Uuid, about: Option<&ThingId>) -> Result<i64> {
    let (kind, id) = parts(about);
    let row: Option<(i64,)> = fetch_optional!(
        from,
        (i64,),
        "select count(*) from (select mine.id from comment as mine
             join comment as root on root.id = mine.reply_to and root.author_id <> mine.author_id
             where mine.author_id = $1 and mine.removed_at is null
             and ($2 = '' or mine.about_kind = $2 and mine.about_id = $3) limit $4) as found",
        [person, kind, id, COUNTED_MAX_ROWS]
    )?;
    Ok(row.map_or(0, |it| it.0))
}

/// How many others reacted to what is hers: things and comments.
pub(crate) async fn reacted_to(from: &mut impl Reads, person: Uuid) -> Result<i64> {
    let row: Option<(i64,)> = fetch_optional!(
        from,
        (i64,),
        "select count(*) from (
             select reaction.person_id from reaction join thing on thing.kind = reaction.about_kind
                 and thing.id = reaction.about_id and thing.removed_at is null
             where thing.owner_id = $1 and reaction.person_id <> $1
             union
             select reaction.person_id from reaction join comment on reaction.about_kind = 'comment'
                 and comment.id = reaction.about_id and comment.removed_at is null
             where comment.author_id = $1 and reaction.person_id <> $1
             limit $2) as found",
        [person, COUNTED_MAX_ROWS]
    )?;
    Ok(row.map_or(0, |it| it.0))
}

/// An empty kind for any thing.
fn parts(about: Option<&ThingId>) -> (String, Uuid) {
    about.map_or_else(|| (String::new(), Uuid::nil()), |it| (it.kind.to_string(), it.id))
}
