//! The post, and what this person may do with it.

use access::{Person, Seen, may};
use database::{Reads, Tx};
use kernel::ids::{SpaceId, Uuid};
use kernel::{Error, Result};

use super::post::{Post, PostId};
use super::store;

/// One that she may read, as it lies in its space. Her own that waits lies there for her alone.
///
/// Errors: `NotFound`.
pub(crate) async fn read(from: &mut impl Reads, person: &Person, id: Uuid) -> Result<(Post, Seen)> {
    let post = store::find(from, id).await?.ok_or(Error::NotFound)?;
    if !post.waits() {
        let seen = may::read(from, person, &PostId::from(id).into()).await?;
        return Ok((post, seen));
    }
    if !post.is_by(person) {
        return Err(Error::NotFound);
    }
    let seen = may::read(from, person, &SpaceId::from(post.space_id).into()).await?;
    Ok((post, seen))
}

/// The same to change it or to take part.
///
/// Errors: `NotFound`, and `Forbidden` for who only reads there.
pub(crate) async fn write(tx: &mut Tx, person: &Person, id: Uuid) -> Result<(Post, Seen)> {
    let (post, seen) = read(tx, person, id).await?;
    let seen = may::write(tx, person, &seen.thing()).await?;
    Ok((post, seen))
}
