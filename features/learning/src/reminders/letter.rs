//! The mail that reminds: which courses wait, until when, a plain link to each, and how to stop it.

use kernel::clock::Time;
use kernel::ids::{PersonId, Uuid};
use kernel::{Locale, Words};
use mail::{Address, Message};
use page::Gate;

use super::stage::{self, Stage};
use super::store::Pending;
use super::web::stop_path;
use crate::assignments::assignment::due_day;

/// A course that waits, as it is told.
pub(crate) struct Line {
    pub it: Pending,
    pub stage: Stage,
    pub title: String,
}

impl Line {
    /// The text that says it.
    fn key(&self) -> &'static str {
        match (self.stage, self.it.mandatory == 1) {
            (stage::START, true) => "learning-remind-start-mandatory",
            (stage::START, false) => "learning-remind-start",
            (stage::HALF, _) => "learning-remind-half",
            (stage::SOON, _) => "learning-remind-soon",
            (stage::DUE, _) => "learning-remind-due",
            _ => "learning-remind-late",
        }
    }
}

/// `key` is the one that signs links.
pub(crate) fn write(
    gate: &Gate,
    locale: Locale,
    now: Time,
    key: &str,
    to: Address,
    person: PersonId,
    lines: &[Line],
) -> Message {
    let day = |at: i64| due_day(locale, at, now, &gate.zone);
    let mut told = vec![locale.t1("learning-remind-greeting", "name", &to.name)];
    let mut stops = Vec::new();
    for line in lines {
        let words = Words::new(line.key()).with("title", &line.title).with("day", day(line.it.due_at));
        let link = gate.absolute(&course_path(line.it.course_id));
        told.push(format!("{}\n{link}", locale.say(&words)));
        if line.it.mandatory == 0 {
            let stop = gate.absolute(&stop_path(key, person, line.it.assignment_id));
            let words = Words::new("learning-remind-stop").with("title", &line.title);
            stops.push((locale.say(&words), stop));
        }
    }
    told.push(locale.t("learning-remind-end"));
    let mut text = told.join("\n\n");
    if !stops.is_empty() {
        let said: Vec<String> = stops.iter().map(|(words, link)| format!("{words}\n{link}")).collect();
        text = format!("{text}\n\n-- \n{}", said.join("\n"));
    }
    // A mail program's button stops all that the mail is about, or is not there.
    let unsubscribe = match (lines, stops.into_iter().next()) {
        ([_], Some((_, link))) => Some(link),
        _ => None,
    };
    let subject = subject(locale, lines, day);
    Message { to, subject, text: format!("{text}\n"), unsubscribe, auto: true, ..Message::default() }
}

fn subject(locale: Locale, lines: &[Line], day: impl Fn(i64) -> String) -> String {
    match lines {
        [line] => {
            let late = line.stage > stage::DUE;
            let key = if late { "learning-remind-subject-late" } else { "learning-remind-subject" };
            locale.say(&Words::new(key).with("title", &line.title).with("day", day(line.it.due_at)))
        }
        _ => locale.t1("learning-remind-subject-many", "n", lines.len()),
    }
}

fn course_path(course: Uuid) -> String {
    format!("/learn/courses/{course}")
}
