//! What one can react with: a single emoji, whatever it is made of.

use kernel::{Error, Result};
use unicode_segmentation::UnicodeSegmentation;

/// A family of four is seven characters.
const LENGTH_MAX_CHARS: usize = 8;

/// What is offered in the page; a program may send any other.
pub(crate) const OFFERED: [&str; 6] = ["👍", "❤️", "🎉", "😄", "👀", "✅"];

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Emoji(pub String);

impl Emoji {
    /// Errors: `Invalid` on the field `emoji` for anything but one emoji.
    pub fn parse(text: &str) -> Result<Self> {
        let text = text.trim();
        let is_one = text.graphemes(true).count() == 1 && text.chars().count() <= LENGTH_MAX_CHARS;
        let is_keycap =
            text.ends_with('\u{20e3}') && text.starts_with(|it: char| "0123456789#*".contains(it));
        let is_drawn = text.starts_with(is_drawn) && text.chars().all(|it| is_drawn(it) || joins(it));
        if is_one && (is_keycap || is_drawn) {
            Ok(Self(text.to_owned()))
        } else {
            Err(Error::invalid("emoji", "discussions-emoji-wrong"))
        }
    }
}

/// The blocks of Unicode in which emoji stand, apart from digits.
fn is_drawn(letter: char) -> bool {
    matches!(letter,
        '\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
        | '\u{2194}'..='\u{21aa}' | '\u{231a}'..='\u{23ff}' | '\u{25aa}'..='\u{27bf}'
        | '\u{2934}'..='\u{2935}'
        | '\u{2b05}'..='\u{2b55}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}'
        | '\u{1f000}'..='\u{1faff}')
}

/// What makes one emoji of several: joiner, variation selector, tags of a flag.
fn joins(letter: char) -> bool {
    matches!(letter, '\u{200d}' | '\u{fe0f}' | '\u{e0020}'..='\u{e007f}')
}
