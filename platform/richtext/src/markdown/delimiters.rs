//! Where `**`, `*`, `_` and `~~` may stand so that they are read as what they were written for.
//!
//! CommonMark lets such a sign open a span only if no space follows it, and, if punctuation follows it, only
//! after a space or punctuation; closing is the mirror image (section 6.2, "left-flanking"). Where the text
//! beside a sign does not allow it, its nearest letter is written as a character reference: that reads as
//! the same letter, but begins with `&` and ends with `;`, which are punctuation.

use super::escape::{self, Neighbours};
use super::inline::{Place, Span};

pub(super) enum Token {
    Char(char),
    /// Opens bold, italic or strike.
    Open(Span),
    Close,
    /// Markdown as it stands; begins and ends with punctuation.
    Raw(String),
    Break,
}

impl Token {
    fn is_delimiter(&self) -> bool {
        matches!(self, Token::Open(_) | Token::Close)
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Class {
    Space,
    Punctuation,
    Word,
    /// Beyond ASCII and neither letter nor digit: it may count as either.
    Unsure,
}

pub(super) fn write(tokens: &[Token], place: Place) -> String {
    let mut signs = vec![""; tokens.len()];
    let mut referred = vec![false; tokens.len()];
    let mut opened = Vec::new();
    let mut start = 0;
    while start < tokens.len() {
        let length = tokens[start..].iter().take_while(|token| token.is_delimiter()).count();
        for index in start..start + length {
            signs[index] = sign(tokens, &signs, index, &mut opened);
        }
        if length > 0 {
            flank(tokens, &signs, &mut referred, (start, start + length));
        }
        start += length.max(1);
    }
    let mut out = String::new();
    let mut line =
        Lines { start: 0, digits: true, many: tokens.iter().any(|token| matches!(token, Token::Break)) };
    for (index, token) in tokens.iter().enumerate() {
        match token {
            Token::Char(letter) if referred[index] => escape::reference(&mut out, *letter),
            Token::Char(letter) => {
                escape::letter(&mut out, *letter, &neighbours(tokens, index, place, &line))
            }
            Token::Raw(text) => out.push_str(text),
            Token::Break if in_line(tokens, index, place) => out.push_str("<br>"),
            Token::Break => out.push_str("\\\n"),
            Token::Open(_) | Token::Close => out.push_str(signs[index]),
        }
        line.pass(index, token);
    }
    out
}

/// Where in its line the writer is.
struct Lines {
    start: usize,
    /// There were only digits since the start.
    digits: bool,
    many: bool,
}

impl Lines {
    fn pass(&mut self, index: usize, token: &Token) {
        if matches!(token, Token::Break) {
            *self = Self { start: index + 1, digits: true, many: self.many };
        } else {
            self.digits &= matches!(token, Token::Char(letter) if letter.is_ascii_digit());
        }
    }
}

/// The sign for an opening, which its closing repeats. Beside another `*` it is `_`, because four stars in a
/// row are nobody's in particular.
fn sign(tokens: &[Token], signs: &[&str], index: usize, opened: &mut Vec<&'static str>) -> &'static str {
    let span = match &tokens[index] {
        Token::Open(span) => span,
        _ => return opened.pop().unwrap_or_default(),
    };
    let before = if index > 0 { signs[index - 1] } else { "" };
    let chosen = match (span, before.ends_with('*')) {
        (Span::Strike, _) => "~~",
        (Span::Bold, false) => "**",
        (Span::Bold, true) => "__",
        (_, false) => "*",
        (_, true) => "_",
    };
    opened.push(chosen);
    chosen
}

/// Looks at the signs from `start` to `end`, which stand beside each other, and refers to the letter before
/// or behind them where they could not do their work otherwise.
fn flank(tokens: &[Token], signs: &[&str], referred: &mut [bool], (start, end): (usize, usize)) {
    for index in start..end {
        // Readers look past tildes.
        let between = signs[start..index].iter().any(|sign| *sign != "~~");
        let before = if between { Class::Punctuation } else { left(tokens, start) };
        let between = signs[index + 1..end].iter().any(|sign| *sign != "~~");
        let after = if between { Class::Punctuation } else { right(tokens, end) };
        let opens = matches!(tokens[index], Token::Open(_));
        let (inner, outer) = if opens { (after, before) } else { (before, after) };
        let underscore = signs[index].starts_with('_');
        let bare = matches!(outer, Class::Word | Class::Unsure);
        if inner == Class::Space {
            refer(referred, if opens { Some(end) } else { start.checked_sub(1) });
        }
        if bare && (inner != Class::Word || underscore) {
            refer(referred, if opens { start.checked_sub(1) } else { Some(end) });
        }
    }
}

fn refer(referred: &mut [bool], index: Option<usize>) {
    if let Some(flag) = index.and_then(|index| referred.get_mut(index)) {
        *flag = true;
    }
}

fn left(tokens: &[Token], start: usize) -> Class {
    match start.checked_sub(1).map(|index| &tokens[index]) {
        None | Some(Token::Break) => Class::Space,
        Some(token) => class(token),
    }
}

fn right(tokens: &[Token], end: usize) -> Class {
    tokens.get(end).map_or(Class::Space, class)
}

fn class(token: &Token) -> Class {
    match token {
        Token::Char(letter) if letter.is_whitespace() => Class::Space,
        Token::Char(letter) if letter.is_alphanumeric() => Class::Word,
        Token::Char(letter) if !letter.is_ascii() || letter.is_control() => Class::Unsure,
        _ => Class::Punctuation,
    }
}

/// Whether a break is written within the line: at its ends a backslash would only be a backslash.
fn in_line(tokens: &[Token], index: usize, place: Place) -> bool {
    place != Place::Paragraph || index == 0 || index + 1 == tokens.len()
}

fn neighbours(tokens: &[Token], index: usize, place: Place, line: &Lines) -> Neighbours {
    let character = |token: &Token| match token {
        Token::Char(letter) => Some(*letter),
        _ => None,
    };
    let before = index.checked_sub(1).map(|index| &tokens[index]);
    let after = tokens.get(index + 1);
    Neighbours {
        place,
        before: before.and_then(character),
        after: after.and_then(character),
        starts_line: index == line.start,
        ends_line: after.is_none_or(|token| matches!(token, Token::Break)),
        follows_number: line.digits && (1..=9).contains(&(index - line.start)),
        in_lines: line.many,
        before_bracket: matches!(after, Some(Token::Raw(text)) if text.starts_with('[')),
    }
}
