//! How a time is said: in the reader's language, in the zone where the reader is.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::clock::Time;
use crate::locale::Locale;

const MONTHS: [(&str, &str); 12] = [
    ("Januar", "January"),
    ("Februar", "February"),
    ("März", "March"),
    ("April", "April"),
    ("Mai", "May"),
    ("Juni", "June"),
    ("Juli", "July"),
    ("August", "August"),
    ("September", "September"),
    ("Oktober", "October"),
    ("November", "November"),
    ("Dezember", "December"),
];

const DAYS: [(&str, &str); 7] = [
    ("Montag", "Monday"),
    ("Dienstag", "Tuesday"),
    ("Mittwoch", "Wednesday"),
    ("Donnerstag", "Thursday"),
    ("Freitag", "Friday"),
    ("Samstag", "Saturday"),
    ("Sonntag", "Sunday"),
];

/// A zone by its name in the IANA database, such as `Europe/Berlin`; `None` for a name that is not there.
pub fn zone(name: &str) -> Option<TimeZone> {
    TimeZone::get(name).ok()
}

/// The next time after `now` at which a clock of the zone shows `hour`:00.
pub fn next_hour(now: Time, zone: &TimeZone, hour: i8) -> Time {
    let date = local(now, zone).date();
    let days = [date, date.tomorrow().unwrap_or(date)];
    let times = days.into_iter().filter_map(|it| zone.to_timestamp(it.at(hour, 0, 0, 0)).ok());
    let mut later = times.map(|it| Time::from(it.as_microsecond())).filter(|it| *it > now);
    later.next().unwrap_or(now)
}

/// The calendar day of the zone as a number that is another on each day; only to be compared.
pub fn day_number(time: Time, zone: &TimeZone) -> i64 {
    let date = local(time, zone).date();
    i64::from(date.year()) * 400 + i64::from(date.day_of_year())
}

/// RFC 3339 in UTC with microseconds, as the API gives times.
pub fn rfc3339(time: Time) -> String {
    timestamp(time).to_string()
}

/// Reads RFC 3339; `None` for anything else.
pub fn parse_rfc3339(text: &str) -> Option<Time> {
    text.parse::<Timestamp>().ok().map(|it| Time::from(it.as_microsecond()))
}

/// Reads what a field for day and time sends, `2026-12-01T18:00` on a clock of the zone; `None` for anything
/// else.
pub fn parse_local(text: &str, zone: &TimeZone) -> Option<Time> {
    let local: DateTime = text.trim().parse().ok()?;
    zone.to_timestamp(local).ok().map(|it| Time::from(it.as_microsecond()))
}

/// The same the other way round.
pub fn for_a_field(time: Time, zone: &TimeZone) -> String {
    local(time, zone).strftime("%Y-%m-%dT%H:%M").to_string()
}

fn timestamp(time: Time) -> Timestamp {
    Timestamp::from_microsecond(time.micros()).unwrap_or(Timestamp::UNIX_EPOCH)
}

fn local(time: Time, zone: &TimeZone) -> DateTime {
    zone.to_datetime(timestamp(time))
}

fn word(locale: Locale, (de, en): (&'static str, &'static str)) -> &'static str {
    match locale {
        Locale::De => de,
        Locale::En => en,
    }
}

fn weekday(locale: Locale, date: Date) -> &'static str {
    let index = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0);
    word(locale, DAYS[index.min(6)])
}

fn day_and_month(locale: Locale, date: Date) -> String {
    let month = word(locale, MONTHS[usize::try_from(date.month() - 1).unwrap_or(0).min(11)]);
    match locale {
        Locale::De => format!("{}. {month}", date.day()),
        Locale::En => format!("{} {month}", date.day()),
    }
}

/// "10:42".
pub fn clock(time: Time, zone: &TimeZone) -> String {
    let at = local(time, zone);
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// "Heute", "Gestern", "Freitag" within a week, "17. November", with the year if it is another.
pub fn day(locale: Locale, time: Time, now: Time, zone: &TimeZone) -> String {
    let date = local(time, zone).date();
    let today = local(now, zone).date();
    let days = today.since(date).map_or(i32::MAX, |it| it.get_days());
    match days {
        0 => word(locale, ("Heute", "Today")).to_owned(),
        1 => word(locale, ("Gestern", "Yesterday")).to_owned(),
        2..=6 => weekday(locale, date).to_owned(),
        _ if date.year() == today.year() => day_and_month(locale, date),
        _ => format!("{} {}", day_and_month(locale, date), date.year()),
    }
}

/// The shortest that is clear: "10:42" today, "Do 15:20" within a week, else the day.
pub fn short(locale: Locale, time: Time, now: Time, zone: &TimeZone) -> String {
    let date = local(time, zone).date();
    let today = local(now, zone).date();
    let days = today.since(date).map_or(i32::MAX, |it| it.get_days());
    match days {
        0 => clock(time, zone),
        1..=6 => {
            let length = if locale == Locale::De { 2 } else { 3 };
            let name: String = weekday(locale, date).chars().take(length).collect();
            format!("{name} {}", clock(time, zone))
        }
        _ => day(locale, time, now, zone),
    }
}

/// "Montag, 23. November", for the head of a page.
pub fn long(locale: Locale, time: Time, zone: &TimeZone) -> String {
    let date = local(time, zone).date();
    format!("{}, {}", weekday(locale, date), day_and_month(locale, date))
}

/// Everything there is to say, for a tooltip: "23. November 2026, 10:42".
pub fn full(locale: Locale, time: Time, zone: &TimeZone) -> String {
    let date = local(time, zone).date();
    format!("{} {}, {}", day_and_month(locale, date), date.year(), clock(time, zone))
}

/// "1,8 MB" or "1.8 MB"; units of 1000, as the tools of office people count.
pub fn size(locale: Locale, bytes: u64) -> String {
    const UNITS: [&str; 4] = ["KB", "MB", "GB", "TB"];
    if bytes < 1000 {
        return format!("{bytes} {}", word(locale, ("Byte", "bytes")));
    }
    let (mut tenths, mut unit) = (u128::from(bytes) * 10 / 1000, 0);
    while tenths >= 10_000 && unit < UNITS.len() - 1 {
        (tenths, unit) = (tenths / 1000, unit + 1);
    }
    let number = match (tenths >= 100 || tenths % 10 == 0, locale) {
        (true, _) => format!("{}", tenths / 10),
        (false, Locale::De) => format!("{},{}", tenths / 10, tenths % 10),
        (false, Locale::En) => format!("{}.{}", tenths / 10, tenths % 10),
    };
    format!("{number} {}", UNITS[unit])
}
