//! A text as the checks see it: its words, its links, and a digest by which it is known again.

use std::collections::BTreeSet;

use access::digest;

/// Of a long text the first ones decide.
const WORDS_MAX: usize = 400;
/// Longer ones are no words.
const WORD_LENGTH_MAX_CHARS: usize = 32;

/// Each word once, in lower case; of an address its parts.
pub(crate) fn words(text: &str) -> BTreeSet<String> {
    let lower = text.to_lowercase();
    let parts = lower.split(|it: char| !it.is_alphanumeric());
    let long_enough = |it: &&str| (3..=WORD_LENGTH_MAX_CHARS).contains(&it.chars().count());
    parts.filter(long_enough).take(WORDS_MAX).map(str::to_owned).collect()
}

/// How many addresses of the web stand in it, written as such or bare.
pub(crate) fn links(text: &str) -> i64 {
    let lower = text.to_lowercase();
    let is_one = |it: &&str| it.contains("://") || it.trim_start_matches('(').starts_with("www.");
    let each = lower.split_whitespace().flat_map(|it| it.split(['<', '>', '"', ',', ']', ')']));
    i64::try_from(each.filter(is_one).count()).unwrap_or(i64::MAX)
}

/// The same for texts that differ in spaces, marks and capitals alone.
pub(crate) fn fingerprint(text: &str) -> String {
    let letters: String = text.to_lowercase().chars().filter(|it| it.is_alphanumeric()).collect();
    digest(&letters)
}
