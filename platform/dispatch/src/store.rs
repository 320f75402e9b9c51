//! Cursors, leases, and what is stuck.

use database::{Reads, Tx, execute, execute_and_count, fetch_all, fetch_optional};
use std::time::Duration;

use kernel::clock::Time;
use kernel::ids::Uuid;
use kernel::{Result, limits};

/// An activity that a reactor could not digest. `error` is for the admin, not for everybody.
#[derive(Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Stuck {
    pub reactor: String,
    pub position: i64,
    pub error: String,
}

/// The position up to which the reactor has handled the log; 0 for a new one.
pub(crate) async fn cursor(from: &mut impl Reads, reactor: &str) -> Result<i64> {
    let row = fetch_optional!(from, (i64,), "select position from reactor where name = $1", [reactor])?;
    Ok(row.map_or(0, |(position,)| position))
}

/// Takes the lease, or renews it; `false` if another process holds it.
///
/// Until the end of the transaction the row is also locked, so who asks at the same time waits for the answer
/// and the cursor cannot move under the one who got it.
pub(crate) async fn take_lease(tx: &mut Tx, reactor: &str, holder: Uuid) -> Result<bool> {
    let (now, until) = (tx.at().micros(), tx.at().plus(limits::DISPATCH_LEASE_MAX).micros());
    let taken = execute_and_count!(
        tx,
        "insert into reactor (name, position, holder_id, held_until) values ($1, 0, $2, $3)
         on conflict (name) do update set holder_id = excluded.holder_id, held_until = excluded.held_until
         where reactor.holder_id = excluded.holder_id or reactor.held_until < $4",
        [reactor, holder, until, now]
    )?;
    Ok(taken == 1)
}

/// Moves the cursor, never back; only after [`take_lease`] in the same transaction.
pub(crate) async fn advance(tx: &mut Tx, reactor: &str, position: i64) -> Result<()> {
    execute!(tx, "update reactor set position = $2 where name = $1 and position < $2", [reactor, position])
}

pub(crate) async fn set_aside(tx: &mut Tx, reactor: &str, position: i64, error: &str) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "insert into stuck (reactor, position, error, at) values ($1, $2, $3, $4)",
        [reactor, position, error, at]
    )
}

/// What waits for the admin, oldest first.
pub async fn stuck(from: &mut impl Reads) -> Result<Vec<Stuck>> {
    fetch_all!(
        from,
        Stuck,
        "select reactor, position, error from stuck order by at, position limit $1",
        [limits::LIST_LENGTH_MAX_ROWS]
    )
}

/// A job that this process holds.
#[derive(Debug, sqlx::FromRow)]
pub(crate) struct Job {
    pub id: Uuid,
    pub key: String,
    pub payload: String,
    /// How often it was begun, with this time.
    pub attempts: i64,
    pub held_until: i64,
}

/// A job that makes no sense to try again; `failure` is for the admin and names no person.
#[derive(Debug, sqlx::FromRow)]
pub struct GivenUp {
    pub kind: String,
    pub key: String,
    pub failure: String,
}

pub(crate) async fn queue(tx: &mut Tx, kind: &str, key: &str, payload: &str, due: Time) -> Result<()> {
    execute!(
        tx,
        "insert into job (id, kind, key, payload, due_at) values ($1, $2, $3, $4, $5)
         on conflict (kind, key) do update set payload = excluded.payload, due_at = excluded.due_at,
           held_until = 0, attempts = 0, failure = null",
        [Uuid::now_v7(), kind, key, payload, due.micros()]
    )
}

pub(crate) async fn cancel(tx: &mut Tx, kind: &str, key: &str) -> Result<()> {
    execute!(tx, "delete from job where kind = $1 and key = $2", [kind, key])
}

pub(crate) async fn forget_all(tx: &mut Tx, kind: &str) -> Result<()> {
    execute!(tx, "delete from job where kind = $1", [kind])
}

pub(crate) async fn any_due(from: &mut impl Reads, kind: &str, now: Time) -> Result<bool> {
    let row = fetch_optional!(
        from,
        (Uuid,),
        "select id from job
         where kind = $1 and due_at <= $2 and held_until <= $2 and failure is null limit 1",
        [kind, now.micros()]
    )?;
    Ok(row.is_some())
}

/// The oldest that is due. On PostgreSQL two processes that ask at once are told apart by the second look at
/// `held_until`, after the first has committed.
pub(crate) async fn lease(tx: &mut Tx, kind: &str, lease: Duration) -> Result<Option<Job>> {
    let (now, until) = (tx.at().micros(), tx.at().plus(lease).micros());
    fetch_optional!(
        tx,
        Job,
        "update job set held_until = $3, attempts = attempts + 1
         where id = (select id from job
           where kind = $1 and due_at <= $2 and held_until <= $2 and failure is null
           order by due_at, id limit 1)
           and held_until <= $2
         returning id, key, payload, attempts, held_until",
        [kind, now, until]
    )
}

/// Removes it, unless it was queued anew meanwhile: then it waits for its turn.
pub(crate) async fn done(tx: &mut Tx, job: &Job) -> Result<()> {
    execute!(tx, "delete from job where id = $1 and held_until = $2", [job.id, job.held_until])
}

pub(crate) async fn postpone(tx: &mut Tx, job: &Job, due: Time) -> Result<()> {
    execute!(
        tx,
        "update job set due_at = $3, held_until = 0 where id = $1 and held_until = $2",
        [job.id, job.held_until, due.micros()]
    )
}

pub(crate) async fn give_up(tx: &mut Tx, job: &Job, why: &str) -> Result<()> {
    execute!(
        tx,
        "update job set failure = $3, held_until = 0 where id = $1 and held_until = $2",
        [job.id, job.held_until, why]
    )
}

pub(crate) async fn given_up(from: &mut impl Reads) -> Result<Vec<GivenUp>> {
    fetch_all!(
        from,
        GivenUp,
        "select kind, key, failure from job where failure is not null order by due_at limit $1",
        [limits::LIST_LENGTH_MAX_ROWS]
    )
}

/// How far each reactor is, by name.
pub async fn cursors(from: &mut impl Reads) -> Result<Vec<(String, i64)>> {
    fetch_all!(
        from,
        (String, i64),
        "select name, position from reactor order by name limit $1",
        [limits::LIST_LENGTH_MAX_ROWS]
    )
}

/// Back to the beginning of the log; what was set aside is tried again.
pub(crate) async fn rewind(tx: &mut Tx, reactor: &str) -> Result<()> {
    execute!(tx, "delete from stuck where reactor = $1", [reactor])?;
    execute!(tx, "update reactor set position = 0 where name = $1", [reactor])
}
