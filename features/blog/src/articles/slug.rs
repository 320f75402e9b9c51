//! The last part of an article's address: small letters, digits and hyphens.

use kernel::{Error, Result};
use unicode_normalization::UnicodeNormalization;

/// Fits a line of a letter.
pub(crate) const SLUG_LENGTH_MAX_CHARS: usize = 80;

/// What stands there if a title has no letter that an address knows.
const NAMELESS: &str = "article";

/// "Über 30 Räder & mehr" becomes `ueber-30-raeder-mehr`; empty for a text without letters and digits.
pub(crate) fn of(text: &str) -> String {
    let mut slug = String::new();
    for letter in text.to_lowercase().chars().flat_map(spelled) {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    if slug.len() > SLUG_LENGTH_MAX_CHARS {
        slug.truncate(SLUG_LENGTH_MAX_CHARS);
        // At a word, unless there is only one.
        if let Some(end) = slug.rfind('-').filter(|end| *end > SLUG_LENGTH_MAX_CHARS / 2) {
            slug.truncate(end);
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// As [`of`], and never empty.
pub(crate) fn of_title(title: &str) -> String {
    let slug = of(title);
    if slug.is_empty() { NAMELESS.to_owned() } else { slug }
}

/// The n-th of the same name: `kranich`, `kranich-2`, `kranich-3`.
pub(crate) fn numbered(slug: &str, number: usize) -> String {
    if number < 2 { slug.to_owned() } else { format!("{slug}-{number}") }
}

/// As somebody typed it.
///
/// Errors: `Invalid` on the field `slug`.
pub(crate) fn parse(text: &str) -> Result<String> {
    let text = text.trim();
    let plain = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
    let fits = !text.is_empty() && text.len() <= SLUG_LENGTH_MAX_CHARS && text.bytes().all(plain);
    if fits && !text.starts_with('-') && !text.ends_with('-') {
        Ok(text.to_owned())
    } else {
        Err(Error::invalid("slug", "blog-slug-wrong"))
    }
}

/// German letters as they are spelled where there are none, others without their accents.
fn spelled(letter: char) -> Vec<char> {
    match letter {
        'ä' => vec!['a', 'e'],
        'ö' => vec!['o', 'e'],
        'ü' => vec!['u', 'e'],
        'ß' => vec!['s', 's'],
        // An apostrophe joins: "geht's" is one word.
        '\'' | '’' => Vec::new(),
        other => other.nfd().filter(|it| !unicode_normalization::char::is_combining_mark(*it)).collect(),
    }
}
