//! The space of a page, for whoever asks for it.

use access::{Seen, may};
use database::Reads;
use kernel::ids::{SpaceId, Uuid};
use kernel::{Error, Result};
use page::Asking;

/// The space, if she may read it. Who is not signed in is asked to do so instead of being told that it is not
/// there.
///
/// Errors: `NotFound`, `SignedOut`.
pub(crate) async fn seen(from: &mut impl Reads, asking: &Asking, space: Uuid) -> Result<Seen> {
    let refused = |error| match error {
        Error::NotFound if !asking.person.is_somebody() => Error::SignedOut,
        other => other,
    };
    may::read(from, &asking.person, &SpaceId::from(space).into()).await.map_err(refused)
}
