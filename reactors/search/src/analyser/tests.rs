use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

use super::{Analyser, Match, QUESTION_WORDS_MAX, TOKENS_MAX_BYTES, words};

fn check(text: &str, question: &str, found: bool) {
    let analyser = Analyser::default();
    let (tokens, question) = (analyser.tokens(text), analyser.question(question));
    assert_eq!(question.iter().all(|it| it.is_in(&tokens)), found, "{question:?} in {text}");
}

#[test]
fn other_forms_of_a_word_are_found() {
    for (text, question) in [
        ("Der Kühlschrank steht noch.", "Kühlschränke"),
        ("Der Kühlschrank steht noch.", "Kuehlschraenke"),
        ("Der Kühlschrank steht noch.", "kuhlschranke"),
        ("zwei Kuehlschraenke", "Kühlschrank"),
        ("viele Häuser", "Haus"),
        ("ein Haus", "Häuser"),
        ("die Verträge", "Vertrag"),
        ("der Vertrag", "Verträge"),
        ("running late", "run"),
        ("we run", "running"),
        ("Lange Straße 5", "strasse"),
        ("Lange Strasse 5", "Straße"),
        ("in Münster", "Muenster"),
        ("in Muenster", "Münster"),
        ("in Mu\u{308}nster", "Münster"),
        ("ein café", "cafe"),
    ] {
        check(text, question, true);
    }
}

#[test]
fn the_beginning_of_a_compound_finds_it() {
    check("Wiedereingliederungsgespräch", "Wiedereingliederung", true);
    check("Der Kühlschrank", "Kühl", true);
    check("Der Kühlschrank", "Kuehl", true);
    check("Haus", "Hausmeister", false);
}

#[test]
fn the_last_word_may_still_be_on_its_way() {
    check("Kranich XL", "kranich xl", true);
    check("Kranich Xanten", "kranich xa", true);
    check("Kranich Xanten", "xa kranich", false);
    check("Kranich Xanten", "kranich x", false);
}

#[test]
fn names_of_files_numbers_and_addresses_fall_into_words() {
    check("lastenheft_kranich-xl.pdf", "kranich", true);
    check("lastenheft_kranich-xl.pdf", "lastenheft kranich pdf", true);
    check("an jens.terhorst@zugvogel.example", "terhorst", true);
    check("M12 x 1,5", "m12", true);
    check("Über\u{ad}gabe", "Übergabe", true);
    check("工作表1", "作", true);
}

#[test]
fn every_word_has_to_be_there() {
    check("Der Kühlschrank steht noch.", "Kühlschrank Pflanze", false);
    check("Der Kühlschrank steht noch.", "noch Kühlschrank", true);
}

#[test]
fn a_question_reads_like_this() {
    let question = Analyser::default().question("Verträge ab");
    let all = Match::anywhere(&question, "pdf");
    let sqlite = r#"("vertraeg" OR "vertraege" OR "vertrag" OR "vertrage" OR "vertrage"*)"#;
    assert_eq!(all.sqlite, format!(r#"{sqlite} AND ("ab" OR "ab"*) AND "¶pdf""#));
    let titles = Match::in_titles(&question[1..], "");
    assert_eq!((titles.sqlite, titles.postgres), (r#"("§ab" OR "§ab"*)"#.into(), "('§ab' | '§ab':*)".into()));
}

#[test]
fn no_question_becomes_a_command() {
    for hostile in
        ["a* OR (", "\"\"\"\"", "') | ('x", "title: x NEAR(", "%22 -- ;", "\\", "&|!<->", "§a ¶person"]
    {
        well_formed(hostile);
    }
}

#[test]
fn a_text_of_endless_words_stays_within_bounds() {
    let text: String = (0..40_000).map(|it| format!("{it}{} ", "ü".repeat(60))).collect();
    let entry = Analyser::default().entry("Titel", &text, ["document", "text"]);
    assert!(entry.len() < TOKENS_MAX_BYTES * 5 / 4, "{}", entry.len());
}

#[test]
fn words_know_where_they_stand() {
    let found: Vec<_> = words("Ein Satz, kurz.").collect();
    assert_eq!(found, [(0, "Ein"), (4, "Satz"), (10, "kurz")]);
}

/// Groups of quoted words and nothing else.
fn well_formed(typed: &str) {
    let question = Analyser::default().question(typed);
    let Match { sqlite, postgres } = Match::anywhere(&question, "");
    for (text, quote, and, or) in [(sqlite, '"', " AND ", " OR "), (postgres, '\'', " & ", " | ")] {
        if question.is_empty() {
            assert_eq!(text, "");
            continue;
        }
        for group in text.split(and) {
            let inner = group.strip_prefix('(').and_then(|it| it.strip_suffix(')')).unwrap();
            for form in inner.split(or) {
                let form = form.trim_end_matches('*').trim_end_matches(':');
                let word = form.strip_prefix(quote).and_then(|it| it.strip_suffix(quote)).unwrap();
                assert!(!word.is_empty() && word.chars().all(char::is_alphanumeric), "{typed}: {form}");
            }
        }
    }
}

proptest! {
    #[test]
    fn whatever_is_typed_the_engines_understand(typed in any::<String>()) {
        well_formed(&typed);
        prop_assert!(Analyser::default().question(&typed).len() <= QUESTION_WORDS_MAX);
    }

    #[test]
    fn a_text_is_found_by_each_of_its_words(text in any::<String>()) {
        let analyser = Analyser::default();
        let tokens = analyser.tokens(&text);
        for (at, word) in words(&text) {
            prop_assert_eq!(&text[at..at + word.len()], word);
            prop_assert!(analyser.question(word).iter().all(|it| it.is_in(&tokens)), "{}", word);
        }
    }

    #[test]
    fn the_quick_look_never_says_no_to_what_is_meant(text in "[a-zäöüß]{2,12}", asked in "[a-zäöüß]{2,12}") {
        let analyser = Analyser::default();
        for question in analyser.question(&asked) {
            if question.is_in(&analyser.forms(&text)) {
                prop_assert!(question.may_be(&super::fold(&text)), "{} in {}", asked, text);
            }
        }
    }
}
