//! What an anchor is: the words of a passage, the words around it, and what became of them. No I/O.

use kernel::{Error, Result, Words, limits};

use super::line::{first_chars, white_as_one};

/// Pages of one document that an anchor can be on.
const PAGE_MAX: i64 = 1_000_000;

/// A passage as somebody chose it. All three are one line, without white space at their ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Anchor {
    pub quote: String,
    pub prefix: String,
    pub suffix: String,
    pub page: Option<i64>,
}

impl Anchor {
    /// Errors: `Invalid` on a field `anchor…` for an empty or too long quote, too long surroundings, control
    /// characters, or a page that cannot be.
    pub fn parse(quote: &str, prefix: &str, suffix: &str, page: Option<i64>) -> Result<Self> {
        let quote = part("anchor.quote", quote, limits::QUOTE_LENGTH_MAX_CHARS)?;
        if quote.is_empty() {
            return Err(Error::invalid("anchor.quote", "discussions-quote-empty"));
        }
        if page.is_some_and(|it| !(1..=PAGE_MAX).contains(&it)) {
            return Err(Error::invalid("anchor.page", "discussions-page-wrong"));
        }
        let prefix = part("anchor.prefix", prefix, limits::QUOTE_CONTEXT_MAX_CHARS)?;
        let suffix = part("anchor.suffix", suffix, limits::QUOTE_CONTEXT_MAX_CHARS)?;
        Ok(Self { quote, prefix, suffix, page })
    }

    /// From a page, where somebody may have selected more than is quoted: its beginning is kept, and what
    /// followed the whole no longer follows that. `None` without a quote.
    ///
    /// Errors: as [`Anchor::parse`].
    pub fn chosen(quote: &str, prefix: &str, suffix: &str, page: &str) -> Result<Option<Self>> {
        let whole = white_as_one(quote);
        let quote = first_chars(&whole, limits::QUOTE_LENGTH_MAX_CHARS);
        if quote.is_empty() {
            return Ok(None);
        }
        let suffix = if quote.len() == whole.len() { suffix } else { "" };
        let page = page.parse().ok().filter(|it| (1..=PAGE_MAX).contains(it));
        Self::parse(quote, prefix, suffix, page).map(Some)
    }
}

fn part(field: &'static str, text: &str, max: usize) -> Result<String> {
    let text = white_as_one(text);
    if text.contains(char::is_control) {
        return Err(Error::invalid(field, "kernel-line-control"));
    }
    if text.chars().count() > max {
        return Err(Error::invalid(field, Words::new("kernel-line-long").with("max", max)));
    }
    Ok(text)
}

/// What became of the passage in the version where it was last looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// The comment is about the whole thing.
    None,
    /// It stands there with the same words around it.
    Held,
    /// It stands elsewhere, among other words, or was changed a little; or it stands there more than once.
    Moved,
    /// It is not there any more.
    Lost,
}

impl State {
    pub fn code(self) -> &'static str {
        match self {
            State::None => "none",
            State::Held => "held",
            State::Moved => "moved",
            State::Lost => "lost",
        }
    }

    /// What stands in the database; anything else is `None`.
    pub fn from_code(code: &str) -> Self {
        [State::Held, State::Moved, State::Lost]
            .into_iter()
            .find(|it| it.code() == code)
            .unwrap_or(State::None)
    }
}
