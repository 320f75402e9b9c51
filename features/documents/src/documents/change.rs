//! A writer gives a document another title, or another place.

use access::{Person, Seen, Thing};
use database::Tx;
use kernel::activity::{Deed, Verb};
use kernel::ids::{SpaceId, Uuid};
use kernel::{Error, Result};

use super::condition::Condition;
use super::document::{Document, DocumentId};
use super::{name, store};
use crate::activity::{MOVED, RENAMED};
use crate::folders::store as folders;
use crate::{Parts, place};

/// What shall be different; `None` stays as it is.
#[derive(Debug, Default)]
pub(crate) struct Change {
    pub title: Option<String>,
    pub space: Option<SpaceId>,
    /// `Some(None)` for the top of the space.
    pub folder: Option<Option<Uuid>>,
}

/// Who takes it into another space must be able to write in both.
///
/// Errors: `NotFound` also for a space or folder the person may not know of, `Forbidden`, `Invalid` on the
/// field `title`, `Outdated` if `condition` means an older version.
pub(crate) async fn change(
    parts: &Parts,
    person: &Person,
    id: DocumentId,
    condition: Option<Condition>,
    change: Change,
) -> Result<Document> {
    let mut tx = parts.database.begin().await?;
    let seen = place::write(&mut tx, person, &id.into()).await?;
    let before = store::of(&mut tx, &seen).await?;
    if condition.is_some_and(|it| !it.allows(&before.etag())) {
        return Err(Error::Outdated { message: "documents-changed-meanwhile".into(), kept: None });
    }
    let title = match &change.title {
        Some(title) => name::title(title)?,
        None => before.title.clone(),
    };
    let space = change.space.unwrap_or(before.space());
    let folder = goal(&mut tx, person, &before, space, change.folder).await?;
    let (is_renamed, is_moved) =
        (title != before.title, space != before.space() || folder != before.folder_id);
    if is_renamed || space != before.space() {
        let (url, owner) = (before.url(), before.owner_id.into());
        Thing { id: id.into(), space, title, url, owner }.put(&mut tx).await?;
    }
    if is_moved {
        store::put_into(&mut tx, id, folder).await?;
    }
    for (happened, verb) in [(is_renamed, RENAMED), (is_moved, MOVED)] {
        if happened {
            tx.record(deed(person, verb, &seen));
        }
    }
    let after = store::find(&mut tx, id).await?;
    tx.commit().await?;
    Ok(after)
}

fn deed(person: &Person, verb: Verb, seen: &Seen) -> Deed {
    Deed { actor: person.id, verb, object: seen.thing(), target: None }
}

/// The folder to lie in afterwards: in another space at the top, unless one there is named.
async fn goal(
    tx: &mut Tx,
    person: &Person,
    before: &Document,
    space: SpaceId,
    folder: Option<Option<Uuid>>,
) -> Result<Option<Uuid>> {
    if space != before.space() {
        place::write(tx, person, &space.into()).await?;
    }
    match folder {
        Some(Some(folder)) => {
            folders::find(tx, space, folder).await?.map(|it| Some(it.id)).ok_or(Error::NotFound)
        }
        Some(None) => Ok(None),
        None if space == before.space() => Ok(before.folder_id),
        None => Ok(None),
    }
}
