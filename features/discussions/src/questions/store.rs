//! All SQL about questions, which are comments that wait for one person's answer.

use std::time::Duration;

use access::Person;
use database::{Reads, Tx, execute, fetch_all};
use kernel::Result;
use kernel::ids::{PersonId, Uuid};

/// A question to whoever looks.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Open {
    pub id: Uuid,
    pub about_kind: String,
    pub about_id: Uuid,
    pub body: String,
    pub at: i64,
    pub asker: String,
    pub title: String,
    pub url: String,
    pub space_title: String,
}

/// What waits for this person in things that she may read now, the longest waiting first.
pub(crate) async fn open_to(from: &mut impl Reads, person: &Person, limit: i64) -> Result<Vec<Open>> {
    fetch_all!(
        from,
        Open,
        "select comment.id, comment.about_kind, comment.about_id, comment.body, comment.at,
           person.name as asker, thing.title, thing.url,
           coalesce(named.title, '') as space_title
         from comment
         join person on person.id = comment.author_id
         join thing on thing.kind = comment.about_kind and thing.id = comment.about_id
           and thing.removed_at is null
         join reach on reach.audience_id = thing.audience_id and reach.person_id = $1
         left join thing as named on named.kind = 'space' and named.id = thing.space_id
         left join comment as root on root.id = comment.reply_to
         where comment.asks_id = $1 and comment.answered_at is null and comment.resolved_at is null
           and comment.removed_at is null and root.resolved_at is null
         order by comment.at, comment.id limit $2",
        [person.id.uuid(), limit]
    )
}

/// For how long somebody who was called is reminded of it.
pub(crate) const CALLED_MAX: Duration = Duration::from_secs(30 * 24 * 3600);

/// Where she was called by name since then, is asked nothing in particular, and has said nothing about the
/// thing since.
pub(crate) async fn called(
    from: &mut impl Reads,
    person: &Person,
    since: i64,
    limit: i64,
) -> Result<Vec<Open>> {
    fetch_all!(
        from,
        Open,
        "select comment.id, comment.about_kind, comment.about_id, comment.body, comment.at,
           person.name as asker, thing.title, thing.url, coalesce(named.title, '') as space_title
         from comment_mention
         join comment on comment.id = comment_mention.comment_id and comment.removed_at is null
           and comment.resolved_at is null and comment.author_id <> $1
           and (comment.asks_id is null or comment.asks_id <> $1)
         join person on person.id = comment.author_id
         join thing on thing.kind = comment.about_kind and thing.id = comment.about_id
           and thing.removed_at is null
         join reach on reach.audience_id = thing.audience_id and reach.person_id = $1
         left join thing as named on named.kind = 'space' and named.id = thing.space_id
         left join comment as root on root.id = comment.reply_to
         where comment_mention.person_id = $1 and comment_mention.at >= $2 and root.resolved_at is null
           and not exists (select 1 from comment as said where said.about_kind = comment.about_kind
             and said.about_id = comment.about_id and said.author_id = $1
             and (said.at, said.id) > (comment.at, comment.id))
         order by comment.at, comment.id limit $3",
        [person.id.uuid(), since, limit]
    )
}

/// Her reply answers all that she was asked in this thread.
pub(crate) async fn answer(tx: &mut Tx, root: Uuid, person: PersonId) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "update comment set answered_at = $3
         where asks_id = $2 and answered_at is null and (id = $1 or reply_to = $1)",
        [root, person.uuid(), at]
    )
}
