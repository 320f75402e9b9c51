//! Who may put something into a space, or change what lies there.
//!
//! A word makes a colleague a member of an open space, a file does not: it stays for long, and others look
//! for it. So she joins first, with a click that says so.

use access::{Person, Seen, may};
use database::Reads;
use kernel::ids::ThingId;
use kernel::{Error, Result};

/// Errors: `NotFound`, and `Forbidden` for who only reads or is no member.
pub(crate) async fn write(from: &mut impl Reads, person: &Person, thing: &ThingId) -> Result<Seen> {
    let seen = may::read(from, person, thing).await?;
    must_write(&seen)?;
    Ok(seen)
}

pub(crate) fn may_write(seen: &Seen) -> bool {
    seen.level.may_write() && seen.joins.is_none()
}

fn must_write(seen: &Seen) -> Result<()> {
    seen.level.must_write()?;
    if seen.joins.is_some() { Err(Error::forbidden("documents-join-first")) } else { Ok(()) }
}
