use access::Visibility::{self, Customers, Internal, Private, Public};

use super::space::{Space, is_wider, parse_about};
use crate::hooks::first_line;

fn space(title: &str, visibility: Visibility) -> Space {
    let id = kernel::ids::Uuid::nil();
    Space { id, title: title.to_owned(), visibility, about: String::new(), role: None, members: 0 }
}

#[test]
fn a_door_opens_when_somebody_reads_who_did_not_before() {
    for (now, then) in [(Private, Internal), (Private, Public), (Customers, Internal), (Internal, Public)] {
        assert!(is_wider(now, then) && !is_wider(then, now), "{now:?} {then:?}");
    }
    assert!(!is_wider(Private, Customers) && !is_wider(Customers, Private), "both are read by members alone");
}

#[test]
fn every_change_has_its_own_etag() {
    let before = space("Travel", Private);
    assert_eq!(before.etag(), space("Travel", Private).etag());
    assert_ne!(before.etag(), space("Travels", Private).etag());
    assert_ne!(before.etag(), space("Travel", Public).etag());
    assert_ne!(before.etag(), Space { about: "By train.".into(), ..before.clone() }.etag());
}

#[test]
fn a_description_may_have_several_lines_and_no_control_characters() {
    assert_eq!(parse_about(" By train.\r\nOr by ship. ").unwrap(), "By train.\nOr by ship.");
    assert!(parse_about("By\u{0}train").is_err());
    assert!(parse_about(&"x".repeat(1_001)).is_err());
}

#[test]
fn a_list_shows_the_first_line_cut_at_a_word() {
    assert_eq!(first_line("By train.\nOr by ship."), "By train.");
    let long = "word ".repeat(60);
    let line = first_line(&long);
    assert!(line.ends_with("word …") && line.chars().count() <= 142, "{line}");
}
