//! Reminders: for the person alone, fewer than one would fear, and none once she has passed.
//!
//! Every morning goes once through all colleagues, a batch at a time, and so does the start of an assignment.
//! Rounds may overlap or be repeated: whoever claims the day of a person in the database writes her one mail.

pub(crate) mod letter;
pub(crate) mod remind;
pub(crate) mod stage;
pub(crate) mod store;
#[cfg(test)]
mod tests;
pub(crate) mod web;

use std::time::Duration;

use database::Tx;
use jiff::tz::TimeZone;
use kernel::clock::Time;
use kernel::ids::Uuid;
use kernel::{Result, when};

use crate::assignments::assignment::day_of;

pub(crate) const KIND: &str = "reminder";

/// When mails go out, in the company's zone: when work begins.
const MORNING_HOUR: i8 = 8;
/// After this hour what begins waits for the morning.
const EVENING_HOUR: i8 = 18;

/// Before the first mail of an assignment goes out, so that a slip can be taken back, and so that courses
/// given one after the other come in one mail.
const PAUSE: Duration = Duration::from_secs(10 * 60);

/// To be called when a course was assigned, in the same transaction.
pub(crate) async fn begin(tx: &mut Tx, zone: &TimeZone, assignment: Uuid) -> Result<()> {
    let soon = tx.at().plus(PAUSE);
    dispatch::jobs::queue(tx, KIND, &assignment.to_string(), "", at_work(soon, zone)).await?;
    queue_morning(tx, zone).await
}

/// The round of the next morning. Its key is its day, so that one that is on its way is not begun anew.
pub(crate) async fn queue_morning(tx: &mut Tx, zone: &TimeZone) -> Result<()> {
    let morning = when::next_hour(tx.at(), zone, MORNING_HOUR);
    let key = format!("{MORNING}{}", day_of(morning.micros(), zone));
    dispatch::jobs::queue(tx, KIND, &key, "", morning).await
}

/// What the keys of the rounds of a morning begin with.
const MORNING: &str = "morning/";

/// The same time, or the next morning if nobody is at work then.
fn at_work(time: Time, zone: &TimeZone) -> Time {
    let hour = jiff::Timestamp::from_microsecond(time.micros()).map_or(0, |it| zone.to_datetime(it).hour());
    let works = (MORNING_HOUR..EVENING_HOUR).contains(&hour);
    if works { time } else { when::next_hour(time, zone, MORNING_HOUR) }
}
