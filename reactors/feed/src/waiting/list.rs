//! All that waits for one person, of every feature, without what she has put off.

use database::Reader;
use feature::{Known, Looking, Waiting};
use kernel::Result;
use page::Asking;

use super::store;

/// More than anybody does in a morning; the oldest come first.
pub(super) const WAITING_MAX_ROWS: usize = 20;

/// Asked of each feature: what is put off is among them.
const ASKED_ROWS: i64 = 100;

/// The longest waiting first; what has a date before what has none, the nearest first.
pub(super) async fn waiting(reader: &mut Reader, known: &Known, asking: &Asking) -> Result<Vec<Waiting>> {
    let (person, locale, zone) = (&asking.person, asking.locale, &asking.zone);
    let looking = Looking { person, locale, zone, now: asking.now };
    let mut all = Vec::new();
    for waits in known.waits() {
        all.extend(waits.waits(reader, &looking, ASKED_ROWS).await?);
    }
    let aside = store::aside(reader, person.id, asking.now).await?;
    all.retain(|it| !aside.contains(&it.object));
    all.sort_by_key(|it| (it.due.is_none(), it.due, it.at));
    Ok(all)
}
