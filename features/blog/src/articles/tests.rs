use kernel::Error;
use proptest::prelude::{prop_assert, proptest};

use super::article::{minutes, tags, teaser};
use super::publish::is_at_home;
use super::release::{below_a_heading, differs};
use super::slug;

fn check(title: &str, expected: &str) {
    assert_eq!(slug::of_title(title), expected, "{title}");
}

#[test]
fn an_address_is_made_of_the_title() {
    check("Und wieder was gelernt", "und wieder was gelernt".replace(' ', "-").as_str());
    check("Über 30 Räder & mehr", "ueber-30-raeder-mehr");
    check("Wie geht’s weiter?", "wie-gehts-weiter");
    check("Straße — Café", "strasse-cafe");
    check("日本", "article");
    check("", "article");
    let long = slug::of_title(&"Donaudampfschiff ".repeat(20));
    assert!(long.len() <= slug::SLUG_LENGTH_MAX_CHARS && long.ends_with("donaudampfschiff"), "{long}");
    assert_eq!([slug::numbered("a", 1), slug::numbered("a", 2)], ["a", "a-2"]);
}

proptest! {
    #[test]
    fn every_made_address_may_be_typed_as_well(title in "\\PC{0,200}") {
        let slug = slug::of_title(&title);
        prop_assert!(slug::parse(&slug).is_ok(), "{slug}");
    }
}

#[test]
fn what_is_no_address_is_refused() {
    for wrong in ["", " ", "-a", "a-", "A", "a b", "a/b", "feed.atom", &"a".repeat(81)] {
        assert!(matches!(slug::parse(wrong), Err(Error::Invalid { field: "slug", .. })), "{wrong}");
    }
}

#[test]
fn a_tag_stands_once_and_there_are_few() {
    let made = tags("Lernen, lernen,  , Räder".split(',')).unwrap();
    let made: Vec<_> = made.iter().map(|it| (it.key.as_str(), it.tag.as_str())).collect();
    assert_eq!(made, [("lernen", "Lernen"), ("raeder", "Räder")]);
    let many: Vec<String> = (0..11).map(|it| format!("tag {it}")).collect();
    assert!(tags(many.iter().map(String::as_str)).is_err());
}

#[test]
fn a_teaser_is_one_line() {
    assert_eq!(teaser(" Ein\nSatz. ").unwrap(), "Ein Satz.");
    assert!(teaser(&"x".repeat(301)).is_err());
}

#[test]
fn reading_takes_a_minute_at_least() {
    assert_eq!([minutes(0), minutes(220), minutes(221)], [1, 1, 2]);
}

#[test]
fn headings_of_the_text_stand_below_that_of_the_article() {
    assert_eq!(below_a_heading("<h1>A</h1><h2>B</h2><h6>C</h6>"), "<h2>A</h2><h3>B</h3><h6>C</h6>");
    assert_eq!(below_a_heading("<h2>B</h2>"), "<h2>B</h2>");
}

#[test]
fn the_same_text_with_pictures_elsewhere_is_the_same() {
    assert!(!differs("<p>a</p><img src=\"/a\" alt=\"\">", "<p>a</p><img src=\"/b\" alt=\"\">"));
    assert!(differs("<p>a</p>", "<p>b</p>"));
}

#[test]
fn only_this_machine_is_at_home() {
    for home in ["http://127.0.0.1:8080", "http://localhost", "http://[::1]:80"] {
        assert!(is_at_home(home), "{home}");
    }
    for away in ["https://zugvogel.example", "http://10.0.0.1", "https://localhost.example"] {
        assert!(!is_at_home(away), "{away}");
    }
}
