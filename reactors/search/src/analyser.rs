//! From a text to the words it is found by: without case and accents, in the forms that German and English
//! have.

use std::collections::BTreeSet;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What one object is found by; a book has fewer different words.
const TOKENS_MAX: usize = 60_000;

/// Longer ones are cut: nobody types them.
const TOKEN_LENGTH_MAX_CHARS: usize = 64;

/// From here on the beginning of a word finds it: German puts words together.
const PREFIX_LENGTH_MIN_CHARS: usize = 3;

/// More words than this in a question narrow nothing down.
const QUESTION_WORDS_MAX: usize = 12;

pub(crate) struct Analyser {
    german: Stemmer,
    english: Stemmer,
}

impl Default for Analyser {
    fn default() -> Self {
        Self { german: Stemmer::create(Algorithm::German), english: Stemmer::create(Algorithm::English) }
    }
}

/// One word of a question: all the forms that it may have in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    forms: BTreeSet<String>,
    /// The beginning of a longer word, if it is long enough for that.
    prefix: Option<String>,
}

impl Asked {
    /// Whether one of these words of a text is meant.
    pub fn is_in(&self, tokens: &BTreeSet<String>) -> bool {
        let begins = |prefix: &String| tokens.iter().any(|it| it.starts_with(prefix.as_str()));
        !self.forms.is_disjoint(tokens) || self.prefix.as_ref().is_some_and(begins)
    }

    /// Cheaper than [`Asked::is_in`], and right whenever it says no.
    pub fn may_be(&self, folded: &str) -> bool {
        let begins_alike = |form: &String| {
            let same = form.chars().zip(folded.chars()).take_while(|(a, b)| a == b).count();
            same >= PREFIX_LENGTH_MIN_CHARS.min(form.chars().count())
        };
        self.forms.iter().chain(&self.prefix).any(begins_alike)
    }
}

/// The words of a text with the places where they stand, in bytes.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let inside = |it: char| it.is_alphanumeric() || it == '\u{ad}' || is_combining_mark(it);
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        while rest.next_if(|(_, it)| !inside(*it)).is_some() {}
        let (start, first) = rest.next()?;
        let mut end = start + first.len_utf8();
        // Chinese and Japanese put no spaces between words: each character is one.
        if !is_ideograph(first) {
            while let Some((at, it)) = rest.next_if(|(_, it)| inside(*it) && !is_ideograph(*it)) {
                end = at + it.len_utf8();
            }
        }
        Some((start, &text[start..end]))
    })
}

fn is_ideograph(it: char) -> bool {
    let blocks =
        ['\u{3040}'..='\u{30ff}', '\u{3400}'..='\u{4dbf}', '\u{4e00}'..='\u{9fff}', '\u{f900}'..='\u{faff}'];
    blocks.iter().any(|block| block.contains(&it))
}

/// Lower case, one form of each letter (NFKC), no soft hyphens.
fn lower(word: &str) -> String {
    let whole = word.chars().filter(|it| *it != '\u{ad}').nfkc().flat_map(char::to_lowercase);
    whole.take(TOKEN_LENGTH_MAX_CHARS).collect()
}

/// Without accents; ß is ss.
pub(crate) fn fold(word: &str) -> String {
    let spelled = lower(word).replace('ß', "ss");
    spelled.nfkd().filter(|it| !is_combining_mark(*it)).filter(|it| it.is_alphanumeric()).collect()
}

