//! SQL for whoever shows or checks documents elsewhere.

use database::{Reads, fetch_all, id_list};
use kernel::Result;
use kernel::ids::Uuid;

#[derive(sqlx::FromRow)]
pub(crate) struct VersionRow {
    pub id: Uuid,
    pub number: i64,
    pub note: String,
}

pub(crate) async fn versions(from: &mut impl Reads, ids: &[Uuid]) -> Result<Vec<VersionRow>> {
    fetch_all!(
        from,
        VersionRow,
        sqlite: "select id, number, note from version
                 where id in (select unhex(value) from json_each($1)) limit 1000",
        postgres: "select id, number, note from version
                   where id in (select cast(value as uuid) from json_array_elements_text(cast($1 as json)))
                   limit 1000",
        [id_list(ids)]
    )
}

/// Hashes of all files that rows name, each once, in order.
pub(crate) async fn blobs(from: &mut impl Reads, after: &str, limit: i64) -> Result<Vec<String>> {
    let rows = fetch_all!(
        from,
        (String,),
        "select blob from version where blob > $1
         union select html from reading where html > $1
         union select thumbnail from reading where thumbnail > $1
         union select blob from drawing where blob > $1
         union select blob from put_aside where blob > $1
         order by 1 limit $2",
        [after, limit]
    )?;
    Ok(rows.into_iter().map(|(blob,)| blob).collect())
}
