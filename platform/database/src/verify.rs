//! Is the database whole?

use kernel::Result;

use crate::{Reads, fetch_all};

/// More lines than anybody reads.
const FAULTS_MAX: i64 = 100;

/// A line per fault: SQLite's own check of its pages and indexes, and on both engines the order of the log.
pub async fn faults(from: &mut impl Reads) -> Result<Vec<String>> {
    let checked = fetch_all!(
        from,
        (String,),
        sqlite: "select integrity_check from pragma_integrity_check where integrity_check <> 'ok' limit $1",
        postgres: "select cast(relname as text) from pg_class
          join pg_index on pg_index.indexrelid = pg_class.oid where not pg_index.indisvalid limit $1",
        [FAULTS_MAX]
    )?;
    let torn = fetch_all!(
        from,
        (i64,),
        "select activity.position from activity left join person on person.id = activity.actor_id
         where person.id is null order by activity.position limit $1",
        [FAULTS_MAX]
    )?;
    let checked = checked.into_iter().map(|(line,)| format!("database: {line}"));
    let torn = torn.into_iter().map(|(position,)| format!("activity {position} was done by nobody we know"));
    Ok(checked.chain(torn).collect())
}
