use jiff::civil::{Date, date};
use proptest::prelude::{prop_assert, proptest};

use super::stage::{DUE, HALF, SOON, START, of};

const MADE: Date = date(2026, 11, 2);

fn day(number: i64) -> Date {
    MADE.checked_add(jiff::Span::new().days(number)).unwrap()
}

/// On which days a reminder goes out, and for which stage, if somebody looks every morning.
fn check(length: i64, expected: &[(i64, i64)]) {
    let (mut reached, mut sent) = (-1, Vec::new());
    for number in 0..=length + 15 {
        let stage = of(MADE, day(length), day(number));
        if stage > reached {
            sent.push((number, stage));
            reached = stage;
        }
    }
    assert_eq!(sent, expected, "for {length} days");
}

#[test]
fn four_weeks_have_all_stages() {
    check(28, &[(0, START), (14, HALF), (25, SOON), (28, DUE), (35, DUE + 1), (42, DUE + 2)]);
}

#[test]
fn a_short_time_leaves_out_what_comes_too_close() {
    check(7, &[(0, START), (3, HALF), (4, SOON), (7, DUE), (14, DUE + 1), (21, DUE + 2)]);
    check(6, &[(0, START), (3, SOON), (6, DUE), (13, DUE + 1), (20, DUE + 2)]);
    check(3, &[(0, START), (3, DUE), (10, DUE + 1), (17, DUE + 2)]);
    check(0, &[(0, DUE), (7, DUE + 1), (14, DUE + 2)]);
}

#[test]
fn a_day_that_was_missed_is_made_up_for_once() {
    assert_eq!(of(MADE, day(28), day(27)), SOON);
    assert_eq!(of(MADE, day(28), day(34)), DUE);
}

proptest! {
    #[test]
    fn no_stage_is_followed_by_an_earlier_one(length in 0_i64..400, number in 0_i64..500) {
        let due = day(length);
        prop_assert!(of(MADE, due, day(number)) <= of(MADE, due, day(number + 1)));
    }
}
