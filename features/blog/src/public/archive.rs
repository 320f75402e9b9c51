//! By month, by tag, by words: what the list of articles is narrowed to.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use kernel::limits;

use super::store::Sought;
use crate::articles::slug;

/// `2026-12` in the zone of the house, as its first moment and that of the month after.
pub(crate) fn month(zone: &TimeZone, text: &str) -> Option<((i16, i8), i64, i64)> {
    let (year, month) = text.split_once('-')?;
    let (year, month): (i16, i8) = (year.parse().ok()?, month.parse().ok()?);
    let first = Date::new(year, month, 1).ok()?;
    let next = first.checked_add(jiff::Span::new().months(1)).ok()?;
    let micros = |date: Date| Some(zone.to_timestamp(date.at(0, 0, 0, 0)).ok()?.as_microsecond());
    Some(((year, month), micros(first)?, micros(next)?))
}

/// Anything goes; what cannot be read narrows nothing.
pub(crate) fn sought(zone: &TimeZone, text: &str, tag: &str, words: &str) -> Sought {
    let (from, until) = month(zone, text).map_or((i64::MIN, i64::MAX), |(_, from, until)| (from, until));
    Sought { from, until, tag: slug::of(tag), words: pattern(words) }
}

/// Everything that contains these words one after the other.
fn pattern(words: &str) -> String {
    let words: String = words.chars().take(limits::QUERY_LENGTH_MAX_CHARS).collect();
    let mut pattern = String::from("%");
    for word in words.to_lowercase().replace('\0', " ").split_whitespace() {
        for letter in word.chars() {
            if matches!(letter, '%' | '_' | '\\') {
                pattern.push('\\');
            }
            pattern.push(letter);
        }
        pattern.push('%');
    }
    pattern
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::{month, pattern};

    #[test]
    fn what_is_typed_is_looked_for_as_it_stands() {
        assert_eq!(pattern(""), "%");
        assert_eq!(pattern("  Kranich  XL "), "%kranich%xl%");
        assert_eq!(pattern("100%_"), "%100\\%\\_%");
    }

    #[test]
    fn a_month_ends_where_the_next_begins() {
        let (name, from, until) = month(&TimeZone::UTC, "2026-12").unwrap();
        assert_eq!((name, until - from), ((2026, 12), 31 * 86_400_000_000));
        for wrong in ["", "2026", "2026-13", "x-1", "99999-1"] {
            assert!(month(&TimeZone::UTC, wrong).is_none(), "{wrong}");
        }
    }
}
