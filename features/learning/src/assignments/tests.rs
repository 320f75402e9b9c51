use kernel::ids::Uuid;

use super::assignment::{Standing, day_of, due_day, last_moment};
use super::photo::Photo;

fn standing(assigned: i64, passed: i64) -> Standing {
    Standing { assigned, passed, not_started: assigned - passed, started: 0 }
}

/// How many places there are, and how many are taken.
fn check(assigned: i64, passed: i64, expected: (usize, usize)) {
    let photo = Photo::of(Uuid::from_u128(7), &standing(assigned, passed));
    assert_eq!((photo.places.len(), photo.taken), expected, "{passed} of {assigned}");
    assert_eq!(photo.places.iter().filter(|it| it.is_taken).count(), photo.taken);
}

#[test]
fn the_picture_fills_as_people_pass() {
    check(25, 18, (25, 18));
    check(7, 0, (7, 0));
    check(7, 7, (7, 7));
}

#[test]
fn many_share_the_places_and_it_is_full_only_with_all() {
    check(400, 1, (25, 1));
    check(400, 399, (25, 24));
    check(400, 400, (25, 25));
}

#[test]
fn of_few_people_only_a_full_picture_is_shown() {
    check(4, 3, (4, 0));
    check(4, 4, (4, 4));
    check(0, 0, (1, 0));
}

#[test]
fn who_stands_in_the_picture_stays_where_she_is() {
    let taken = |passed| {
        let photo = Photo::of(Uuid::from_u128(99), &standing(25, passed));
        photo.places.iter().map(|it| it.is_taken).collect::<Vec<_>>()
    };
    for passed in 0..25 {
        let (before, after) = (taken(passed), taken(passed + 1));
        assert!(before.iter().zip(&after).all(|(before, after)| !before || *after), "{passed}");
    }
}

#[test]
fn nobody_stands_on_the_camera_or_outside_of_the_picture() {
    for count in 1..=25 {
        let photo = Photo::of(Uuid::from_u128(3), &standing(count, 0));
        assert!(photo.places.iter().all(|it| (40..=700).contains(&it.x)), "{count}");
    }
}

#[test]
fn a_day_ends_at_midnight_where_the_company_is() {
    let zone = kernel::when::zone("Europe/Berlin").unwrap();
    for text in ["2026-12-18", " 18.12.2026"] {
        let at = last_moment(text, &zone).unwrap();
        assert_eq!(kernel::when::rfc3339(at), "2026-12-18T22:59:59.999999Z");
        assert_eq!(day_of(at.micros(), &zone).to_string(), "2026-12-18");
    }
    for text in ["", "morgen", "31.2.2026", "2026-13-01", "1.2", "99999-01-01"] {
        assert!(last_moment(text, &zone).is_err(), "{text}");
    }
}

#[test]
fn a_day_until_when_is_never_yesterday() {
    let zone = kernel::when::zone("Europe/Berlin").unwrap();
    let due = last_moment("2026-12-18", &zone).unwrap().micros();
    let now = |text| kernel::when::parse_rfc3339(text).unwrap();
    let said = |locale, text| due_day(locale, due, now(text), &zone);
    assert_eq!(said(kernel::Locale::De, "2026-12-19T09:00:00Z"), "18. Dezember");
    assert_eq!(said(kernel::Locale::En, "2026-12-18T09:00:00Z"), "18 December");
    assert_eq!(said(kernel::Locale::De, "2027-01-02T09:00:00Z"), "18. Dezember 2026");
}
