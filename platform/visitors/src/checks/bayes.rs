//! Whether a text reads like those that were refused: Graham's combination of the words that say most
//! ("A Plan for Spam", 2002), with Robinson's weight for words that were seen seldom.

use std::collections::BTreeMap;

/// How often a word or a text was let through, and how often refused.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub good: i64,
    pub bad: i64,
}

/// Before this many texts of each kind the filter says nothing.
const TEXTS_MIN: i64 = 3;
/// The words that say most decide, so that a long quotation hides nothing.
const DECIDING_MAX: usize = 15;
/// The words that are shown as the reason.
const SHOWN_MAX: usize = 6;
/// What a word says that was never seen, and how many sightings that opinion is worth.
const UNKNOWN: f64 = 0.4;
const UNKNOWN_WORTH: f64 = 1.0;
const HELD_FROM: f64 = 0.9;

/// The words that decided, strongest first, if the text reads like a refused one.
pub(crate) fn judge(texts: Count, words: &BTreeMap<String, Count>) -> Option<Vec<String>> {
    if texts.good < TEXTS_MIN || texts.bad < TEXTS_MIN {
        return None;
    }
    let mut said: Vec<(f64, &str)> = words.iter().map(|(word, seen)| (says(texts, *seen), &**word)).collect();
    said.sort_by(|one, other| (other.0 - 0.5).abs().total_cmp(&(one.0 - 0.5).abs()));
    said.truncate(DECIDING_MAX);
    // Sums of logarithms: a product of many small numbers would be nothing.
    let (bad, good) =
        said.iter().fold((0.0, 0.0), |(bad, good), (p, _)| (bad + p.ln(), good + (1.0 - p).ln()));
    let likely = 1.0 / (1.0 + (good - bad).exp());
    if likely < HELD_FROM {
        return None;
    }
    let mut shown: Vec<_> = said.into_iter().filter(|(p, _)| *p > 0.5).collect();
    shown.sort_by(|one, other| other.0.total_cmp(&one.0));
    Some(shown.into_iter().take(SHOWN_MAX).map(|(_, word)| word.to_owned()).collect())
}

/// From 0.01, only in what was let through, to 0.99, only in what was refused.
fn says(texts: Count, seen: Count) -> f64 {
    let share = |part: i64, whole: i64| (part as f64 / whole.max(1) as f64).min(1.0);
    let (good, bad) = (share(seen.good, texts.good), share(seen.bad, texts.bad));
    let sightings = (seen.good + seen.bad) as f64;
    let plain = if good + bad > 0.0 { bad / (good + bad) } else { UNKNOWN };
    let weighed = (UNKNOWN_WORTH * UNKNOWN + sightings * plain) / (UNKNOWN_WORTH + sightings);
    weighed.clamp(0.01, 0.99)
}
