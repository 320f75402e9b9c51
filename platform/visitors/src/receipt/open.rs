//! A receipt is made, and found again by its secret.
//!
//! One that is sent to a confirmed address shows all; one that is handed to whoever just wrote, under an
//! address that nobody has confirmed, shows that piece alone: anybody can type an address.

use std::time::Duration;

use access::{digest, fresh_secret};
use database::{Reads, Tx};
use kernel::clock::Time;
use kernel::ids::{ThingId, Uuid};
use kernel::{Error, Result};

use super::store;
use crate::{Visitor, visitor};

/// Those of one visitor, of each kind; the oldest stops working.
const RECEIPTS_MAX: i64 = 30;

/// How long one works.
pub const RECEIPT_MAX: Duration = Duration::from_secs(365 * 24 * 3600);

/// Makes one, and answers its path; the secret is the last segment. `about` narrows it to one piece.
pub async fn open(tx: &mut Tx, visitor: Uuid, about: Option<&ThingId>) -> Result<String> {
    let secret = fresh_secret()?;
    store::insert(tx, &digest(&secret), visitor, about).await?;
    store::keep_newest(tx, visitor, about.is_some(), RECEIPTS_MAX).await?;
    Ok(format!("/receipts/{secret}"))
}

/// Of a receipt's path: the link that stops mails about one piece, for a mail's one-click button.
pub fn stop_path(receipt: &str, about: &ThingId) -> String {
    format!("{receipt}/stop/{about}")
}

/// A receipt as it was found.
pub(crate) struct Receipt {
    pub visitor: Visitor,
    pub about: Option<ThingId>,
}

impl Receipt {
    pub fn shows(&self, kind: &str, id: Uuid) -> bool {
        self.about.as_ref().is_none_or(|it| it.kind == kind && it.id == id)
    }
}

/// Errors: `NotFound` for a secret that never was one, is too old, or whose visitor was erased.
pub(crate) async fn find(from: &mut impl Reads, secret: &str, now: Time) -> Result<Receipt> {
    let row = store::find(from, &digest(secret), now.minus(RECEIPT_MAX)).await?.ok_or(Error::NotFound)?;
    let visitor = visitor::find(from, row.visitor_id).await?.ok_or(Error::NotFound)?;
    if visitor.email.is_none() {
        return Err(Error::NotFound);
    }
    let about = row.about_kind.zip(row.about_id).map(|(kind, id)| ThingId { kind: kind.into(), id });
    Ok(Receipt { visitor, about })
}
