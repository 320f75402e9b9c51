//! Who looks after the blog: admins, and who owns the space in which its articles are written.

use access::{Person, Visibility, may, settings, spaces};
use database::{Reads, Tx};
use kernel::ids::{SpaceId, Uuid};
use kernel::{Error, Result};

use crate::settings::settings::SPACE;

/// What the space is called when the first article needs one.
const SPACE_TITLE: &str = "Blog";

/// The space of the blog, if there is one and she may know of it.
pub(crate) async fn space(from: &mut impl Reads, person: &Person) -> Result<Option<access::Seen>> {
    let Some(id) = settings::get(from, SPACE).await?.and_then(|it| it.parse::<Uuid>().ok()) else {
        return Ok(None);
    };
    match may::read(from, person, &SpaceId::from(id).into()).await {
        Ok(seen) => Ok(Some(seen)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Where an article lies for which no space was named: in the space of the blog. An admin opens it with the
/// first article, to all colleagues: who owns it decides what the house says in public. Whoever writes there
/// becomes a member with it.
///
/// Errors: `Forbidden`.
pub(crate) async fn space_to_write_in(tx: &mut Tx, person: &Person) -> Result<SpaceId> {
    if let Some(seen) = space(tx, person).await? {
        may::write(tx, person, &seen.thing()).await?;
        return Ok(seen.space());
    }
    if person.must_be_admin().is_err() {
        return Err(Error::forbidden("blog-no-space"));
    }
    let opened = spaces::open(tx, person, SPACE_TITLE, Visibility::Internal).await?;
    settings::put(tx, SPACE, &opened.uuid().to_string()).await?;
    Ok(opened)
}

/// Errors: `Forbidden` for everybody else.
pub(crate) async fn must_be_editor(from: &mut impl Reads, person: &Person) -> Result<()> {
    if person.must_be_admin().is_ok() {
        return Ok(());
    }
    let owns = space(from, person).await?.is_some_and(|it| it.level.owns());
    if owns { Ok(()) } else { Err(Error::forbidden("blog-editors-only")) }
}
