//! All of it goes: what she wrote, the names she gave, her address, and the links that led here.

use kernel::{Error, Result};

use super::{open, store};
use crate::{Visitors, confirmation, visitor};

/// Errors: `NotFound` for a receipt that does not work, or that shows one piece alone.
pub(crate) async fn erase(visitors: &Visitors, secret: &str) -> Result<()> {
    let mut tx = visitors.database.begin().await?;
    let now = tx.at();
    let receipt = open::find(&mut tx, secret, now).await?;
    if receipt.about.is_some() {
        return Err(Error::NotFound);
    }
    let id = receipt.visitor.id;
    for keeper in visitors.known.known().receipts() {
        keeper.erase(&mut tx, id).await?;
    }
    visitor::store::erase(&mut tx, id).await?;
    confirmation::store::remove_all(&mut tx, id).await?;
    store::remove_all(&mut tx, id).await?;
    tx.commit().await
}
