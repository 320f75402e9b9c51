//! A text as one line, in which a passage reads the same whatever program wrote it.

use unicode_normalization::UnicodeNormalization;

/// What is looked at of a text; a passage further behind is not found.
const TEXT_MAX_BYTES: usize = 4 * 1024 * 1024;

/// White space counts once, and not at the ends.
pub(crate) fn white_as_one(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The same, and ligatures, wide forms and composed letters are spelled in one way (NFKC), soft hyphens and
/// marks that take no room are left out: a PDF has them where the page that was read has none.
pub(crate) fn plain_line(text: &str) -> String {
    let mut end = text.len().min(TEXT_MAX_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let plain: String = text[..end].nfkc().filter(|it| !takes_no_room(*it)).collect();
    white_as_one(&plain)
}

pub(crate) fn first_chars(text: &str, max: usize) -> &str {
    text.char_indices().nth(max).map_or(text, |(end, _)| text[..end].trim_end())
}

fn takes_no_room(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\0')
}
