use proptest::prelude::*;

use super::anchor::{Anchor, State};
use super::find::{Finding, Sought, find};
use super::fuzzy::{changes, closest};
use super::line::plain_line;

const TEXT: &str = "Der Anhänger läuft täglich. Die Deichsel misst 600 mm, damit auch Räder einlenken. \
                    Die Stützlast misst 7 bis 9 kg.";

fn sought(quote: &str, prefix: &str, suffix: &str) -> Sought {
    Sought::of(&Anchor::parse(quote, prefix, suffix, None).unwrap())
}

/// Looks for the quote in `text`; `expected` is the state and the words that are pointed to.
fn check(text: &str, (quote, prefix, suffix): (&str, &str, &str), expected: (State, Option<&str>)) {
    let line = plain_line(text);
    let found = find(&line, &sought(quote, prefix, suffix), None);
    let words = found.range.clone().map(|range| &line[range]);
    assert_eq!((found.state, words), expected, "{quote:?} in {text:?}");
}

const DRAWBAR: (&str, &str, &str) =
    ("Die Deichsel misst 600 mm", "läuft täglich. ", ", damit auch Räder einlenken");

#[test]
fn what_stands_there_as_before_is_held() {
    check(TEXT, DRAWBAR, (State::Held, Some("Die Deichsel misst 600 mm")));
    check(TEXT, ("Die Stützlast", "", ""), (State::Held, Some("Die Stützlast")));
    check(&TEXT.replace(' ', "\n  "), DRAWBAR, (State::Held, Some("Die Deichsel misst 600 mm")));
}

#[test]
fn what_stands_among_other_words_has_moved() {
    let text = "Ganz vorn steht nun: Die Deichsel misst 600 mm. Der Rest ist neu.";
    check(text, DRAWBAR, (State::Moved, Some("Die Deichsel misst 600 mm")));
}

#[test]
fn what_was_changed_a_little_has_moved_and_shows_its_new_words() {
    check(&TEXT.replace("600", "640"), DRAWBAR, (State::Moved, Some("Die Deichsel misst 640 mm")));
}

#[test]
fn what_was_changed_altogether_is_lost() {
    check("Ganz anderer Text.", DRAWBAR, (State::Lost, None));
    check(
        &TEXT.replace("Die Deichsel misst 600 mm", "Gelenkt wird jetzt hinten"),
        DRAWBAR,
        (State::Lost, None),
    );
    check("Das Rad steht im Hof.", ("Rad", "am hinteren linken ", " ist ein Schlag"), (State::Lost, None));
}

#[test]
fn what_stands_there_twice_is_decided_by_its_surroundings_or_not_at_all() {
    let rows = "Nord: 5 Stück. Ost: 5 Stück. Süd: 5 Stück.";
    check(rows, ("5 Stück", "Ost: ", ". Süd:"), (State::Held, Some("5 Stück")));
    let found = find(&plain_line(rows), &sought("5 Stück", "Ost: ", ". Süd:"), None);
    assert_eq!(found.range.unwrap().start, rows.find("Ost: ").unwrap() + 5);
    check(rows, ("5 Stück", "", ""), (State::Moved, None));
    check(rows, ("5 Stück", "West geht leer aus: ", ""), (State::Lost, None));
}

#[test]
fn a_ligature_and_a_soft_hyphen_are_read_as_the_page_shows_them() {
    check("Die Prü\u{ad}fung der Ga\u{308}ste\u{fb02}äche", ("Prüfung der Gästefläche", "", ""), {
        (State::Held, Some("Prüfung der Gästefläche"))
    });
}

#[test]
fn a_selection_that_is_too_long_is_quoted_from_its_beginning() {
    let anchor = Anchor::chosen(&"Wort ".repeat(300), "davor", "danach", "x").unwrap().unwrap();
    assert!(anchor.quote.chars().count() <= 500 && anchor.suffix.is_empty() && anchor.page.is_none());
    assert!(Anchor::chosen(" \n", "", "", "").unwrap().is_none());
    assert!(Anchor::parse(&"x".repeat(501), "", "", None).is_err());
    assert!(Anchor::parse("x\u{7}", "", "", None).is_err());
    assert!(Anchor::parse("x", "", "", Some(0)).is_err());
}

