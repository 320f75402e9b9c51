//! The rows of links, of mails that were sent, and of addresses that want none.

use database::{Reads, Tx, execute, execute_and_count, fetch_optional};
use kernel::Result;
use kernel::clock::Time;
use kernel::ids::Uuid;

pub async fn insert(tx: &mut Tx, secret: &str, visitor: Uuid, ends_at: Time) -> Result<()> {
    execute!(
        tx,
        "insert into visitor_confirmation (secret, visitor_id, ends_at) values ($1, $2, $3)",
        [secret, visitor, ends_at.micros()]
    )
}

pub async fn find(from: &mut impl Reads, secret: &str, now: Time) -> Result<Option<Uuid>> {
    let row = fetch_optional!(
        from,
        (Uuid,),
        "select visitor_id from visitor_confirmation where secret = $1 and used_at is null and ends_at > $2",
        [secret, now.micros()]
    )?;
    Ok(row.map(|it| it.0))
}

/// Whether it was this call that used it.
pub async fn use_up(tx: &mut Tx, secret: &str) -> Result<bool> {
    let at = tx.at().micros();
    let changed = execute_and_count!(
        tx,
        "update visitor_confirmation set used_at = $2 where secret = $1 and used_at is null",
        [secret, at]
    )?;
    Ok(changed == 1)
}

pub async fn remove_all(tx: &mut Tx, visitor: Uuid) -> Result<()> {
    execute!(tx, "delete from visitor_confirmation where visitor_id = $1", [visitor])
}

pub async fn insert_letter(tx: &mut Tx, address: &str) -> Result<()> {
    let at = tx.at().micros();
    execute!(tx, "insert into visitor_letter (address, at) values ($1, $2)", [address, at])
}

pub async fn count_letters(from: &mut impl Reads, address: &str, since: Time) -> Result<i64> {
    let row = fetch_optional!(
        from,
        (i64,),
        "select count(*) from visitor_letter where address = $1 and at > $2",
        [address, since.micros()]
    )?;
    Ok(row.map_or(0, |it| it.0))
}

pub async fn quiet(tx: &mut Tx, address: &str, until: Time) -> Result<()> {
    execute!(
        tx,
        "insert into visitor_quiet (address, until) values ($1, $2)
         on conflict (address) do update set until = excluded.until",
        [address, until.micros()]
    )
}

pub async fn is_quiet(from: &mut impl Reads, address: &str, now: Time) -> Result<bool> {
    let row = fetch_optional!(
        from,
        (i64,),
        "select until from visitor_quiet where address = $1 and until > $2",
        [address, now.micros()]
    )?;
    Ok(row.is_some())
}

/// What is over.
pub async fn sweep(tx: &mut Tx, now: Time, letters_before: Time) -> Result<()> {
    execute!(tx, "delete from visitor_confirmation where ends_at < $1", [now.micros()])?;
    execute!(tx, "delete from visitor_quiet where until < $1", [now.micros()])?;
    execute!(tx, "delete from visitor_letter where at < $1", [letters_before.micros()])
}
