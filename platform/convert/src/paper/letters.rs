//! Letters that may be written, and how HTML and XML write them.

/// Databases refuse the null character, and browsers draw other control characters as boxes.
pub(crate) fn is_kept(letter: char) -> bool {
    letter == '\n' || letter == '\t' || !(letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}'))
}

pub(crate) fn escape(words: &str, into: &mut String) {
    words.chars().filter(|letter| is_kept(*letter)).for_each(|letter| escape_letter(letter, into));
}

pub(super) fn escape_letter(letter: char, into: &mut String) {
    match letter {
        '&' => into.push_str("&amp;"),
        '<' => into.push_str("&lt;"),
        '>' => into.push_str("&gt;"),
        '"' => into.push_str("&quot;"),
        letter => into.push(letter),
    }
}

pub(super) fn trim_end(text: &mut String, letters: &[char]) {
    let kept = text.trim_end_matches(letters).len();
    text.truncate(kept);
}
