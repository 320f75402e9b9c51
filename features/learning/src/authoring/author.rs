//! Who may write at a course: whoever made it, and admins. The one that comes with the product is looked at
//! and copied, because its next version would take every change with it.

use access::{CompanyRole, Person};
use database::{Reads, Tx};
use kernel::ids::Uuid;
use kernel::{Error, Result};

use super::store::{self, Draft};
use crate::script::Files;

/// The draft of a course that this person may see.
///
/// Errors: `NotFound` for everybody but its author and admins.
pub(crate) async fn seen(from: &mut impl Reads, person: &Person, course: Uuid) -> Result<Draft> {
    let draft = store::find(from, course).await?.ok_or(Error::NotFound)?;
    let is_author = person.role.is_colleague() && draft.owner_id == person.id.uuid();
    if is_author || person.role == CompanyRole::Admin { Ok(draft) } else { Err(Error::NotFound) }
}

/// The same, kept from changing until the transaction ends.
///
/// Errors: `NotFound`, `Forbidden` for the course that comes with the product.
pub(crate) async fn written(tx: &mut Tx, person: &Person, course: Uuid) -> Result<(Draft, Files)> {
    seen(tx, person, course).await?;
    store::lock(tx, course).await?;
    let draft = seen(tx, person, course).await?;
    if draft.is_bundled() {
        return Err(Error::forbidden("learning-author-bundled"));
    }
    let files = files(&draft.files)?;
    Ok((draft, files))
}

pub(crate) fn files(json: &str) -> Result<Files> {
    serde_json::from_str(json).map_err(Error::unexpected)
}

pub(crate) fn json(files: &Files) -> Result<String> {
    serde_json::to_string(files).map_err(Error::unexpected)
}
