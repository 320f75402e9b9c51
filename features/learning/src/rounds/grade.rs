//! Whether an answer is right, and what is said to it. No I/O.

use std::collections::BTreeSet;

use feature::games::{Given, Tried};
use kernel::{Error, Locale, Result, Words};
use unicode_normalization::UnicodeNormalization;

use super::shuffle::Shuffle;
use crate::script::{Choice, Kind, Question};

/// Typed answers longer than this are wrong without a look.
const TEXT_MAX_CHARS: usize = 200;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Graded {
    pub correct: bool,
    pub feedback: String,
    /// Ids of those given that are right, or stand in the right place.
    pub right: Vec<String>,
    pub wrong: Vec<String>,
    /// The wrong ones with their reasons, to be shown again.
    pub tried: Vec<Tried>,
}

impl Graded {
    /// Whether something in it was wrong; otherwise only something is missing.
    pub fn is_wrong(&self) -> bool {
        !self.wrong.is_empty() || (!self.correct && self.right.is_empty())
    }
}

/// Errors: `Invalid` for an answer that does not fit the kind, or an id that was not dealt.
pub(crate) fn grade(question: &Question, shuffle: &Shuffle, given: &Given, locale: Locale) -> Result<Graded> {
    match question.kind {
        Kind::Single | Kind::Multiple | Kind::Mark | Kind::Talk => choose(question, shuffle, given, locale),
        Kind::Order => order(question, shuffle, given, locale),
        Kind::Pairs | Kind::Sort => place(question, shuffle, given, locale),
        Kind::Cloze => fill(question, given, locale),
    }
}

fn unfit(field: &'static str) -> Error {
    Error::invalid(field, "learning-answer-unfit")
}

fn distinct(ids: &[String], field: &'static str) -> Result<()> {
    let all: BTreeSet<&String> = ids.iter().collect();
    if all.len() == ids.len() { Ok(()) } else { Err(unfit(field)) }
}

fn choose(question: &Question, shuffle: &Shuffle, given: &Given, locale: Locale) -> Result<Graded> {
    let ids = given.option_ids.as_deref().ok_or_else(|| unfit("option_ids"))?;
    distinct(ids, "option_ids")?;
    if ids.is_empty() {
        return Err(Error::invalid("option_ids", "learning-answer-nothing"));
    }
    // Whoever sends all of them at once would be told which one is right.
    if question.count() == 1 && ids.len() > 1 {
        return Err(unfit("option_ids"));
    }
    let mut graded = Graded::default();
    let mut said: Option<&Choice> = None;
    for id in ids {
        let option = shuffle.option(id).and_then(|it| question.options.get(it));
        let option = option.ok_or_else(|| unfit("option_ids"))?;
        if option.right {
            graded.right.push(id.clone());
            said = Some(option);
        } else {
            graded.wrong.push(id.clone());
            graded.tried.push(Tried { option: id.clone(), target: None, why: option.why.clone() });
        }
    }
    graded.correct = graded.wrong.is_empty() && graded.right.len() == question.count();
    graded.feedback = if let Some(wrong) = graded.tried.last() {
        wrong.why.clone()
    } else {
        let words = said.map(|it| it.why.clone()).unwrap_or_default();
        if graded.correct {
            well(words, question, locale)
        } else {
            let missing = i64::try_from(question.count() - graded.right.len()).unwrap_or(0);
            format!("{words} {}", locale.t1("learning-answer-missing", "n", missing)).trim().to_owned()
        }
    };
    Ok(graded)
}

fn order(question: &Question, shuffle: &Shuffle, given: &Given, locale: Locale) -> Result<Graded> {
    let ids = given.order.as_deref().ok_or_else(|| unfit("order"))?;
    distinct(ids, "order")?;
    if ids.len() != question.options.len() {
        return Err(unfit("order"));
    }
    let mut graded = Graded::default();
    for (place, id) in ids.iter().enumerate() {
        let at = shuffle.option(id).ok_or_else(|| unfit("order"))?;
        if at == place {
            graded.right.push(id.clone());
            continue;
        }
        graded.wrong.push(id.clone());
        let why = question.options.get(at).map(|it| it.why.clone()).unwrap_or_default();
        let key = if place < at { "learning-answer-too-early" } else { "learning-answer-too-late" };
        let text = question.options.get(at).map(|it| it.text.clone()).unwrap_or_default();
        let why = format!("{} {why}", locale.t1(key, "step", text));
        graded.tried.push(Tried { option: id.clone(), target: None, why });
    }
    graded.correct = graded.wrong.is_empty();
    graded.feedback = match graded.tried.first() {
        Some(first) => first.why.clone(),
        None => well(String::new(), question, locale),
    };
    Ok(graded)
}

