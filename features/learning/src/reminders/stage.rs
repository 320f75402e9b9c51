//! When somebody is reminded of a course: at the start, at half time, three days before, on the day, and then
//! once a week.

use jiff::civil::Date;

/// How far the reminders of an assignment are: a later stage has a greater number.
pub(crate) type Stage = i64;

pub(crate) const START: Stage = 0;
pub(crate) const HALF: Stage = 1;
pub(crate) const SOON: Stage = 2;
pub(crate) const DUE: Stage = 3;

const SOON_DAYS: i32 = 3;
const WEEK_DAYS: i32 = 7;

/// The stage of a day; it never falls from one day to the next. What would come too close to the next stage,
/// or before the start, is left out.
pub(crate) fn of(made: Date, due: Date, today: Date) -> Stage {
    let (since_made, left, length) = (days(made, today), days(today, due), days(made, due));
    let half = length / 2;
    if left <= 0 {
        DUE + Stage::from(-left / WEEK_DAYS)
    } else if left <= SOON_DAYS && length > SOON_DAYS {
        SOON
    } else if since_made >= half && half > 0 && half < length - SOON_DAYS {
        HALF
    } else {
        START
    }
}

/// From one day to another; negative if it lies before.
pub(crate) fn days(from: Date, to: Date) -> i32 {
    to.since(from).map_or(0, |it| it.get_days())
}