/// The edit distance to the best piece of a text, by trying all of them.
fn fewest_changes(sought: &[char], text: &[char]) -> usize {
    let pieces = (0..=text.len()).flat_map(|from| (from..=text.len()).map(move |to| from..to));
    pieces.map(|piece| changes(sought, &text[piece])).min().unwrap()
}

prop_compose! {
    /// Words of a small alphabet, so that they repeat often, and a passage of them.
    fn text_and_passage()(
        words in prop::collection::vec("[abä]{1,4}|Deichsel|600", 4..60),
        from in any::<prop::sample::Index>(),
        length in 1..6_usize,
    ) -> (Vec<String>, usize, usize) {
        let from = from.index(words.len());
        let to = (from + length).min(words.len());
        (words, from, to)
    }
}

/// What the browser sends: up to 32 letters before and behind.
fn anchor_of(words: &[String], from: usize, to: usize) -> Sought {
    let before: String = words[..from].join(" ");
    let after: String = words[to..].join(" ");
    let skipped = before.chars().count().saturating_sub(32);
    let prefix: String = before.chars().skip(skipped).collect();
    let suffix: String = after.chars().take(32).collect();
    sought(&words[from..to].join(" "), &prefix, &suffix)
}

proptest! {
    #[test]
    fn words_put_in_elsewhere_never_lead_to_other_words(
        (words, from, to) in text_and_passage(),
        at in any::<prop::sample::Index>(),
        added in prop::collection::vec("[abä]{1,4}|Deichsel", 0..8),
    ) {
        let anchor = anchor_of(&words, from, to);
        let at = at.index(words.len() + 1);
        prop_assume!(at <= from || at >= to);
        let mut changed = words.clone();
        changed.splice(at..at, added.iter().cloned());
        let start = if at <= from { from + added.len() } else { from };
        let place = changed[..start].join(" ").len() + usize::from(start > 0);
        let text = changed.join(" ");

        let found = find(&text, &anchor, None);
        if let Some(range) = &found.range {
            prop_assert_eq!(&text[range.clone()], &*anchor.quote);
            let alone = text.find(&anchor.quote) == text.rfind(&anchor.quote);
            prop_assert!(!alone || range.start == place);
        }
        prop_assert_ne!(found.state, State::None);
    }

    #[test]
    fn in_the_same_text_it_is_held_or_stands_there_more_than_once((words, from, to) in text_and_passage()) {
        let (text, anchor) = (words.join(" "), anchor_of(&words, from, to));
        let place = words[..from].join(" ").len() + usize::from(from > 0);
        match find(&text, &anchor, None) {
            Finding { state: State::Held, range: Some(range) } => prop_assert_eq!(range.start, place),
            Finding { state: State::Moved, range: None } => {
                prop_assert!(text.find(&anchor.quote) != text.rfind(&anchor.quote));
            }
            other => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn what_is_found_again_reads_much_like_what_was_sought(
        (words, from, to) in text_and_passage(),
        (other, ..) in text_and_passage(),
        place in prop::option::of(0..400_usize),
    ) {
        let (anchor, text) = (anchor_of(&words, from, to), other.join(" "));
        if let Some(range) = find(&text, &anchor, place).range {
            let quote: Vec<char> = anchor.quote.chars().collect();
            let found: Vec<char> = text[range].chars().collect();
            prop_assert!(changes(&quote, &found) * 5 <= quote.len(), "{} for {}", text, anchor.quote);
        }
    }

    #[test]
    fn the_closest_piece_is_the_closest(quote in "[abä]{1,10}", text in "[abä]{0,24}", most in 0..5_usize) {
        let (letters, all): (Vec<char>, Vec<char>) = (quote.chars().collect(), text.chars().collect());
        let fewest = fewest_changes(&letters, &all);
        match closest(&letters, &text, most) {
            Some((count, range)) => {
                prop_assert_eq!(count, fewest);
                let found: Vec<char> = text[range].chars().collect();
                prop_assert_eq!(changes(&letters, &found), count);
            }
            None => prop_assert!(fewest > most || fewest == letters.len()),
        }
    }
}
