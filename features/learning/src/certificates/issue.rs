//! Whoever passed decides whether it can be shown: an address is given out, and taken back. Its code is long
//! and random, so that nobody finds one by trying.
//!
//! Neither is told to anybody, not even by the log: that somebody no longer wants to show something is hers.

use access::Person;
use kernel::ids::Uuid;
use kernel::{Error, Result};

use super::store;
use crate::Parts;

/// A new address; the one before leads nowhere from now on.
///
/// Errors: `NotFound` if she has not passed the course.
pub(crate) async fn issue(parts: &Parts, person: &Person, course: Uuid) -> Result<()> {
    let code = access::fresh_secret()?;
    put(parts, person, course, Some(&code)).await
}

/// No address leads to it any more; passed stays passed.
///
/// Errors: `NotFound` if she has not passed the course.
pub(crate) async fn withdraw(parts: &Parts, person: &Person, course: Uuid) -> Result<()> {
    put(parts, person, course, None).await
}

async fn put(parts: &Parts, person: &Person, course: Uuid, code: Option<&str>) -> Result<()> {
    let mut tx = parts.database.begin().await?;
    if !store::set_code(&mut tx, person.id.uuid(), course, code).await? {
        return Err(Error::NotFound);
    }
    tx.commit().await
}
