//! All SQL about repeated requests.

use database::{Reads, Tx, execute, execute_and_count, fetch_optional};
use kernel::Result;
use kernel::clock::Time;
use kernel::ids::PersonId;

#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Kept {
    pub request: String,
    pub status: Option<i64>,
    pub kind: Option<String>,
    pub body: Option<String>,
}

/// Answers whether this is the first request with the key; those before `oldest` are forgotten.
pub(crate) async fn begin(
    tx: &mut Tx,
    person: PersonId,
    key: &str,
    request: &str,
    oldest: Time,
) -> Result<bool> {
    let at = tx.at().micros();
    execute!(tx, "delete from repeated where at < $1", [oldest.micros()])?;
    let begun = execute_and_count!(
        tx,
        "insert into repeated (person_id, key, request, at) values ($1, $2, $3, $4)
         on conflict (person_id, key) do nothing",
        [person.uuid(), key, request, at]
    )?;
    Ok(begun == 1)
}

pub(crate) async fn find(from: &mut impl Reads, person: PersonId, key: &str) -> Result<Option<Kept>> {
    fetch_optional!(
        from,
        Kept,
        "select request, status, kind, body from repeated where person_id = $1 and key = $2",
        [person.uuid(), key]
    )
}

pub(crate) async fn finish(tx: &mut Tx, person: PersonId, key: &str, kept: &Kept) -> Result<()> {
    execute!(
        tx,
        "update repeated set status = $3, kind = $4, body = $5 where person_id = $1 and key = $2",
        [person.uuid(), key, kept.status, &kept.kind, &kept.body]
    )
}

pub(crate) async fn forget(tx: &mut Tx, person: PersonId, key: &str) -> Result<()> {
    execute!(tx, "delete from repeated where person_id = $1 and key = $2", [person.uuid(), key])
}
