//! All SQL about what somebody has put off.

use database::{Reads, Tx, execute, fetch_all};
use kernel::Result;
use kernel::clock::Time;
use kernel::ids::{PersonId, ThingId, Uuid};

/// What one person has put off or done with and might still wait.
const ASIDE_MAX_ROWS: i64 = 1_000;

/// What she has put aside and does not wait again yet.
pub(super) async fn aside(from: &mut impl Reads, person: PersonId, now: Time) -> Result<Vec<ThingId>> {
    let rows = fetch_all!(
        from,
        (String, Uuid),
        "select kind, id from set_aside where person_id = $1 and (until is null or until > $2)
         order by id desc limit cast($3 as bigint)",
        [person.uuid(), now.micros(), ASIDE_MAX_ROWS]
    )?;
    Ok(rows.into_iter().map(|(kind, id)| ThingId { kind: kind.into(), id }).collect())
}

pub(super) async fn put(tx: &mut Tx, person: PersonId, object: &ThingId, until: Option<Time>) -> Result<()> {
    execute!(
        tx,
        "insert into set_aside (person_id, kind, id, until) values ($1, $2, $3, $4)
         on conflict (person_id, kind, id) do update set until = excluded.until",
        [person.uuid(), &*object.kind, object.id, until.map(Time::micros)]
    )
}
