//! How single letters, labels, addresses and code are written so that Markdown reads them as they are.

use std::fmt::Write;

use super::inline::Place;

/// What stands around a letter; texts are letters, everything else is none.
pub(super) struct Neighbours {
    pub(super) place: Place,
    pub(super) before: Option<char>,
    pub(super) after: Option<char>,
    pub(super) starts_line: bool,
    pub(super) ends_line: bool,
    /// Only a number of up to nine digits stands before it on its line.
    pub(super) follows_number: bool,
    /// The paragraph has more lines than one.
    pub(super) in_lines: bool,
    /// A link begins behind it.
    pub(super) before_bracket: bool,
}

pub(super) fn letter(out: &mut String, letter: char, around: &Neighbours) {
    let edge = around.starts_line || around.ends_line;
    if letter == '\0' {
        out.push('\u{fffd}');
    } else if letter.is_control() || (letter.is_whitespace() && edge) {
        reference(out, letter);
    } else {
        if needs_backslash(letter, around) {
            out.push('\\');
        }
        out.push(letter);
    }
}

fn needs_backslash(letter: char, around: &Neighbours) -> bool {
    let word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let gap = around.ends_line || around.after.is_some_and(char::is_whitespace);
    match letter {
        '\\' | '`' | '*' | '[' | ']' | '~' => true,
        '_' => !(word(around.before) && word(around.after)),
        '<' => around.after.is_none_or(|next| next.is_alphabetic() || "/!?".contains(next)),
        '&' => around.after.is_none_or(|next| next.is_alphanumeric() || next == '#'),
        '!' => around.before_bracket,
        '|' => around.place == Place::Cell || around.in_lines,
        '#' => around.starts_line || (around.place == Place::Heading && around.ends_line),
        '>' | '=' | ':' => around.starts_line && (letter == '>' || around.in_lines),
        '+' => around.starts_line && gap,
        '-' => around.starts_line && !word(around.after),
        '.' | ')' => around.follows_number && gap,
        _ => false,
    }
}

/// A character reference; reads as the letter and counts as punctuation.
pub(super) fn reference(out: &mut String, letter: char) {
    let _ = write!(out, "&#{};", u32::from(if letter == '\0' { '\u{fffd}' } else { letter }));
}

/// The words between the brackets of a link or an image, on one line.
pub(crate) fn label(words: &str) -> String {
    let mut out = String::new();
    for letter in words.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if letter.is_ascii_punctuation() && "\\`*_[]<>&~|!#@".contains(letter) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// The address between the round brackets of a link.
pub(super) fn destination(address: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-._/:?#@%+=,;!$".contains(letter);
    if !address.is_empty() && address.chars().all(plain) {
        return address.to_owned();
    }
    let mut out = String::from("<");
    for letter in address.chars() {
        if "<>&\\|*_`~".contains(letter) {
            out.push('\\');
        }
        out.push(letter);
    }
    out.push('>');
    out
}

/// A code span, or none where Markdown cannot hold it: nothing at all, and `\|` within a table.
pub(super) fn code_span(code: &str, in_table: bool) -> Option<String> {
    let breaks = |letter: char| letter == '\n' || letter == '\r';
    let mut code = code.replace('\0', "\u{fffd}").replace(breaks, " ");
    if code.is_empty() || (in_table && (code.contains("\\|") || code.ends_with('\\'))) {
        return None;
    }
    if in_table {
        code = code.replace('|', "\\|");
    }
    let fence = "`".repeat(longest_run(&code, '`') + 1);
    let spaced = code.starts_with(' ') && code.ends_with(' ') && !code.trim_matches(' ').is_empty();
    let pad = if spaced || code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    Some(format!("{fence}{pad}{code}{pad}{fence}"))
}

pub(super) fn longest_run(text: &str, letter: char) -> usize {
    text.split(|other| other != letter).map(str::len).max().unwrap_or(0)
}
