use std::collections::BTreeMap;
use std::time::Duration;

use kernel::clock::Time;

use super::bayes::{Count, judge};
use super::form::Trap;
use super::reason::{Reason, Sign, from_kept, to_keep};
use super::words::{fingerprint, links, words};

const NOW: i64 = 1_700_000_000_000_000;

fn check(texts: [&str; 2], text: &str, held_by: Option<&str>) {
    let mut known: BTreeMap<String, Count> =
        words(text).into_iter().map(|it| (it, Count::default())).collect();
    for (is_bad, sample) in [(false, texts[0]), (true, texts[1])] {
        for word in words(sample) {
            let count = known.entry(word).or_default();
            if is_bad { count.bad += 5 } else { count.good += 5 }
        }
    }
    known.retain(|word, _| words(text).contains(word));
    let held = judge(Count { good: 5, bad: 5 }, &known);
    assert_eq!(held.is_some(), held_by.is_some(), "{held:?}");
    if let (Some(held), Some(by)) = (held, held_by) {
        assert!(held.iter().any(|it| it == by), "{held:?}");
    }
}

#[test]
fn what_reads_like_refused_texts_is_held_and_says_by_which_words() {
    let texts = ["Wie lade ich den Anhänger?", "Casino Bonus garantiert sofort gewinnen"];
    check(texts, "Sofort Casino Bonus, garantiert!", Some("casino"));
    check(texts, "Wie lade ich den Storch?", None);
    check(texts, "Etwas ganz anderes", None);
}

#[test]
fn a_filter_that_learnt_little_says_nothing() {
    let bad = BTreeMap::from([("casino".to_owned(), Count { good: 0, bad: 2 })]);
    assert_eq!(judge(Count { good: 0, bad: 2 }, &bad), None);
}

#[test]
fn the_trap_holds_who_is_too_fast_and_forgives_everything_else() {
    let key = "key";
    let now = Time::from(NOW);
    let sealed = |at: i64| format!("{at}.{}", super::form::sealed(key, at));
    let signs = |hidden: &str, began: &str, later: u64| -> Vec<Sign> {
        let at = now.plus(Duration::from_secs(later));
        Trap { hidden, began }.reasons(key, at).iter().map(|it| it.sign).collect()
    };
    assert_eq!(signs("", &sealed(NOW), 1), [Sign::Fast]);
    assert!(signs("", &sealed(NOW), 5).is_empty(), "at most five seconds");
    assert!(signs("", "", 0).is_empty() && signs("", "17.forged", 0).is_empty());
    assert_eq!(signs("x", &sealed(NOW), 60), [Sign::Hidden]);
}

#[test]
fn links_are_counted_however_they_are_written() {
    assert_eq!(links("nothing. here"), 0);
    assert_eq!(links("see https://a.example, (www.b.example) and [c](http://c.example)"), 3);
    assert_eq!(links("<a href=\"http://a.example\">a</a>"), 1);
}

#[test]
fn the_same_text_is_known_again() {
    assert_eq!(fingerprint("Test, test!"), fingerprint("test TEST"));
    assert_ne!(fingerprint("test"), fingerprint("toast"));
}

#[test]
fn reasons_come_back_as_they_were_kept() {
    let reasons = vec![Reason::new(Sign::Links, 3, 7)];
    assert_eq!(from_kept(&to_keep(&reasons)), reasons);
    assert!(from_kept("nonsense").is_empty());
}
