//! A writer renames a folder, or clears an empty one away.

use access::Person;
use kernel::activity::Deed;
use kernel::ids::{SpaceId, Uuid};
use kernel::{Error, Result};

use super::folder::{Folder, FolderId};
use super::store;
use crate::activity::{REMOVED, RENAMED};
use crate::documents::name;
use crate::{Parts, place};

/// Errors: `NotFound`, `Forbidden`, `Invalid` on the field `name`.
pub(crate) async fn rename(
    parts: &Parts,
    person: &Person,
    space: SpaceId,
    id: Uuid,
    typed: &str,
) -> Result<Folder> {
    let name = name::folder("name", typed)?;
    let mut tx = parts.database.begin().await?;
    place::write(&mut tx, person, &space.into()).await?;
    let folder = store::find(&mut tx, space, id).await?.ok_or(Error::NotFound)?;
    if folder.name == name {
        return Ok(folder);
    }
    if store::by_name(&mut tx, space, folder.parent_id, &name).await?.is_some() {
        return Err(Error::invalid("name", "documents-folder-taken"));
    }
    store::rename(&mut tx, id, &name).await?;
    let (object, target) = (FolderId::from(id).into(), Some(space.into()));
    tx.record(Deed { actor: person.id, verb: RENAMED, object, target });
    tx.commit().await?;
    Ok(Folder { name, ..folder })
}

/// Errors: `NotFound`, `Forbidden`, `Conflict` while something lies in it.
pub(crate) async fn remove(parts: &Parts, person: &Person, space: SpaceId, id: Uuid) -> Result<Folder> {
    let mut tx = parts.database.begin().await?;
    place::write(&mut tx, person, &space.into()).await?;
    let folder = store::find(&mut tx, space, id).await?.ok_or(Error::NotFound)?;
    if store::count_within(&mut tx, id).await? > 0 {
        return Err(Error::conflict("documents-folder-full"));
    }
    store::remove(&mut tx, id).await?;
    let (object, target) = (FolderId::from(id).into(), Some(space.into()));
    tx.record(Deed { actor: person.id, verb: REMOVED, object, target });
    tx.commit().await?;
    Ok(folder)
}
