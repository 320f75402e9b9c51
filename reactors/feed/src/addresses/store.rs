//! All SQL about the addresses of feed readers.

use database::{Reads, Tx, execute, fetch_all, fetch_optional};
use kernel::Result;
use kernel::ids::{PersonId, Uuid};

/// Addresses of one person; she has no more readers than that.
pub(super) const ADDRESSES_MAX: i64 = 20;

#[derive(Clone, Debug, sqlx::FromRow)]
pub(super) struct Address {
    pub id: Uuid,
    pub person_id: Uuid,
    pub space_id: Option<Uuid>,
    pub made_at: i64,
    /// Of the space, if she still reads it.
    pub space_title: String,
}

/// Her own, the newest first.
pub(super) async fn of(from: &mut impl Reads, person: PersonId) -> Result<Vec<Address>> {
    fetch_all!(
        from,
        Address,
        "select feed_address.id, feed_address.person_id, feed_address.space_id, feed_address.made_at,
           coalesce(thing.title, '') as space_title
         from feed_address
         left join thing on thing.kind = 'space' and thing.id = feed_address.space_id
           and thing.removed_at is null and exists (select 1 from reach
             where reach.audience_id = thing.audience_id and reach.person_id = feed_address.person_id)
         where feed_address.person_id = $1 order by feed_address.made_at desc, feed_address.id
         limit cast($2 as bigint)",
        [person.uuid(), ADDRESSES_MAX]
    )
}

/// By the digest of what stands in the address.
pub(super) async fn find(from: &mut impl Reads, digest: &str) -> Result<Option<Address>> {
    fetch_optional!(
        from,
        Address,
        "select feed_address.id, feed_address.person_id, feed_address.space_id, feed_address.made_at,
           coalesce(thing.title, '') as space_title
         from feed_address
         left join thing on thing.kind = 'space' and thing.id = feed_address.space_id
           and thing.removed_at is null and exists (select 1 from reach
             where reach.audience_id = thing.audience_id and reach.person_id = feed_address.person_id)
         where feed_address.secret = $1",
        [digest]
    )
}

pub(super) async fn insert(tx: &mut Tx, person: PersonId, space: Option<Uuid>, digest: &str) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "insert into feed_address (id, secret, person_id, space_id, made_at) values ($1, $2, $3, $4, $5)",
        [Uuid::now_v7(), digest, person.uuid(), space, at]
    )
}

/// May be repeated.
pub(super) async fn remove(tx: &mut Tx, person: PersonId, id: Uuid) -> Result<()> {
    execute!(tx, "delete from feed_address where person_id = $1 and id = $2", [person.uuid(), id])
}
