//! An owner changes name, description and visibility, all or nothing.

use access::{Person, may, spaces};
use database::Database;
use kernel::activity::Deed;
use kernel::ids::SpaceId;
use kernel::{Error, Result};

use super::space::{Change, Space, parse_about};
use super::store;
use crate::activity::DESCRIBED;

/// `expected` is the etag that she saw; `None` if she does not mind what it was.
///
/// Errors: `NotFound`, `Forbidden` unless she owns it, `Outdated` if somebody was faster, `Invalid` on
/// `name`, `about` or `visibility`.
pub(crate) async fn change(
    database: &Database,
    person: &Person,
    space: SpaceId,
    change: &Change,
    expected: Option<&str>,
) -> Result<Space> {
    let about = change.about.as_deref().map(parse_about).transpose()?;
    let mut tx = database.begin().await?;
    may::own(&mut tx, person, &space.into()).await?;
    let now = store::find(&mut tx, person, space.uuid()).await?;
    if expected.is_some_and(|it| it != "*" && it != now.etag()) {
        return Err(Error::Outdated { message: "spaces-outdated".into(), kept: None });
    }
    if let Some(name) = &change.name {
        spaces::rename(&mut tx, person, space, name).await?;
    }
    if let Some(about) = about.filter(|it| *it != now.about) {
        store::put_about(&mut tx, space, &about).await?;
        tx.record(Deed { actor: person.id, verb: DESCRIBED, object: space.into(), target: None });
    }
    if let Some(visibility) = change.visibility {
        spaces::show_to(&mut tx, person, space, visibility).await?;
    }
    let changed = store::find(&mut tx, person, space.uuid()).await?;
    tx.commit().await?;
    Ok(changed)
}
