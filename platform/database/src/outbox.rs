//! The log of all activities. Rows are only ever added; everything else that is told is made from it. The one
//! change to a row is that its actor is forgotten, [`replace_actor`].
//!
//! A reader stands behind its cursor and must never have to look back. SQLite gives that for free: it has one
//! writer. PostgreSQL's sequence hands out 7 and 8, 8 may be committed first, and a reader that went on to 8
//! would never see 7. So transactions that append take turns, from the insert to the end of the commit: one
//! plain query and one plain number then serve as cursor for both engines and for every program that follows
//! our API. Reading only below the oldest running transaction (`pg_snapshot_xmin`) would let writers commit
//! side by side, but one forgotten transaction would silence every reactor (docs/decisions/0001).

use kernel::Result;
use kernel::activity::{Activity, Deed, Verb};
use kernel::ids::{ActivityId, PersonId, ThingId, Uuid};

use crate::query::Reads;
use crate::{Migration, Tx, execute, fetch_all, fetch_optional};

pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "database/0001_outbox", sql: include_str!("../migrations/0001_outbox.sql") }];

/// Called by [`Tx::commit`] as its last act, so that a turn is short.
pub(crate) async fn append(tx: &mut Tx, deeds: &[Deed]) -> Result<()> {
    if deeds.is_empty() {
        return Ok(());
    }
    tx.take_turn().await?;
    let at = tx.at().micros();
    for deed in deeds {
        let target = deed.target.as_ref();
        execute!(
            tx,
            "insert into activity (id, at, actor_id, verb, object_kind, object_id, target_kind, target_id)
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
            [
                ActivityId::fresh().uuid(),
                at,
                deed.actor.uuid(),
                &*deed.verb.0,
                &*deed.object.kind,
                deed.object.id,
                target.map(|thing| &*thing.kind),
                target.map(|thing| thing.id)
            ]
        )?;
    }
    Ok(())
}

/// Erasing a person takes this one statement, because the log and no other table says who did what. What was
/// done stays told, by nobody in particular.
pub async fn replace_actor(tx: &mut Tx, old: PersonId, new: PersonId) -> Result<()> {
    execute!(tx, "update activity set actor_id = $2 where actor_id = $1", [old.uuid(), new.uuid()])
}

/// At most `limit` activities after `position`, in the order in which they were committed.
pub async fn after(from: &mut impl Reads, position: i64, limit: i64) -> Result<Vec<Activity>> {
    let rows = fetch_all!(
        from,
        Row,
        "select position, id, at, actor_id, verb, object_kind, object_id, target_kind, target_id
         from activity where position > $1 order by position limit cast($2 as bigint)",
        [position, limit]
    )?;
    Ok(rows.into_iter().map(Activity::from).collect())
}

/// What was done to one thing, the newest `limit`, oldest of them first: its history.
pub async fn of(from: &mut impl Reads, thing: &ThingId, limit: i64) -> Result<Vec<Activity>> {
    let rows = fetch_all!(
        from,
        Row,
        "select position, id, at, actor_id, verb, object_kind, object_id, target_kind, target_id
         from activity where target_kind = $1 and target_id = $2
         union
         select position, id, at, actor_id, verb, object_kind, object_id, target_kind, target_id
         from activity where object_kind = $1 and object_id = $2
         order by position desc limit $3",
        [&*thing.kind, thing.id, limit]
    )?;
    Ok(rows.into_iter().rev().map(Activity::from).collect())
}

/// The position of the newest activity; 0 for an empty log.
pub async fn last(from: &mut impl Reads) -> Result<i64> {
    let row = fetch_optional!(from, (Option<i64>,), "select max(position) from activity", [])?;
    Ok(row.and_then(|(position,)| position).unwrap_or(0))
}

#[derive(sqlx::FromRow)]
struct Row {
    position: i64,
    id: Uuid,
    at: i64,
    actor_id: Uuid,
    verb: String,
    object_kind: String,
    object_id: Uuid,
    target_kind: Option<String>,
    target_id: Option<Uuid>,
}

impl From<Row> for Activity {
    fn from(row: Row) -> Self {
        let target = row.target_kind.zip(row.target_id);
        let deed = Deed {
            actor: row.actor_id.into(),
            verb: Verb(row.verb.into()),
            object: ThingId { kind: row.object_kind.into(), id: row.object_id },
            target: target.map(|(kind, id)| ThingId { kind: kind.into(), id }),
        };
        Activity { position: row.position, id: row.id.into(), at: row.at.into(), deed }
    }
}
