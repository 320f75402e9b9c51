//! What a visitor wrote, gathered from all who keep something, and what she does with one piece.

use std::sync::Arc;

use database::Reader;
use feature::{Piece, Receipts};
use kernel::ids::Uuid;
use kernel::{Error, Locale, Result, limits};

use super::open::Receipt;
use crate::Visitors;

/// Newest first, at most a list long.
pub(crate) async fn all(
    visitors: &Visitors,
    reader: &mut Reader,
    receipt: &Receipt,
    locale: Locale,
) -> Result<Vec<Piece>> {
    let mut all = Vec::new();
    for keeper in visitors.known.known().receipts() {
        all.extend(keeper.pieces(reader, receipt.visitor.id, locale).await?);
    }
    all.retain(|it| receipt.shows(it.kind, it.id));
    all.sort_by_key(|it| std::cmp::Reverse(it.at));
    all.truncate(usize::try_from(limits::LIST_LENGTH_MAX_ROWS).unwrap_or(0));
    Ok(all)
}

/// Who keeps such a piece.
///
/// Errors: `NotFound` if nobody does, or if the receipt is for another one.
pub(crate) fn keeper(
    visitors: &Visitors,
    receipt: &Receipt,
    kind: &str,
    id: Uuid,
) -> Result<Arc<dyn Receipts>> {
    if !receipt.shows(kind, id) {
        return Err(Error::NotFound);
    }
    let known = visitors.known.known();
    known.receipts().iter().find(|it| it.kind() == kind).cloned().ok_or(Error::NotFound)
}
