use kernel::Locale;
use kernel::ids::Uuid;
use visitors::Visitor;
use visitors::checks::{Reason, Sign};

use super::below::without_time;
use super::comment::{Approve, Draft, State, once_confirmed};

fn check_refused(name: &str, website: &str, body: &str, field: &str) {
    match Draft::parse(name, website, body) {
        Err(kernel::Error::Invalid { field: found, .. }) => assert_eq!(found, field),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_missing_or_does_not_fit_is_said_at_its_field() {
    check_refused("", "", "text", "name");
    check_refused("a\r\nBcc: b@example.org", "", "text", "name");
    check_refused(&"x".repeat(1_000_000), "", "text", "name");
    check_refused("Lotte", "", "  ", "body");
    let odd =
        ["javascript:alert(1)", "ftp://a.example", "https://a", "a b.example", "https://\"><b>.example"];
    for odd in odd {
        check_refused("Lotte", odd, "text", "website");
    }
}

#[test]
fn a_website_gets_a_scheme_and_the_text_does_no_harm() {
    let draft = Draft::parse("Lotte", "www.lotte.example/x", "**Gut** <svg onload=alert(1)>").unwrap();
    assert_eq!(draft.website, "https://www.lotte.example/x");
    assert!(draft.html.contains("<strong>Gut</strong>") && !draft.html.contains("<svg"), "{}", draft.html);
}

#[test]
fn who_is_trusted_waits_only_where_everything_is_looked_at() {
    let visitor = |approved| Visitor {
        id: Uuid::nil(),
        email: None,
        is_confirmed: true,
        approved,
        language: Locale::De,
    };
    let state = |approve, approved, reasons: &[Reason]| once_confirmed(approve, &visitor(approved), reasons);
    assert_eq!(state(Approve::All, 5, &[]), State::Waiting);
    assert_eq!(state(Approve::First, 0, &[]), State::Waiting);
    assert_eq!(state(Approve::First, 1, &[]), State::Shown);
    assert_eq!(state(Approve::None, 0, &[]), State::Shown);
    let held = [Reason::new(Sign::Links, 3, 9)];
    assert_eq!(state(Approve::None, 9, &held), State::Waiting, "a reason always holds");
}

#[test]
fn a_page_is_the_same_whenever_its_form_was_given_out() {
    let page = |at: &str| format!("<p>Text</p><input name=\"began\" value=\"{at}\"><p>End</p>");
    assert_eq!(without_time(&page("1.a")), without_time(&page("2.b")));
    assert_ne!(without_time(&page("1.a")), without_time(&page("1.a").replace("Text", "More")));
    assert_eq!(without_time("<p>No form</p>"), "<p>No form</p>");
}
