//! A writer makes folders, by name or on the way of an upload.

use access::{Person, Seen};
use database::Tx;
use kernel::activity::Deed;
use kernel::ids::{SpaceId, Uuid};
use kernel::{Error, Result, Words, limits};

use super::folder::{Folder, FolderId, way};
use super::store;
use crate::activity::MADE;
use crate::documents::name;
use crate::{Parts, place};

/// Errors: `NotFound`, `Forbidden`, `Invalid` on the field `name`, `Conflict` if there is one of that name.
pub(crate) async fn make(
    parts: &Parts,
    person: &Person,
    space: SpaceId,
    parent: Option<Uuid>,
    typed: &str,
) -> Result<Uuid> {
    let name = name::folder("name", typed)?;
    let mut tx = parts.database.begin().await?;
    let seen = place::write(&mut tx, person, &space.into()).await?;
    if store::by_name(&mut tx, space, parent, &name).await?.is_some() {
        return Err(Error::invalid("name", "documents-folder-taken"));
    }
    let made = path(&mut tx, person, &seen, parent, &[name]).await?;
    tx.commit().await?;
    made.ok_or(Error::NotFound)
}

/// The folder at the end of `names` below `parent`; those that are missing are made. `None` for the top.
///
/// Errors: `NotFound` for a parent that is not in the space; `Invalid` on `path` for too many or too deep
/// ones.
pub(crate) async fn path(
    tx: &mut Tx,
    person: &Person,
    space: &Seen,
    parent: Option<Uuid>,
    names: &[String],
) -> Result<Option<Uuid>> {
    if parent.is_none() && names.is_empty() {
        return Ok(None);
    }
    let all = store::all(tx, space.space()).await?;
    let mut depth = 0;
    if let Some(parent) = parent {
        depth = way(&all, parent).len();
        if depth == 0 {
            return Err(Error::NotFound);
        }
    }
    if depth + names.len() > limits::FOLDER_DEPTH_MAX {
        let words = Words::new("documents-folders-deep").with("max", limits::FOLDER_DEPTH_MAX);
        return Err(Error::invalid("path", words));
    }
    if all.len() + names.len() > usize::try_from(limits::FOLDERS_MAX_ROWS).unwrap_or(usize::MAX) {
        let words = Words::new("documents-folders-many").with("max", limits::FOLDERS_MAX_ROWS);
        return Err(Error::invalid("path", words));
    }
    let mut here = parent;
    for name in names {
        here = Some(step(tx, person, space, here, name).await?);
    }
    Ok(here)
}

/// Two who upload at once make it once.
async fn step(tx: &mut Tx, person: &Person, space: &Seen, parent: Option<Uuid>, name: &str) -> Result<Uuid> {
    if let Some(found) = store::by_name(tx, space.space(), parent, name).await? {
        return Ok(found.id);
    }
    let id = FolderId::fresh();
    let folder = Folder { id: id.uuid(), space_id: space.space_id, parent_id: parent, name: name.to_owned() };
    if store::insert(tx, &folder).await? {
        let target = Some(space.space().into());
        tx.record(Deed { actor: person.id, verb: MADE, object: id.into(), target });
        return Ok(folder.id);
    }
    let found = store::by_name(tx, space.space(), parent, name).await?;
    found.map(|it| it.id).ok_or_else(|| Error::conflict("database-faster"))
}
