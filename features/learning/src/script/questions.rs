//! The file of a chapter's questions.

use kernel::Words;

use super::fault::Faults;
use super::lines::{Entry, entries};
use super::markers::{CUSTOMERS_MOODS, WALLS};
use super::question::{Choice, Kind, Question, Target};

pub const QUESTIONS_MAX: usize = 500;
const OPTIONS_MAX: usize = 12;
const KEY_MAX_CHARS: usize = 40;
const FIELDS: &[&str] = &["prompt", "who", "mood", "says", "group", "hint", "see", "done"];

/// All questions of a file; what is wrong goes to `faults`.
pub fn parse(file: &str, text: &str, faults: &mut Faults) -> Vec<Question> {
    let (entries, wrong) = entries(text);
    for (line, key) in wrong {
        faults.add(file, line, key);
    }
    let mut questions: Vec<Question> = Vec::new();
    for entry in &entries {
        if entry.text.starts_with('[') && !is_passage(&entry.text) {
            if let Some(question) = begin(file, entry, &questions, faults) {
                questions.push(question);
            }
        } else if let Some(question) = questions.last_mut() {
            take(file, entry, question, faults);
        } else {
            faults.add(file, entry.line, "learning-script-no-question");
        }
    }
    if questions.len() > QUESTIONS_MAX {
        let words = Words::new("learning-script-questions-many").with("max", QUESTIONS_MAX);
        faults.add(file, 1, words);
    }
    for question in &questions {
        check(file, question, faults);
    }
    questions
}

/// `[+passage|why] …` begins a text with marked passages, not a question.
fn is_passage(text: &str) -> bool {
    text.split_once(']').is_some_and(|(head, _)| head.contains('|'))
}

/// `[single] key`.
fn begin(file: &str, entry: &Entry, before: &[Question], faults: &mut Faults) -> Option<Question> {
    let (word, key) = entry.text.strip_prefix('[')?.split_once(']').unwrap_or((&entry.text, ""));
    let key = key.trim();
    let Some(kind) = Kind::of(word.trim()) else {
        faults.add(file, entry.line, Words::new("learning-script-kind").with("name", word.trim()));
        return None;
    };
    let good = key.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-');
    if key.is_empty() || !good || key.len() > KEY_MAX_CHARS {
        faults.add(file, entry.line, "learning-script-key");
    }
    if before.iter().any(|it| it.key == key) {
        faults.add(file, entry.line, Words::new("learning-script-key-twice").with("name", key));
    }
    Some(Question::begin(kind, key, "", entry.line))
}

fn take(file: &str, entry: &Entry, question: &mut Question, faults: &mut Faults) {
    if let Some((name, value)) = FIELDS.iter().find_map(|it| Some((*it, entry.field(it)?))) {
        set_field(file, entry, question, name, value, faults);
        return;
    }
    let taken = match question.kind {
        Kind::Order => take_step(entry, question),
        Kind::Pairs => take_pair(entry, question),
        Kind::Sort => take_letter(entry, question),
        _ => take_option(entry, question),
    };
    if taken {
        return;
    }
    if !question.options.is_empty() {
        faults.add(file, entry.line, "learning-script-stray");
        return;
    }
    if !question.prompt.is_empty() {
        question.prompt.push(' ');
    }
    question.prompt.push_str(&entry.joined());
}

fn set_field(
    file: &str,
    entry: &Entry,
    question: &mut Question,
    name: &str,
    value: String,
    faults: &mut Faults,
) {
    if value.is_empty() {
        faults.add(file, entry.line, Words::new("learning-script-field-empty").with("name", name));
    }
    match name {
        "prompt" => question.prompt = value,
        "who" => question.who = Some(value),
        "mood" => {
            if !CUSTOMERS_MOODS.contains(&value.as_str()) {
                faults.add(file, entry.line, Words::new("learning-script-mood").with("name", value.clone()));
            }
            question.mood = Some(value);
        }
        "says" if question.kind == Kind::Mark => mark(file, entry, question, &value, faults),
        "says" => question.says = Some(value),
        "group" => question.group = Some(value),
        "hint" => question.hint = Some(value),
        "see" => question.see = Some(value.trim_start_matches('@').to_owned()),
        _ => question.done = Some(value),
    }
}

/// `+ right` or `- wrong`, with the reason indented below.
fn take_option(entry: &Entry, question: &mut Question) -> bool {
    let (right, text) = match (entry.after("+ "), entry.after("- ")) {
        (Some(text), _) => (true, text),
        (_, Some(text)) => (false, text),
        _ => return false,
    };
    question.options.push(Choice::new(text, right, &entry.more));
    true
}

/// `1. step`, in the right order.
fn take_step(entry: &Entry, question: &mut Question) -> bool {
    let Some((number, text)) = entry.text.split_once(". ") else { return false };
    if number.parse() != Ok(question.options.len() + 1) {
        return false;
    }
    question.options.push(Choice::new(text, true, &entry.more));
    true
}

