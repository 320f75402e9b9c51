//! Finds a passage again by its words and by what stands around it. Pure: a text in, a place out.
//!
//! It never points to other words than those it says it found. Where the words stand more than once and their
//! surroundings do not decide, it says that they moved, and points nowhere.

use std::ops::Range;

use super::anchor::{Anchor, State};
use super::fuzzy;
use super::line::plain_line;

/// How often a passage may stand in a text before one of them is no better known than the others.
const PLACES_MAX: usize = 1_000;

/// So many letters of the surroundings must be the same for a passage to be taken for the one that is meant.
const LIKENESS_MIN_CHARS: usize = 8;

/// A passage as long as this is hardly there by chance, whatever stands around it.
const TELLING_LENGTH_MIN_CHARS: usize = 12;

/// What is looked for, spelled like the text ([`plain_line`]).
#[derive(Clone, Debug)]
pub(crate) struct Sought {
    pub quote: String,
    pub prefix: String,
    pub suffix: String,
}

impl Sought {
    pub fn of(anchor: &Anchor) -> Self {
        Self {
            quote: plain_line(&anchor.quote),
            prefix: plain_line(&anchor.prefix),
            suffix: plain_line(&anchor.suffix),
        }
    }

    fn surroundings(&self) -> usize {
        self.prefix.chars().count() + self.suffix.chars().count()
    }

    /// Whether all that stood around the passage still does.
    fn is_whole(&self, text: &str, at: usize) -> bool {
        before(text, at).ends_with(&self.prefix)
            && after(text, at + self.quote.len()).starts_with(&self.suffix)
    }

    /// How many letters around the passage are still the same, counted from it outwards.
    fn likeness(&self, text: &str, passage: &Range<usize>) -> usize {
        let same = |(one, other): &(char, char)| one == other;
        let ahead = before(text, passage.start).chars().rev().zip(self.prefix.chars().rev());
        let behind = after(text, passage.end).chars().zip(self.suffix.chars());
        ahead.take_while(same).count() + behind.take_while(same).count()
    }
}

/// What was found: `range` are bytes of the text, `None` where nobody can say which of several it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    pub state: State,
    pub range: Option<Range<usize>>,
}

impl Finding {
    fn held(range: Range<usize>) -> Self {
        Self { state: State::Held, range: Some(range) }
    }

    pub fn moved(range: Option<Range<usize>>) -> Self {
        Self { state: State::Moved, range }
    }

    pub fn lost() -> Self {
        Self { state: State::Lost, range: None }
    }
}

/// `text` is a [`plain_line`]; `place` is where the passage stood when it was last found, in bytes.
pub(crate) fn find(text: &str, sought: &Sought, place: Option<usize>) -> Finding {
    if sought.quote.is_empty() {
        return Finding::lost();
    }
    let places = places(text, &sought.quote);
    let passage = |at: usize| at..at + sought.quote.len();
    let whole: Vec<usize> = places.iter().copied().filter(|at| sought.is_whole(text, *at)).collect();
    match (places.as_slice(), whole.as_slice()) {
        ([], _) => fuzzy::find(text, sought, place),
        (all, _) if all.len() > PLACES_MAX => Finding::moved(None),
        (_, [at]) => Finding::held(passage(*at)),
        (_, [_, ..]) => Finding::moved(None),
        ([at], []) => lone(text, sought, passage(*at)),
        (all, []) => likeliest(text, sought, all),
    }
}

/// One place, among other words than before. A short word that happens to stand elsewhere is not the passage.
fn lone(text: &str, sought: &Sought, passage: Range<usize>) -> Finding {
    let telling = sought.quote.chars().count() >= TELLING_LENGTH_MIN_CHARS;
    let likely = sought.likeness(text, &passage) >= enough(sought);
    if telling || likely { Finding::moved(Some(passage)) } else { Finding::lost() }
}

/// Several places, none with all of its surroundings: the best one, if it is better than all others.
fn likeliest(text: &str, sought: &Sought, places: &[usize]) -> Finding {
    let mut scored: Vec<(usize, Range<usize>)> = places
        .iter()
        .map(|at| *at..*at + sought.quote.len())
        .map(|passage| (sought.likeness(text, &passage), passage))
        .collect();
    scored.sort_by_key(|(likeness, _)| std::cmp::Reverse(*likeness));
    match scored.as_slice() {
        [(best, _), ..] if *best < enough(sought) => Finding::lost(),
        [(best, _), (second, _), ..] if best == second => Finding::moved(None),
        [(_, passage), ..] => Finding::moved(Some(passage.clone())),
        [] => Finding::lost(),
    }
}

/// Where little is known of the surroundings, half of it must do.
fn enough(sought: &Sought) -> usize {
    LIKENESS_MIN_CHARS.min(sought.surroundings().div_ceil(2)).max(1)
}

/// At most one more than [`PLACES_MAX`], so that a caller sees that there are more.
fn places(text: &str, quote: &str) -> Vec<usize> {
    let step = quote.chars().next().map_or(1, char::len_utf8);
    let next = |from: usize| text.get(from..).and_then(|rest| rest.find(quote)).map(|at| from + at);
    std::iter::successors(next(0), |at| next(at + step)).take(PLACES_MAX + 1).collect()
}

fn before(text: &str, at: usize) -> &str {
    text.get(..at).unwrap_or("").trim_end()
}

fn after(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or("").trim_start()
}
