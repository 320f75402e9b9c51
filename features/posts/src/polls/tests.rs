use kernel::clock::Time;
use kernel::ids::Uuid;
use proptest::prelude::*;

use super::poll::{Ballot, Choice, OPTIONS_MAX, Poll};

fn at(hour: i64) -> Time {
    Time::from(hour * 3_600_000_000)
}

fn noon() -> Time {
    at(12)
}

fn poll(multiple: bool, closes_at: Option<Time>) -> Poll {
    let choice = |number: u128| Choice {
        id: Uuid::from_u128(number),
        text: number.to_string(),
        votes: 0,
        mine: false,
        names: Vec::new(),
    };
    let choices = (1..=3).map(choice).collect();
    Poll { multiple, named: false, closes_at: closes_at.map(Time::micros), choices, voters: 0 }
}

fn check(poll: &Poll, chosen: &[u128], expected: Option<&[u128]>) {
    let ids = |numbers: &[u128]| numbers.iter().map(|it| Uuid::from_u128(*it)).collect::<Vec<_>>();
    assert_eq!(poll.choose(&ids(chosen), noon()).ok(), expected.map(ids));
}

#[test]
fn one_is_chosen_or_none() {
    check(&poll(false, None), &[2], Some(&[2]));
    check(&poll(false, None), &[2, 2], Some(&[2]));
    check(&poll(false, None), &[], Some(&[]));
    check(&poll(false, None), &[1, 2], None);
    check(&poll(false, None), &[9], None);
}

#[test]
fn several_are_chosen_where_several_may_be() {
    check(&poll(true, None), &[3, 1, 3], Some(&[3, 1]));
}

#[test]
fn when_it_is_over_nothing_is_chosen_and_all_see_what_came_of_it() {
    let over = poll(false, Some(at(12)));
    check(&over, &[1], None);
    check(&over, &[], None);
    assert!(over.shows_results(noon()));
    let open = poll(false, Some(at(13)));
    check(&open, &[1], Some(&[1]));
    assert!(!open.shows_results(noon()), "she has not voted");
}

fn parsed(options: &[&str]) -> bool {
    Ballot::parse(options.iter().copied(), false, false, None, noon()).is_ok()
}

#[test]
fn a_ballot_has_at_least_two_different_lines() {
    assert!(parsed(&["Montag", "Dienstag"]));
    for odd in [&[][..], &["allein"], &["gleich", "Gleich "], &["", "x"], &["a\nb", "c"], &["\u{202e}a", "b"]]
    {
        assert!(!parsed(odd), "{odd:?}");
    }
    assert!(!parsed(&vec!["x"; 500]));
}

#[test]
fn it_does_not_end_before_it_begins() {
    let ends = |hour| Ballot::parse(["a", "b"], false, false, Some(at(hour)), noon()).is_ok();
    assert_eq!([ends(11), ends(12), ends(13)], [false, false, true]);
}

proptest! {
    #[test]
    fn whatever_is_sent_a_ballot_is_in_bounds_or_refused(
        options in proptest::collection::vec(".{0,130}", 0..30),
    ) {
        if let Ok(it) = Ballot::parse(options.iter().map(String::as_str), true, false, None, noon()) {
            prop_assert!((2..=OPTIONS_MAX).contains(&it.options.len()));
            prop_assert!(it.options.iter().all(|it| !it.is_empty() && !it.contains(char::is_control)));
        }
    }

    #[test]
    fn shares_stay_below_a_hundred(votes in 0_i64..50, more in 0_i64..50) {
        let mut poll = poll(true, None);
        poll.voters = votes + more;
        poll.choices[0].votes = votes;
        prop_assert!((0..=100).contains(&poll.share(&poll.choices[0])));
    }
}
