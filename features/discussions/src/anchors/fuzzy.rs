//! Finds a passage in which somebody changed a few letters.
//!
//! It is looked for only near what stood around it and near where it stood, so the work is bounded whatever
//! the length of the text. The comparison is Sellers' (1980): the edit distance to the best piece of a text,
//! with Ukkonen's cut-off, which leaves out whatever differs too much already.

use std::ops::Range;

use super::find::{Finding, Sought};

/// One letter in five may differ: a similarity of 0.8.
const LETTERS_PER_CHANGE: usize = 5;

/// Shorter surroundings stand anywhere and lead nowhere.
const GUIDE_LENGTH_MIN_CHARS: usize = 8;

/// Places of the surroundings that are tried, of those before and of those behind.
const GUIDES_MAX: usize = 3;

/// How far around the last place, in bytes: about half a page.
const AROUND_MAX_BYTES: usize = 600;

/// What may have been put between the passage and its surroundings.
const BETWEEN_MAX_BYTES: usize = 64;

pub(crate) fn find(text: &str, sought: &Sought, place: Option<usize>) -> Finding {
    let letters: Vec<char> = sought.quote.chars().collect();
    let most = letters.len() / LETTERS_PER_CHANGE;
    if most == 0 {
        return Finding::lost();
    }
    let mut found: Vec<(usize, Range<usize>)> = windows(text, sought, place)
        .into_iter()
        .filter_map(|window| {
            let (changes, range) = closest(&letters, text.get(window.clone())?, most)?;
            let range = window.start + range.start..window.start + range.end;
            Some((changes, whole_words(text, &letters, range, most)))
        })
        .collect();
    found.sort_by_key(|(changes, _)| *changes);
    match found.as_slice() {
        [] => Finding::lost(),
        [(best, range), rest @ ..] => {
            let rival = |(changes, other): &(usize, Range<usize>)| changes == best && apart(range, other);
            Finding::moved((!rest.iter().any(rival)).then(|| range.clone()))
        }
    }
}

/// Where to look. What is found in two of them is one passage, so they may overlap.
fn windows(text: &str, sought: &Sought, place: Option<usize>) -> Vec<Range<usize>> {
    let length = sought.quote.len() + sought.quote.len() / LETTERS_PER_CHANGE + BETWEEN_MAX_BYTES;
    let leads = |guide: &str| guide.chars().count() >= GUIDE_LENGTH_MIN_CHARS;
    let mut windows = Vec::new();
    if leads(&sought.prefix) {
        let ends = text.match_indices(&sought.prefix).map(|(at, guide)| at + guide.len());
        windows.extend(ends.take(GUIDES_MAX).map(|end| piece(text, end, end + length)));
    }
    if leads(&sought.suffix) {
        let starts = text.match_indices(&sought.suffix).map(|(at, _)| at);
        windows.extend(starts.take(GUIDES_MAX).map(|start| piece(text, start.saturating_sub(length), start)));
    }
    if let Some(place) = place {
        let from = place.saturating_sub(AROUND_MAX_BYTES);
        windows.push(piece(text, from, place + sought.quote.len() + AROUND_MAX_BYTES));
    }
    windows
}

fn piece(text: &str, from: usize, to: usize) -> Range<usize> {
    text.floor_char_boundary(from)..text.floor_char_boundary(to)
}

/// The piece of `text` that needs the fewest changes to read like `sought`, and how many they are; `None`
/// above `most`.
pub(crate) fn closest(sought: &[char], text: &str, most: usize) -> Option<(usize, Range<usize>)> {
    let length = sought.len();
    // Row n: the changes to the best piece that ends here and reads like the first n letters, and its start.
    let mut column: Vec<(usize, usize)> = (0..=length).map(|row| (row, 0)).collect();
    // Below this row all are above `most` and stay untouched.
    let mut last = most.min(length);
    let mut best: Option<(usize, Range<usize>)> = None;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        let mut diagonal = column[0];
        column[0] = (0, end);
        let reach = (last + 1).min(length);
        for row in 1..=reach {
            let left = if row <= last { column[row] } else { (most + 1, 0) };
            let swapped = (diagonal.0 + usize::from(sought[row - 1] != letter), diagonal.1);
            let above = column[row - 1];
            let mut cell = swapped;
            for (changes, start) in [(above.0 + 1, above.1), (left.0 + 1, left.1)] {
                if changes < cell.0 {
                    cell = (changes, start);
                }
            }
            (diagonal, column[row]) = (left, cell);
        }
        last = reach;
        while last > 0 && column[last].0 > most {
            last -= 1;
        }
        let (changes, start) = column[length];
        if last == length && best.as_ref().is_none_or(|(fewest, _)| changes < *fewest) {
            best = Some((changes, start..end));
        }
    }
    best
}

/// The least changed piece may end within a word of which the rest was changed; then the word belongs to it.
fn whole_words(text: &str, sought: &[char], range: Range<usize>, most: usize) -> Range<usize> {
    let is_word = |it: &char| it.is_alphanumeric();
    let length = |it: char| it.len_utf8();
    let ahead = text.get(..range.start).unwrap_or("").chars().rev().take(most).take_while(is_word);
    let behind = text.get(range.end..).unwrap_or("").chars().take(most).take_while(is_word);
    let words = range.start - ahead.map(length).sum::<usize>()..range.end + behind.map(length).sum::<usize>();
    let reads: Vec<char> = text.get(words.clone()).unwrap_or("").chars().collect();
    if changes(sought, &reads) <= most { words } else { range }
}

/// The edit distance (Levenshtein's) of two whole passages.
pub(crate) fn changes(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, b) in other.iter().enumerate() {
            let swapped = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = swapped.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[other.len()]
}

fn apart(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.end <= other.start || other.end <= one.start
}
