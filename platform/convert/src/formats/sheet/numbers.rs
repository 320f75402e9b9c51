//! Numbers as a cell shows them: with their currency, their decimals, or as the day they mean.
//!
//! Of the language of formats only what tables of money, amounts and dates use is understood; everything else
//! is shown as a plain number. Source: ECMA-376, part 1, section 18.8.31.

/// Days from 1899-12-30 to 1970-01-01, and what the calendar of 1904 adds.
const DAYS_TO_1970: f64 = 25_569.0;
const DAYS_TO_1904: f64 = 1_462.0;
/// The last day that workbooks know: 9999-12-31.
const DAYS_MAX: f64 = 2_958_465.0;

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Format {
    kind: Kind,
    before: String,
    after: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Kind {
    #[default]
    General,
    Decimal {
        places: usize,
        grouped: bool,
        percent: bool,
    },
    Day,
    Time,
    DayAndTime,
}

impl Format {
    /// `id` is one of those every workbook knows, unless the workbook gives it a code of its own.
    pub fn new(id: u32, code: Option<&str>) -> Self {
        let code = code.unwrap_or(match id {
            1 => "0",
            2 => "0.00",
            3 => "#,##0",
            4 => "#,##0.00",
            9 => "0%",
            10 => "0.00%",
            14..=17 => "yyyy",
            18..=21 | 45..=47 => "hh",
            22 => "yyyy hh",
            _ => "General",
        });
        Self::parse(code)
    }

    /// Only the first part, for positive numbers, is read; negative ones get a minus.
    fn parse(code: &str) -> Self {
        let mut format = Self::default();
        let (mut digits, mut letters) = (String::new(), String::new());
        let mut signs = code.chars();
        while let Some(sign) = signs.next() {
            let mut literal = String::new();
            match sign {
                ';' => break,
                '"' => literal.extend(signs.by_ref().take_while(|sign| *sign != '"')),
                '\\' => literal.extend(signs.next()),
                '_' | '*' => drop(signs.next()),
                '[' => {
                    let inside: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                    // `[$€-407]` is a currency, `[Red]` a colour, `[h]` hours beyond a day.
                    match inside.strip_prefix('$') {
                        Some(currency) => literal.push_str(currency.split('-').next().unwrap_or_default()),
                        None if inside.chars().all(|sign| "hms".contains(sign)) => letters.push_str(&inside),
                        None => {}
                    }
                }
                '0' | '#' | '?' | '.' | ',' | '%' => digits.push(sign),
                '€' | '$' | '£' | ' ' | '\u{a0}' | '(' | ')' => literal.push(sign),
                sign if sign.is_alphabetic() => letters.push(sign.to_ascii_lowercase()),
                _ => {}
            }
            if digits.is_empty() { &mut format.before } else { &mut format.after }.push_str(&literal);
        }
        format.kind = kind(&digits, &letters);
        if !matches!(format.kind, Kind::Decimal { .. }) {
            (format.before, format.after) = (String::new(), String::new());
        }
        format
    }
}

fn kind(digits: &str, letters: &str) -> Kind {
    if !letters.is_empty() && !letters.contains("general") && !letters.contains("standard") {
        let time = letters.contains(['h', 's']);
        return match (letters.contains(['y', 'd', 'j', 't']), time) {
            (true, false) => Kind::Day,
            (true, true) => Kind::DayAndTime,
            (false, true) => Kind::Time,
            (false, false) if letters.contains('m') => Kind::Day,
            (false, false) => Kind::General,
        };
    }
    if !digits.contains(['0', '#', '?']) {
        return Kind::General;
    }
    let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
    Kind::Decimal {
        places: places.chars().filter(|sign| matches!(sign, '0' | '#' | '?')).count().min(10),
        grouped: whole.contains(','),
        percent: digits.contains('%'),
    }
}

pub(super) fn shown(number: f64, format: &Format, comma: bool, from_1904: bool) -> String {
    let days = if from_1904 { number + DAYS_TO_1904 } else { number };
    match format.kind {
        Kind::General => general(number, comma),
        Kind::Decimal { places, grouped, percent } => {
            let value = if percent { number * 100.0 } else { number };
            let digits = decimal(value, places, grouped, comma);
            let sign = if percent && !format.after.contains('%') { "%" } else { "" };
            format!("{}{digits}{}{sign}", format.before, format.after).trim().to_owned()
        }
        Kind::Day if comma => german(&date(days.trunc(), false)),
        Kind::Day => date(days.trunc(), false),
        Kind::DayAndTime if comma => german(&date(days, true)),
        Kind::DayAndTime => date(days, true),
        Kind::Time => time(number),
    }
}

/// Up to ten digits, as a cell of ordinary width.
fn general(number: f64, comma: bool) -> String {
    if number.abs() >= 1e15 || !number.is_finite() {
        return number.to_string();
    }
    let text = format!("{number:.9}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if comma { text.replace('.', ",") } else { text.to_owned() }
}

fn decimal(number: f64, places: usize, grouped: bool, comma: bool) -> String {
    if number.abs() >= 1e15 || !number.is_finite() {
        return number.to_string();
    }
    let text = format!("{:.places$}", number.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let (point, thousand) = if comma { (',', '.') } else { ('.', ',') };
    let mut digits = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if grouped && index > 0 && (whole.len() - index).is_multiple_of(3) {
            digits.push(thousand);
        }
        digits.push(digit);
    }
    if !fraction.is_empty() {
        digits.push(point);
        digits.push_str(fraction);
    }
    let is_zero = text.chars().all(|sign| matches!(sign, '0' | '.'));
    if number < 0.0 && !is_zero { format!("-{digits}") } else { digits }
}

/// `2026-03-09`, and `2026-03-09 14:30` with the time or if the number has a part of a day.
pub(crate) fn date(days: f64, with_time: bool) -> String {
    if !(0.0..=DAYS_MAX).contains(&days) {
        return general(days, false);
    }
    let (year, month, day) = civil((days.floor() - DAYS_TO_1970) as i64);
    let date = format!("{year:04}-{month:02}-{day:02}");
    if with_time || days.fract() > 0.0 { format!("{date} {}", time(days)) } else { date }
}

fn german(iso: &str) -> String {
    match (iso.get(..4), iso.get(5..7), iso.get(8..10), iso.get(10..)) {
        (Some(year), Some(month), Some(day), Some(rest)) => format!("{day}.{month}.{year}{rest}"),
        _ => iso.to_owned(),
    }
}

fn time(days: f64) -> String {
    let minutes = (days.rem_euclid(1.0) * 1440.0).round() as i64 % 1440;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// The day of the calendar for days since 1970-01-01, counted in eras of 400 years that begin in March.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::{Format, shown};

    fn check(number: f64, code: &str, comma: bool, expected: &str) {
        assert_eq!(shown(number, &Format::parse(code), comma, false), expected);
    }

    #[test]
    fn money_has_its_sign_and_two_places() {
        check(531.49, "#,##0.00\" €\"", true, "531,49 €");
        check(1234.5, "#,##0.00\\ [$€-407]", true, "1.234,50 €");
        check(-1234.5, "[$£-809]#,##0.00;[Red]-[$£-809]#,##0.00", false, "£-1,234.50");
    }

    #[test]
    fn days_are_days() {
        check(46_090.0, "dd\\.mm\\.yyyy", true, "09.03.2026");
        check(46_090.5, "yyyy\\-mm\\-dd hh:mm", false, "2026-03-09 12:00");
    }

    #[test]
    fn plain_numbers_stay_plain() {
        check(3.0, "General", true, "3");
        check(0.19, "0\\ %", true, "19 %");
        check(2.5, "General", true, "2,5");
    }
}
