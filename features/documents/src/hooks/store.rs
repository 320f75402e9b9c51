//! SQL for whoever shows or checks documents elsewhere.

use database::{Reads, fetch_all, fetch_optional, id_list};
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

/// Further than this nobody counts: a task asks for one or two.
const COUNTED_MAX_ROWS: i64 = 100;

/// Files that somebody brought, and that are there.
pub(crate) async fn uploaded_by(from: &mut impl Reads, person: Uuid) -> Result<i64> {
    let row: Option<(i64,)> = fetch_optional!(
        from,
        (i64,),
        "select count(*) from (select document.id from version
             join document on document.id = version.document_id and document.kind = 'file'
             join thing on thing.kind = 'document' and thing.id = document.id and thing.removed_at is null
             where version.author_id = $1 and version.number = 1 limit $2) as found",
        [person, COUNTED_MAX_ROWS]
    )?;
    Ok(row.map_or(0, |it| it.0))
}

/// Files of which somebody brought a later version.
pub(crate) async fn replaced_by(from: &mut impl Reads, person: Uuid) -> Result<i64> {
    let row: Option<(i64,)> = fetch_optional!(
        from,
        (i64,),
        "select count(*) from (select distinct document.id from version
             join document on document.id = version.document_id and document.kind = 'file'
             join thing on thing.kind = 'document' and thing.id = document.id and thing.removed_at is null
             where version.author_id = $1 and version.number > 1 limit $2) as found",
        [person, COUNTED_MAX_ROWS]
    )?;
    Ok(row.map_or(0, |it| it.0))
}

/// Pages that somebody wrote in, with at least a sentence.
pub(crate) async fn pages_by(from: &mut impl Reads, person: Uuid) -> Result<i64> {
    let row: Option<(i64,)> = fetch_optional!(
        from,
        (i64,),
        "select count(*) from (select distinct document.id from version
             join document on document.id = version.document_id and document.kind = 'page'
             join page on page.document_id = document.id and length(page.text) >= 20
             join thing on thing.kind = 'document' and thing.id = document.id and thing.removed_at is null
             where version.author_id = $1 limit $2) as found",
        [person, COUNTED_MAX_ROWS]
    )?;
    Ok(row.map_or(0, |it| it.0))
}

/// Pages that somebody wrote in, and somebody else, too.
pub(crate) async fn pages_with_others(from: &mut impl Reads, person: Uuid) -> Result<i64> {
    let row: Option<(i64,)> = fetch_optional!(
        from,
        (i64,),
        "select count(*) from (select distinct document.id from version
             join document on document.id = version.document_id and document.kind = 'page'
             join thing on thing.kind = 'document' and thing.id = document.id and thing.removed_at is null
             where version.author_id = $1 and exists (select 1 from version as theirs
                 where theirs.document_id = document.id and theirs.author_id <> $1) limit $2) as found",
        [person, COUNTED_MAX_ROWS]
    )?;
    Ok(row.map_or(0, |it| it.0))
}
