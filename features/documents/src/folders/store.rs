//! All SQL about folders.

use database::{Reads, Tx, execute, execute_and_count, fetch_all, fetch_optional};
use kernel::ids::{SpaceId, Uuid};
use kernel::{Result, limits};

use super::folder::Folder;

pub(crate) async fn find(from: &mut impl Reads, space: SpaceId, id: Uuid) -> Result<Option<Folder>> {
    fetch_optional!(
        from,
        Folder,
        "select id, space_id, parent_id, name from folder where id = $1 and space_id = $2",
        [id, space.uuid()]
    )
}

/// All of a space, by name.
pub(crate) async fn all(from: &mut impl Reads, space: SpaceId) -> Result<Vec<Folder>> {
    fetch_all!(
        from,
        Folder,
        "select id, space_id, parent_id, name from folder
         where space_id = $1 order by lower(name), id limit $2",
        [space.uuid(), limits::FOLDERS_MAX_ROWS]
    )
}

/// Leaves one of the same name alone; answers whether it was made.
pub(crate) async fn insert(tx: &mut Tx, folder: &Folder) -> Result<bool> {
    let made = execute_and_count!(
        tx,
        "insert into folder (id, space_id, parent_id, name) values ($1, $2, $3, $4) on conflict do nothing",
        [folder.id, folder.space_id, folder.parent_id, &folder.name]
    )?;
    Ok(made == 1)
}

pub(crate) async fn by_name(
    from: &mut impl Reads,
    space: SpaceId,
    parent: Option<Uuid>,
    name: &str,
) -> Result<Option<Folder>> {
    fetch_optional!(
        from,
        Folder,
        sqlite: "select id, space_id, parent_id, name from folder
                 where space_id = $1 and parent_id is $2 and name = $3",
        postgres: "select id, space_id, parent_id, name from folder
                   where space_id = $1 and parent_id is not distinct from $2 and name = $3",
        [space.uuid(), parent, name]
    )
}

/// Errors: `Conflict` if there is one of that name beside it.
pub(crate) async fn rename(tx: &mut Tx, id: Uuid, name: &str) -> Result<()> {
    execute!(tx, "update folder set name = $2 where id = $1", [id, name])
}

/// How many documents and folders lie directly in it, without those in the bin.
pub(crate) async fn count_within(from: &mut impl Reads, id: Uuid) -> Result<i64> {
    let row = fetch_optional!(
        from,
        (i64,),
        "select (select count(*) from folder where parent_id = $1) + (select count(*) from document
           join thing on thing.kind = 'document' and thing.id = document.id and thing.removed_at is null
           where document.folder_id = $1)",
        [id]
    )?;
    Ok(row.map_or(0, |(count,)| count))
}

/// What lay in it and is in the bin comes back at the top of the space.
pub(crate) async fn remove(tx: &mut Tx, id: Uuid) -> Result<()> {
    execute!(tx, "update document set folder_id = null where folder_id = $1", [id])?;
    execute!(tx, "delete from folder where id = $1", [id])
}
