//! She says that it was her, or that it was not.

use std::time::Duration;

use access::digest;
use database::Reads;
use kernel::clock::Time;
use kernel::ids::Uuid;
use kernel::{Error, Result};

use super::{sealed, store};
use crate::{Visitor, Visitors, receipt, visitor};

/// How long an address hears nothing after its owner said that it was not her.
const QUIET_MAX: Duration = Duration::from_secs(30 * 24 * 3600);

/// Whose link it is.
///
/// Errors: `NotFound` for one that never worked, was used, or is too old.
pub(crate) async fn look(from: &mut impl Reads, secret: &str, now: Time) -> Result<Visitor> {
    let visitor: Uuid = store::find(from, &digest(secret), now).await?.ok_or(Error::NotFound)?;
    let visitor = visitor::find(from, visitor).await?.ok_or(Error::NotFound)?;
    if visitor.email.is_some() { Ok(visitor) } else { Err(Error::NotFound) }
}

/// Confirms the address, and answers the path of her receipt.
///
/// Errors: `NotFound` as [`look`].
pub(crate) async fn confirm(visitors: &Visitors, secret: &str) -> Result<String> {
    let mut tx = visitors.database.begin().await?;
    let now = tx.at();
    let visitor = look(&mut tx, secret, now).await?;
    if !store::use_up(&mut tx, &digest(secret)).await? {
        return Err(Error::NotFound);
    }
    visitor::store::confirm(&mut tx, visitor.id).await?;
    for keeper in visitors.known.known().receipts() {
        keeper.confirmed(&mut tx, visitor.id).await?;
    }
    let path = receipt::open(&mut tx, visitor.id, None).await?;
    tx.commit().await?;
    Ok(path)
}

/// What was never confirmed goes, and the address hears nothing for a while.
///
/// Errors: `NotFound` as [`look`].
pub(crate) async fn disown(visitors: &Visitors, secret: &str) -> Result<()> {
    let mut tx = visitors.database.begin().await?;
    let now = tx.at();
    let visitor = look(&mut tx, secret, now).await?;
    for keeper in visitors.known.known().receipts() {
        keeper.disown(&mut tx, visitor.id).await?;
    }
    let address = sealed(&mut tx, visitor.email.as_deref().unwrap_or_default()).await?;
    store::quiet(&mut tx, &address, now.plus(QUIET_MAX)).await?;
    store::remove_all(&mut tx, visitor.id).await?;
    if !visitor.is_confirmed {
        visitor::store::erase(&mut tx, visitor.id).await?;
    }
    tx.commit().await
}
