//! All SQL about anchors, which are columns of their comments.

use database::{Reads, Tx, execute, fetch_all};
use kernel::Result;
use kernel::ids::{ThingId, Uuid};

use super::anchor::State;

/// An anchor as it was last found.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Anchored {
    pub id: Uuid,
    pub quote: String,
    pub prefix: String,
    pub suffix: String,
    pub anchor_state: String,
    pub anchor_version: i64,
    pub anchor_place: Option<i64>,
}

/// The anchors in a thing, the newest `limit`.
pub(crate) async fn of(from: &mut impl Reads, thing: &ThingId, limit: i64) -> Result<Vec<Anchored>> {
    fetch_all!(
        from,
        Anchored,
        "select id, quote, coalesce(prefix, '') as prefix, coalesce(suffix, '') as suffix, anchor_state,
           anchor_version, anchor_place
         from comment
         where about_kind = $1 and about_id = $2 and quote is not null and removed_at is null
         order by at desc, id desc limit $3",
        [&*thing.kind, thing.id, limit]
    )
}

/// `words` are the passage as it reads now, where it was changed.
pub(crate) async fn settle(
    tx: &mut Tx,
    comment: Uuid,
    state: State,
    version: i64,
    place: Option<i64>,
    words: Option<&str>,
) -> Result<()> {
    execute!(
        tx,
        "update comment set anchor_state = $2, anchor_version = $3, anchor_place = $4, quote_now = $5
         where id = $1",
        [comment, state.code(), version, place, words]
    )
}