/// As somebody writes who has no umlauts on the keyboard.
fn spelled_out(lower: &str) -> Option<String> {
    let has_umlaut = lower.contains(['ä', 'ö', 'ü']);
    has_umlaut.then(|| fold(&lower.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue")))
}

impl Analyser {
    /// All forms of one word.
    pub fn forms(&self, word: &str) -> BTreeSet<String> {
        let lower = lower(word);
        let folded = fold(&lower);
        let mut forms = BTreeSet::new();
        forms.insert(fold(&self.german.stem(&lower.replace('ß', "ss"))));
        forms.insert(fold(&self.english.stem(&folded)));
        if let Some(spelled) = spelled_out(&lower) {
            forms.insert(fold(&self.german.stem(&spelled)));
            forms.insert(spelled);
        }
        // "Muenster" is meant as "Münster"; that it also finds what is really spelled so does no harm.
        let umlauts = folded.replace("ae", "a").replace("oe", "o").replace("ue", "u");
        if umlauts != folded {
            forms.insert(umlauts);
        }
        forms.insert(folded);
        forms.remove("");
        forms
    }

    /// Everything that a text is found by.
    pub fn tokens(&self, text: &str) -> BTreeSet<String> {
        let mut tokens = BTreeSet::new();
        let mut seen = BTreeSet::new();
        for (_, word) in words(text) {
            if tokens.len() >= TOKENS_MAX {
                break;
            }
            if seen.insert(word) {
                tokens.extend(self.forms(word));
            }
        }
        tokens
    }

    /// The words of a question; each has to be there.
    pub fn question(&self, text: &str) -> Vec<Asked> {
        let asked = words(text).take(QUESTION_WORDS_MAX).map(|(_, word)| {
            let folded = fold(word);
            let prefix = (folded.chars().count() >= PREFIX_LENGTH_MIN_CHARS).then_some(folded);
            Asked { forms: self.forms(word), prefix }
        });
        asked.filter(|it| !it.forms.is_empty()).collect()
    }
}

/// The question in FTS5's language. It is made of analysed words alone, which are letters and digits.
pub(crate) fn for_sqlite(question: &[Asked]) -> String {
    let group = |asked: &Asked| {
        let mut forms: Vec<String> = asked.forms.iter().map(|it| format!("\"{it}\"")).collect();
        forms.extend(asked.prefix.iter().map(|it| format!("\"{it}\"*")));
        format!("({})", forms.join(" OR "))
    };
    question.iter().map(group).collect::<Vec<_>>().join(" AND ")
}

/// The same as a `tsquery`.
pub(crate) fn for_postgres(question: &[Asked]) -> String {
    let group = |asked: &Asked| {
        let mut forms: Vec<String> = asked.forms.iter().map(|it| format!("'{it}'")).collect();
        forms.extend(asked.prefix.iter().map(|it| format!("'{it}':*")));
        format!("({})", forms.join(" | "))
    };
    question.iter().map(group).collect::<Vec<_>>().join(" & ")
}

#[cfg(test)]
mod tests {
    use super::{Analyser, for_postgres, for_sqlite, words};

    fn check(text: &str, question: &str, found: bool) {
        let analyser = Analyser::default();
        let (tokens, question) = (analyser.tokens(text), analyser.question(question));
        assert_eq!(question.iter().all(|it| it.is_in(&tokens)), found, "{question:?} in {text}");
    }

    #[test]
    fn other_forms_of_a_word_are_found() {
        for (text, question) in [
            ("Der Kühlschrank steht noch.", "Kühlschränke"),
            ("viele Häuser", "Haus"),
            ("die Verträge", "Vertrag"),
            ("running late", "run"),
            ("Lange Straße 5", "strasse"),
            ("in Münster", "Muenster"),
            ("in Muenster", "Münster"),
            ("Wiedereingliederungsgespräch", "Wiedereingliederung"),
            ("lastenheft_kranich-xl.pdf", "kranich"),
            ("Über\u{ad}gabe", "Übergabe"),
        ] {
            check(text, question, true);
        }
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        check("Der Kühlschrank steht noch.", "Kühlschrank Pflanze", false);
        check("Haus", "Hausmeister", false);
    }

    #[test]
    fn no_question_becomes_a_command() {
        for hostile in ["a* OR (", "\"\"\"\"", "') | ('x", "title: x NEAR(", "%22 -- ;", "\\", "&|!<->"] {
            let question = Analyser::default().question(hostile);
            let sqlite = for_sqlite(&question);
            assert_eq!(sqlite.matches('"').count() % 2, 0, "{sqlite}");
            let plain = |it: char| it.is_alphanumeric() || "'()|&:* ".contains(it);
            assert!(for_postgres(&question).chars().all(plain));
        }
    }

    #[test]
    fn words_know_where_they_stand() {
        let found: Vec<_> = words("Ein Satz, kurz.").collect();
        assert_eq!(found, [(0, "Ein"), (4, "Satz"), (10, "kurz")]);
    }
}
