//! What a certificate says, and nothing else.

use kernel::ids::Uuid;
use page::Voice;

#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Certificate {
    pub person_id: Uuid,
    pub course_id: Uuid,
    pub name: String,
    pub passed_at: i64,
}

/// Where it can be checked, within the house.
pub(crate) fn path(code: &str) -> String {
    format!("/certificates/{code}")
}

/// "24. November 2026": a sheet of paper knows no "today", and the hour is nobody's business.
pub(crate) fn date(v: &Voice, at: i64) -> String {
    let full = v.full(&at);
    full.rsplit_once(", ").map_or(full.clone(), |(date, _)| date.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Voice, date};

    #[test]
    fn a_date_is_whole_and_has_no_hour() {
        let said = |locale| {
            let voice = Voice { locale, zone: jiff::tz::TimeZone::UTC, now: kernel::clock::Time::from(0) };
            date(&voice, 1_700_000_000_000_000)
        };
        assert_eq!(said(kernel::Locale::De), "14. November 2023");
        assert_eq!(said(kernel::Locale::En), "14 November 2023");
    }
}
