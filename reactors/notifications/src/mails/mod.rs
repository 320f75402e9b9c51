//! Mails about things: one bundle per thing, when it was quiet for a while.

pub(crate) mod tell;

use std::time::Duration;

use database::Tx;
use kernel::Result;
use kernel::clock::Time;
use kernel::ids::{PersonId, ThingId};

use crate::Parts;
use crate::levels::store;

pub(crate) const KIND: &str = "notification";

/// How long it has to be quiet around a thing before a mail tells of it.
const QUIET: Duration = Duration::from_secs(10 * 60);

/// When the daily mail goes out, in the company's zone: before work begins.
const DAILY_HOUR: i8 = 7;

/// A mail to come; each further activity lets it wait anew.
pub(crate) async fn queue(tx: &mut Tx, parts: &Parts, person: PersonId, about: &ThingId) -> Result<()> {
    let (due, key) = match store::mail_choice(tx, person).await?.as_str() {
        "none" => return Ok(()),
        "at_once" => (tx.at(), format!("{}/{about}", person.uuid())),
        "daily" => (next_morning(parts, tx.at()), format!("{}/daily", person.uuid())),
        _ => (tx.at().plus(QUIET), format!("{}/{about}", person.uuid())),
    };
    dispatch::jobs::queue(tx, KIND, &key, "", due).await
}

fn next_morning(parts: &Parts, now: Time) -> Time {
    kernel::when::next_hour(now, &parts.gate.zone, DAILY_HOUR)
}
