//! From a text to the words it is found by: without case and accents, in the forms that German and English
//! have.

use std::collections::BTreeSet;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What one object is found by; a book has fewer different words.
const TOKENS_MAX: usize = 60_000;

/// All of them together. PostgreSQL keeps at most 1 MiB for one row, marks and titles among it.
const TOKENS_MAX_BYTES: usize = 800_000;

/// Longer ones are cut: nobody types them.
const TOKEN_LENGTH_MAX_CHARS: usize = 64;

/// From here on the beginning of a word finds it: German puts words together.
const PREFIX_LENGTH_MIN_CHARS: usize = 3;

/// The last word may still be on its way. A single letter would begin half of all words there are.
const LAST_PREFIX_LENGTH_MIN_CHARS: usize = 2;

/// Stands before each word of a title, so that titles can be asked alone. No word of a text holds it.
const TITLE_MARK: char = '§';

/// Stands before the kind and the family of what is found.
const KIND_MARK: char = '¶';

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
            forms.insert(fold(&self.german.stem(&umlauts)));
            forms.insert(umlauts);
        }
        forms.insert(folded);
        forms.remove("");
        forms
    }

    /// Everything that a text is found by.
    pub fn tokens(&self, text: &str) -> BTreeSet<String> {
        let (mut tokens, mut bytes) = (BTreeSet::new(), 0);
        let mut seen = BTreeSet::new();
        for (_, word) in words(text) {
            if tokens.len() >= TOKENS_MAX || bytes >= TOKENS_MAX_BYTES {
                break;
            }
            if seen.insert(word) {
                let fresh = self.forms(word).into_iter().filter(|it| !tokens.contains(it));
                let fresh: Vec<String> = fresh.collect();
                bytes += fresh.iter().map(String::len).sum::<usize>();
                tokens.extend(fresh);
            }
        }
        tokens
    }

    /// Everything that an entry is found by, separated by blanks. `kinds` are words of ours, plain letters.
    pub fn entry(&self, title: &str, text: &str, kinds: [&str; 2]) -> String {
        let titled = self.tokens(title);
        let mut all = self.tokens(text);
        all.extend(titled.iter().map(|it| format!("{TITLE_MARK}{it}")));
        all.extend(titled);
        all.extend(kinds.map(|it| format!("{KIND_MARK}{it}")));
        all.into_iter().collect::<Vec<_>>().join(" ")
    }

    /// The words of a question; each has to be there.
    pub fn question(&self, text: &str) -> Vec<Asked> {
        let found: Vec<&str> = words(text).take(QUESTION_WORDS_MAX).map(|(_, word)| word).collect();
        let asked = found.iter().enumerate().map(|(at, word)| {
            let is_last = at + 1 == found.len();
            let least = if is_last { LAST_PREFIX_LENGTH_MIN_CHARS } else { PREFIX_LENGTH_MIN_CHARS };
            let folded = fold(word);
            let prefix = (folded.chars().count() >= least).then_some(folded);
            Asked { forms: self.forms(word), prefix }
        });
        asked.filter(|it| !it.forms.is_empty()).collect()
    }
}

/// A question in the languages of both engines: FTS5's, and a `tsquery`. It is made of analysed words alone,
/// which are letters and digits, so that nothing typed becomes a command.
#[derive(Clone, Debug)]
pub(crate) struct Match {
    pub sqlite: String,
    pub postgres: String,
}

impl Match {
    /// In title or text; of one kind or family, unless that is empty.
    pub fn anywhere(question: &[Asked], kind: &str) -> Self {
        Self::of(question, kind, "")
    }

    /// In the title alone.
    pub fn in_titles(question: &[Asked], kind: &str) -> Self {
        let mut mark = [0; 2];
        Self::of(question, kind, TITLE_MARK.encode_utf8(&mut mark))
    }

    fn of(question: &[Asked], kind: &str, mark: &str) -> Self {
        let mut sqlite: Vec<String> =
            question.iter().map(|it| group(it, mark, ["\"", " OR ", "*"])).collect();
        let mut postgres: Vec<String> =
            question.iter().map(|it| group(it, mark, ["'", " | ", ":*"])).collect();
        if !kind.is_empty() {
            sqlite.push(format!("\"{KIND_MARK}{kind}\""));
            postgres.push(format!("'{KIND_MARK}{kind}'"));
        }
        Self { sqlite: sqlite.join(" AND "), postgres: postgres.join(" & ") }
    }
}

/// All forms of one word, in the signs of an engine: quote, or, and what stands behind a beginning.
fn group(asked: &Asked, mark: &str, [quote, or, more]: [&str; 3]) -> String {
    let mut forms: Vec<String> = asked.forms.iter().map(|it| format!("{quote}{mark}{it}{quote}")).collect();
    forms.extend(asked.prefix.iter().map(|it| format!("{quote}{mark}{it}{quote}{more}")));
    format!("({})", forms.join(or))
}

#[cfg(test)]
mod tests;
