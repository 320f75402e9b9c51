//! What is to be done on the real platform, how it is checked, and what the practice colleagues do.

use kernel::Words;
use serde::{Deserialize, Serialize};

use super::fault::Faults;
use super::lines::{Entry, entries};

const CHECKS_MAX: usize = 8;
const STEPS_MAX: usize = 40;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    pub title: String,
    /// Markdown; `{{key}}` stands for the name of a button.
    pub instruction: String,
    pub checks: Vec<Check>,
    pub practice: Vec<Practice>,
}

/// One thing that has to be so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    pub predicate: Predicate,
    /// As a statement: "Das Dokument hat eine zweite Fassung."
    pub text: String,
    /// What is said while it is not so.
    pub missing: String,
}

/// `version.added >= 1`, `placed(preisliste.md, customers) >= 1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Predicate {
    pub fact: String,
    /// The first one may name a practice file.
    pub given: Vec<String>,
    pub at_least: i64,
}

/// What lies in the practice space, and what the colleagues there do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Practice {
    /// A file of the course that lies there from the start.
    File { file: String },
    /// The same, begun by another colleague.
    Page { file: String },
    /// A second space, with a practice customer in it.
    Customers,
    /// A file that lies there.
    FileThere { file: String },
    /// A comment on a passage of a file.
    On { who: String, file: String, passage: String, words: String },
    /// Said whenever the person wrote or uploaded something there; several take turns.
    Answers { who: String, words: String },
    /// Reacts to what the person made there.
    Reacts { who: String, emoji: String },
}

impl Task {
    /// The names of all practice files.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.practice.iter().filter_map(|it| match it {
            Practice::File { file } | Practice::Page { file } | Practice::FileThere { file } => {
                Some(file.as_str())
            }
            _ => None,
        })
    }
}

pub fn parse(file: &str, text: &str, faults: &mut Faults) -> Task {
    let (head, practice) = text.split_once("\n## practice").unwrap_or((text, ""));
    let mut task = Task::default();
    let (mut body, mut checks) = (Vec::new(), String::new());
    for (number, line) in head.lines().enumerate() {
        if let Some(title) = line.strip_prefix("# ").filter(|_| task.title.is_empty()) {
            title.trim().clone_into(&mut task.title);
        } else if line.starts_with("- [") || (!checks.is_empty() && line.starts_with(' ')) {
            if checks.is_empty() {
                checks = "\n".repeat(number);
            }
            checks.push_str(line);
            checks.push('\n');
        } else {
            body.push(line);
            if !checks.is_empty() {
                checks.push('\n');
            }
        }
    }
    body.join("\n").trim().clone_into(&mut task.instruction);
    let (checks, _) = entries(&checks);
    task.checks = checks.iter().filter_map(|it| parse_check(file, it, faults)).collect();
    if task.title.is_empty() {
        faults.add(file, 1, "learning-script-no-title");
    }
    if task.instruction.is_empty() {
        faults.add(file, 1, "learning-script-no-instruction");
    }
    if task.checks.is_empty() || task.checks.len() > CHECKS_MAX {
        faults.add(file, 1, Words::new("learning-script-checks").with("max", CHECKS_MAX));
    }
    let offset = head.lines().count() + 1;
    let (steps, _) = entries(practice.split_once('\n').map_or("", |(_, rest)| rest));
    for step in steps.iter().take(STEPS_MAX) {
        match parse_practice(step) {
            Some(practice) => task.practice.push(practice),
            None => faults.add(file, step.line + offset, "learning-script-practice"),
        }
    }
    task
}

/// `- [predicate] text`, below it what is missing.
fn parse_check(file: &str, entry: &Entry, faults: &mut Faults) -> Option<Check> {
    let parts = entry.text.strip_prefix("- [").and_then(|it| it.split_once(']'));
    let predicate = parts.and_then(|(predicate, _)| parse_predicate(predicate));
    let (Some((_, text)), Some(predicate)) = (parts, predicate) else {
        faults.add(file, entry.line, "learning-script-predicate");
        return None;
    };
    if entry.more.is_empty() {
        faults.add(file, entry.line, "learning-script-no-missing");
    }
    Some(Check { predicate, text: text.trim().to_owned(), missing: entry.more.clone() })
}

fn parse_predicate(text: &str) -> Option<Predicate> {
    let (fact, at_least) = text.split_once(">=")?;
    let at_least = at_least.trim().parse().ok().filter(|it| (1..=100).contains(it))?;
    let fact = fact.trim();
    let (fact, given) = match fact.split_once('(') {
        Some((fact, given)) => (fact, given.strip_suffix(')')?),
        None => (fact, ""),
    };
    let given = given.split(',').map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect();
    Some(Predicate { fact: fact.trim().to_owned(), given, at_least })
}

fn parse_practice(entry: &Entry) -> Option<Practice> {
    let joined = entry.joined();
    if let Some((head, rest)) = joined.split_once(" at \"") {
        let ((who, file), (passage, words)) = (head.split_once(" on ")?, rest.split_once("\":")?);
        return Some(Practice::On {
            who: who.trim().to_owned(),
            file: file.trim().to_owned(),
            passage: passage.to_owned(),
            words: words.trim().to_owned(),
        });
    }
    let (head, words) =
        joined.split_once(": ").map(|(head, words)| (head.trim(), words.trim().to_owned()))?;
    match head {
        "file" => return Some(split_place(&words)),
        "page" => return Some(Practice::Page { file: words }),
        "space" if words == "customers" => return Some(Practice::Customers),
        _ => {}
    }
    let (who, verb) = head.split_once(' ')?;
    let who = who.to_owned();
    match verb {
        "answers" => Some(Practice::Answers { who, words }),
        "reacts" => Some(Practice::Reacts { who, emoji: words }),
        _ => None,
    }
}

/// `kalkulation.md in customers` lies in the second space.
fn split_place(words: &str) -> Practice {
    match words.split_once(" in ") {
        Some((file, _)) => Practice::FileThere { file: file.trim().to_owned() },
        None => Practice::File { file: words.to_owned() },
    }
}
