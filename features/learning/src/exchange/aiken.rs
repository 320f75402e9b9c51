//! Aiken: a question, its options by letter, and a line with the right one.

use crate::script::fault::Faults;
use crate::script::{Choice, Kind, Question};

/// Reads a file; what is wrong goes to `faults`, with its line.
pub(crate) fn parse(text: &str, faults: &mut Faults) -> Vec<Question> {
    let mut questions = Vec::new();
    let mut open: Option<Question> = None;
    for (number, line) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
        let line = line.trim();
        if let Some(letter) = line.strip_prefix("ANSWER:") {
            match open.take() {
                Some(question) => questions.extend(finish(question, letter.trim(), number, faults)),
                None => faults.add("", number, "learning-aiken-answer-alone"),
            }
        } else if let Some((letter, option)) = option(line) {
            match &mut open {
                Some(question) if expected(question.options.len()) == Some(letter) => {
                    question.options.push(Choice::new(option, false, ""));
                }
                Some(_) => faults.add("", number, "learning-aiken-letter"),
                None => faults.add("", number, "learning-aiken-option-alone"),
            }
        } else if line.is_empty() {
            if open.as_ref().is_some_and(|it| !it.options.is_empty()) {
                faults.add("", number.saturating_sub(1), "learning-aiken-no-answer");
                open = None;
            }
        } else if let Some(question) = open.as_mut().filter(|it| it.options.is_empty()) {
            question.prompt.push(' ');
            question.prompt.push_str(line);
        } else {
            if open.is_some() {
                faults.add("", number.saturating_sub(1), "learning-aiken-no-answer");
            }
            open = Some(Question::begin(Kind::Single, "", line, number));
        }
    }
    if let Some(question) = open {
        faults.add("", question.line, "learning-aiken-no-answer");
    }
    questions
}

/// `A. text` or `A) text`.
fn option(line: &str) -> Option<(char, &str)> {
    let mut letters = line.chars();
    let letter = letters.next().filter(char::is_ascii_uppercase)?;
    let rest = letters.as_str();
    let text = rest.strip_prefix('.').or_else(|| rest.strip_prefix(')'))?;
    text.starts_with(' ').then(|| (letter, text.trim()))
}

fn expected(at: usize) -> Option<char> {
    ('A'..='Z').nth(at)
}

fn finish(mut question: Question, letter: &str, line: usize, faults: &mut Faults) -> Option<Question> {
    if question.options.len() < 2 {
        faults.add("", line, "learning-aiken-one-option");
        return None;
    }
    let at = ('A'..='Z').position(|it| letter == it.to_string());
    match at.and_then(|at| question.options.get_mut(at)) {
        Some(right) => {
            right.right = true;
            Some(question)
        }
        None => {
            faults.add("", line, "learning-aiken-no-such-option");
            None
        }
    }
}
