//! An assignment, and how it stands.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use kernel::clock::Time;
use kernel::ids::Uuid;
use kernel::{Error, Locale, Result, when};
use serde::Serialize;

kernel::typed_id!(
    /// A course given to people.
    AssignmentId, "assignment"
);

/// Fewer people are not told apart by numbers where the team or a page shows them: a number would be a name.
pub(crate) const COUNTED_MIN_PEOPLE: i64 = 5;

/// To whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Whom {
    /// Members and admins, whoever they are at the time.
    Everyone,
    /// The colleagues who are members of the space at the time.
    Space(Uuid),
    People(Vec<Uuid>),
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Assignment {
    pub id: Uuid,
    pub course_id: Uuid,
    pub kind: String,
    pub space_id: Option<Uuid>,
    pub by_id: Uuid,
    pub made_at: i64,
    pub due_at: i64,
    pub mandatory: i64,
    pub ended_at: Option<i64>,
}

impl Assignment {
    pub fn is_mandatory(&self) -> bool {
        self.mandatory == 1
    }

    pub fn is_over(&self) -> bool {
        self.ended_at.is_some()
    }

    pub fn is_overdue(&self, now: Time) -> bool {
        now.micros() > self.due_at
    }

    /// Whether names can be asked for at all, once that is agreed.
    pub fn may_name(&self, now: Time) -> bool {
        self.is_mandatory() && !self.is_over() && self.is_overdue(now)
    }
}

/// An assignment as its superior reads it in a list.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Given {
    #[sqlx(flatten)]
    pub it: Assignment,
    pub course_title: String,
    /// `None` for no space, and for one that the reader may not know of any more.
    pub space_title: Option<String>,
    pub by_name: String,
}

/// All that others see. They add up: assigned = not started + started + passed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, sqlx::FromRow)]
pub(crate) struct Standing {
    pub assigned: i64,
    pub not_started: i64,
    pub started: i64,
    pub passed: i64,
}

impl Standing {
    /// Who has begun or is through: what the team is told.
    pub fn joined(&self) -> i64 {
        self.started + self.passed
    }

    /// Whether these are people enough to be counted.
    pub fn is_counted(&self) -> bool {
        self.assigned >= COUNTED_MIN_PEOPLE
    }

    pub fn is_complete(&self) -> bool {
        self.assigned > 0 && self.passed == self.assigned
    }
}

/// One of those to whom it is assigned.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Assigned {
    pub person_id: Uuid,
    pub name: String,
}

/// The last moment of a day as a form gives it: `2026-12-18`, or as people write it, `18.12.2026`.
///
/// Errors: `Invalid` on `due_at`.
pub(crate) fn last_moment(text: &str, zone: &TimeZone) -> Result<Time> {
    let unreadable = || Error::invalid("due_at", "learning-due-day");
    let text = text.trim();
    let date = match text.split('.').collect::<Vec<_>>().as_slice() {
        [day, month, year] => {
            let day = day.trim().parse().map_err(|_| unreadable())?;
            let month = month.trim().parse().map_err(|_| unreadable())?;
            let year = year.trim().parse().map_err(|_| unreadable())?;
            Date::new(year, month, day).map_err(|_| unreadable())?
        }
        _ => text.parse::<Date>().map_err(|_| unreadable())?,
    };
    let next = date.tomorrow().map_err(|_| unreadable())?;
    let end = zone.to_timestamp(next.at(0, 0, 0, 0)).map_err(|_| unreadable())?;
    Ok(Time::from(end.as_microsecond() - 1))
}

/// The day of the zone, as a form gives it.
pub(crate) fn day_of(at: i64, zone: &TimeZone) -> Date {
    let timestamp = jiff::Timestamp::from_microsecond(at).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    zone.to_datetime(timestamp).date()
}

/// "18. Dezember", with the year if it is another. Never "gestern" or "Freitag": after "bis" these would be
/// understood as days to come.
pub(crate) fn due_day(locale: Locale, due_at: i64, now: Time, zone: &TimeZone) -> String {
    let full = when::full(locale, Time::from(due_at), zone);
    let date = full.rsplit_once(", ").map_or(full.as_str(), |it| it.0);
    let this_year = format!(" {}", day_of(now.micros(), zone).year());
    date.strip_suffix(&this_year).unwrap_or(date).to_owned()
}