fn place(question: &Question, shuffle: &Shuffle, given: &Given, locale: Locale) -> Result<Graded> {
    let pairs = given.pairs.as_ref().ok_or_else(|| unfit("pairs"))?;
    if pairs.is_empty() {
        return Err(Error::invalid("pairs", "learning-answer-nothing"));
    }
    let mut graded = Graded::default();
    let mut said = String::new();
    for (id, target_id) in pairs {
        let option = shuffle.option(id).and_then(|it| question.options.get(it));
        let (option, target) = option.zip(shuffle.target(target_id)).ok_or_else(|| unfit("pairs"))?;
        let why = match question.kind {
            Kind::Sort => option.whys.get(target).cloned().unwrap_or_default(),
            _ => option.why.clone(),
        };
        if option.target == Some(target) {
            graded.right.push(id.clone());
            if question.kind == Kind::Sort {
                said = why;
            }
        } else {
            graded.wrong.push(id.clone());
            graded.tried.push(Tried { option: id.clone(), target: Some(target_id.clone()), why });
        }
    }
    graded.correct = graded.wrong.is_empty() && graded.right.len() == question.options.len();
    let missing = i64::try_from(question.options.len().saturating_sub(graded.right.len())).unwrap_or(0);
    graded.feedback = match graded.tried.last() {
        Some(wrong) => wrong.why.clone(),
        None if graded.correct => well(said, question, locale),
        None => locale.t1("learning-answer-pairs-missing", "n", missing),
    };
    Ok(graded)
}

fn fill(question: &Question, given: &Given, locale: Locale) -> Result<Graded> {
    let text = given.text.as_deref().map(str::trim).ok_or_else(|| unfit("text"))?;
    if text.is_empty() {
        return Err(Error::invalid("text", "learning-answer-nothing"));
    }
    if text.chars().count() > TEXT_MAX_CHARS {
        let words = Words::new("kernel-line-long").with("max", TEXT_MAX_CHARS);
        return Err(Error::invalid("text", words));
    }
    let known = |right: bool| {
        question.options.iter().filter(move |it| it.right == right).find(|it| reads_as(text, &it.text))
    };
    let exact = question.options.iter().find(|it| plain(&it.text) == plain(text));
    let mut graded = Graded::default();
    // A known mistake may be one letter away from what is right.
    if let Some(right) = exact.filter(|it| it.right).or_else(|| known(true).filter(|_| exact.is_none())) {
        graded.correct = true;
        graded.feedback = well(right.why.clone(), question, locale);
        return Ok(graded);
    }
    graded.feedback = match exact.or_else(|| known(false)) {
        Some(mistake) if !mistake.why.is_empty() => mistake.why.clone(),
        _ => question.hint.clone().unwrap_or_else(|| locale.t("learning-answer-other-word")),
    };
    graded.wrong.push(text.to_owned());
    graded.tried.push(Tried { option: text.to_owned(), target: None, why: graded.feedback.clone() });
    Ok(graded)
}

/// What is said when all is right: the words of the option, else of the question, else the house's.
fn well(words: String, question: &Question, locale: Locale) -> String {
    let words = Some(words).filter(|it| !it.is_empty()).or_else(|| question.done.clone());
    words.unwrap_or_else(|| locale.t("learning-answer-right"))
}

/// Without case, marks above letters and doubled blanks; `ß` reads as `ss`, `ae` as `ä`.
fn plain(text: &str) -> String {
    let text =
        text.to_lowercase().replace('ß', "ss").replace("ae", "a").replace("oe", "o").replace("ue", "u");
    let bare: String = text.nfd().filter(|it| !('\u{300}'..='\u{36f}').contains(it)).collect();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether it is the word but for a slip: one in words of five letters, two from nine. Numbers are exact.
fn reads_as(text: &str, word: &str) -> bool {
    let (text, word) = (plain(text), plain(word));
    let letters = word.chars().count();
    let slips = match letters {
        _ if word.chars().any(|it| it.is_ascii_digit()) => 0,
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    };
    strsim::osa_distance(&text, &word) <= slips
}
