use super::body::{BODY_LENGTH_MAX_CHARS, Body};
use super::post::{Kind, title};

fn check(body: &str, expected: &str) {
    assert_eq!(title(body), expected);
}

#[test]
fn a_post_is_called_by_its_first_line() {
    check("# Betriebsferien\n\nVom 24. an.", "Betriebsferien");
    check("Wer fährt zur **Messe**? Bitte melden.", "Wer fährt zur Messe? Bitte melden.");
    check("\n\n- eins\n- zwei", "eins");
}

#[test]
fn a_long_first_line_ends_behind_a_word() {
    let long =
        "Die Spedition kommt diese Woche schon am Mittwoch statt am Donnerstag, und zwar gegen Mittag.";
    check(long, "Die Spedition kommt diese Woche schon am Mittwoch statt am Donnerstag, und zwar …");
    let one_word = "x".repeat(200);
    assert_eq!(title(&one_word), format!("{} …", "x".repeat(80)));
}

#[test]
fn what_has_no_words_is_called_something_and_turns_nothing_around() {
    check("---", "…");
    check("\u{202e}Hallo", "Hallo");
}

fn refused(text: &str) -> bool {
    Body::parse(text).is_err()
}

#[test]
fn a_body_says_something_and_not_too_much() {
    assert!(refused(" \n "));
    assert!(refused("a\u{7}b"));
    assert!(refused(&"x".repeat(BODY_LENGTH_MAX_CHARS + 1)));
    assert!(!refused(&"x".repeat(BODY_LENGTH_MAX_CHARS)));
}

#[test]
fn a_kind_is_read_by_the_word_it_is_written_with() {
    for kind in [Kind::Post, Kind::Question, Kind::Announcement, Kind::Praise] {
        assert_eq!(Kind::parse(kind.code()).unwrap(), kind);
    }
    assert!(Kind::parse("poem").is_err());
}