/// `= left | right`.
fn take_pair(entry: &Entry, question: &mut Question) -> bool {
    let Some((left, right)) = entry.after("= ").and_then(|it| it.split_once('|')) else { return false };
    let target = Some(question.targets.len());
    question.targets.push(Target { text: right.trim().to_owned(), wall: None });
    question.options.push(Choice { target, ..Choice::new(left, true, &entry.more) });
    true
}

/// `* letter`, then `+ [wall] target` or `- [wall] target` for each target, in the same order for all.
fn take_letter(entry: &Entry, question: &mut Question) -> bool {
    if let Some(text) = entry.after("* ") {
        let text = if entry.more.is_empty() { text.to_owned() } else { format!("{text} {}", entry.more) };
        question.options.push(Choice::new(&text, true, ""));
        return true;
    }
    let (right, text) = match (entry.after("+ "), entry.after("- ")) {
        (Some(text), _) => (true, text),
        (_, Some(text)) => (false, text),
        _ => return false,
    };
    let first = question.options.len() == 1;
    let Some(letter) = question.options.last_mut() else { return false };
    let place = letter.whys.len();
    if right {
        letter.target = Some(place);
    }
    letter.whys.push(entry.more.clone());
    if first {
        let walled = text.strip_prefix('[').and_then(|it| it.split_once(']'));
        let (wall, text) = match walled {
            Some((wall, text)) => (Some(wall.trim().to_owned()), text.trim()),
            None => (None, text),
        };
        question.targets.push(Target { text: text.to_owned(), wall });
    }
    true
}

/// `Die [+Preisliste|why] ging an [alle|why not].`
fn mark(file: &str, entry: &Entry, question: &mut Question, value: &str, faults: &mut Faults) {
    let (mut plain, mut rest) = (String::new(), value);
    while let Some((before, after)) = rest.split_once('[') {
        let Some((passage, after)) = after.split_once(']') else {
            faults.add(file, entry.line, "learning-script-passage");
            break;
        };
        let (text, why) = passage.split_once('|').unwrap_or((passage, ""));
        let right = text.starts_with('+');
        let text = text.trim_start_matches('+').trim();
        question.options.push(Choice::new(text, right, why.trim()));
        plain.push_str(before);
        plain.push_str(text);
        rest = after;
    }
    plain.push_str(rest);
    question.says = Some(plain);
}

fn check(file: &str, question: &Question, faults: &mut Faults) {
    let mut wrong = |key: &'static str| faults.add(file, question.line, key);
    let right = question.options.iter().filter(|it| it.right).count();
    if question.prompt.is_empty() {
        wrong("learning-script-no-prompt");
    }
    if question.options.len() > OPTIONS_MAX {
        wrong("learning-script-options-many");
    }
    let enough = match question.kind {
        Kind::Cloze => right >= 1,
        Kind::Sort => !question.options.is_empty() && question.targets.len() >= 2,
        Kind::Single | Kind::Talk => right == 1 && question.options.len() >= 2,
        Kind::Multiple | Kind::Mark => right >= 1 && question.options.len() >= 2,
        Kind::Order | Kind::Pairs => question.options.len() >= 2,
    };
    if !enough {
        wrong(match question.kind {
            Kind::Single | Kind::Talk => "learning-script-one-right",
            _ => "learning-script-some-right",
        });
    }
    if question.kind == Kind::Cloze && !question.says.as_deref().is_some_and(|it| it.contains("___")) {
        wrong("learning-script-no-gap");
    }
    if question.kind.chooses() && question.options.iter().any(|it| !it.right && it.why.is_empty()) {
        wrong("learning-script-no-why");
    }
    let unsaid = |it: &Choice| it.why.is_empty();
    if matches!(question.kind, Kind::Order | Kind::Pairs) && question.options.iter().any(unsaid) {
        wrong("learning-script-no-why");
    }
    if question.kind == Kind::Sort {
        let whole = |it: &Choice| it.target.is_some() && it.whys.len() == question.targets.len();
        if !question.options.iter().all(whole) {
            wrong("learning-script-letter");
        }
        if question.options.iter().any(|it| it.whys.iter().any(String::is_empty)) {
            wrong("learning-script-no-why");
        }
        let known = |it: &Target| it.wall.as_deref().is_none_or(|wall| WALLS.contains(&wall));
        if !question.targets.iter().all(known) {
            wrong("learning-script-wall");
        }
    }
    let mut texts: Vec<&str> = question.options.iter().map(|it| it.text.as_str()).collect();
    texts.sort_unstable();
    if texts.windows(2).any(|it| it[0] == it[1]) || texts.first().is_some_and(|it| it.is_empty()) {
        wrong("learning-script-option-twice");
    }
}
