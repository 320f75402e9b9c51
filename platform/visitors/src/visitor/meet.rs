//! Somebody writes: found by her address, or met for the first time.

use access::people;
use database::{Reads, Tx};
use kernel::ids::Uuid;
use kernel::{Error, Locale, Result};

use super::{Visitor, store};
use crate::sweep;

/// Whoever has this address, made if nobody has. Of two at once one is refused, and may try again.
///
/// Errors: `Invalid` on the field `email`, `Conflict`.
pub async fn meet(tx: &mut Tx, email: &str, locale: Locale) -> Result<Visitor> {
    let email = address(email)?;
    sweep::plan(tx).await?;
    if let Some(known) = store::by_email(tx, &email).await? {
        return Ok(known);
    }
    let id = Uuid::now_v7();
    store::insert(tx, id, &email, locale).await?;
    Ok(Visitor { id, email: Some(email), is_confirmed: false, approved: 0, language: locale })
}

pub async fn find(from: &mut impl Reads, id: Uuid) -> Result<Option<Visitor>> {
    store::by_id(from, id).await
}

/// Something of hers was let through (`1`), or that was taken back (`-1`).
pub async fn approved(tx: &mut Tx, id: Uuid, change: i64) -> Result<()> {
    store::add_approved(tx, id, change).await
}

/// In lower case, and one that mail can be sent to.
fn address(text: &str) -> Result<String> {
    let email = people::email(text)?;
    if mail::is_address(&email) { Ok(email) } else { Err(Error::invalid("email", "visitors-email-odd")) }
}
