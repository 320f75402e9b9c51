//! What changes for learners when a draft is published. No I/O.

use std::collections::BTreeMap;

use crate::script::{Chapter, ChapterText, Course, Question};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    New,
    Gone,
    Changed,
}

impl How {
    /// The key of the sentence.
    pub fn key(self) -> &'static str {
        match self {
            Self::New => "learning-author-chapter-new",
            Self::Gone => "learning-author-chapter-gone",
            Self::Changed => "learning-author-chapter-changed",
        }
    }
}

/// One chapter that will not be what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    pub title: String,
    pub how: How,
    /// Keys of texts: what else of it changes.
    pub parts: Vec<&'static str>,
    /// Prompts of questions.
    pub added: Vec<String>,
    pub gone: Vec<String>,
    pub changed: Vec<String>,
}

fn any(chapter: &Chapter) -> Option<&ChapterText> {
    chapter.texts.values().next()
}

fn titled(chapter: &Chapter, how: How) -> Change {
    let title = any(chapter).map_or_else(|| chapter.plan.key.clone(), |it| it.title.clone());
    Change { title, how, parts: Vec::new(), added: Vec::new(), gone: Vec::new(), changed: Vec::new() }
}

fn prompts(questions: &[Question]) -> Vec<String> {
    questions.iter().map(|it| it.prompt.clone()).collect()
}

/// Chapter by chapter, those of the draft first; nothing for what stays as it is.
pub(crate) fn difference(before: Option<&Course>, now: &Course) -> Vec<Change> {
    let old: &[Chapter] = before.map_or(&[], |it| &it.chapters);
    let mut changes = Vec::new();
    for chapter in &now.chapters {
        match old.iter().find(|it| it.plan.key == chapter.plan.key) {
            Some(before) => changes.extend(changed(before, chapter)),
            None => {
                let added = any(chapter).map(|it| prompts(&it.questions)).unwrap_or_default();
                changes.push(Change { added, ..titled(chapter, How::New) });
            }
        }
    }
    let stays = |it: &&Chapter| now.chapters.iter().any(|other| other.plan.key == it.plan.key);
    changes.extend(old.iter().filter(|it| !stays(it)).map(|it| titled(it, How::Gone)));
    changes
}

/// The same question in each language, without the line in which it stands.
fn questions(chapter: &Chapter) -> BTreeMap<&str, Vec<Question>> {
    let mut all: BTreeMap<&str, Vec<Question>> = BTreeMap::new();
    for question in chapter.texts.values().flat_map(|it| &it.questions) {
        all.entry(&question.key).or_default().push(Question { line: 0, ..question.clone() });
    }
    all
}

fn changed(before: &Chapter, now: &Chapter) -> Option<Change> {
    let (old, new) = (questions(before), questions(now));
    let prompt = |it: &Vec<Question>| it.first().map(|it| it.prompt.clone());
    let mut change = titled(now, How::Changed);
    for (key, question) in &new {
        match old.get(key) {
            None => change.added.extend(prompt(question)),
            Some(before) if before != question => change.changed.extend(prompt(question)),
            Some(_) => {}
        }
    }
    let gone = old.iter().filter(|(key, _)| !new.contains_key(*key));
    change.gone = gone.filter_map(|(_, it)| prompt(it)).collect();
    let differs = |part: fn(&ChapterText) -> String| {
        let all = |it: &Chapter| it.texts.values().map(part).collect::<Vec<_>>();
        all(before) != all(now)
    };
    if differs(|it| format!("{} {:?}", it.title, it.scenes)) {
        change.parts.push("learning-part-talk");
    }
    if before.plan != now.plan {
        change.parts.push("learning-author-part-game");
    }
    if differs(|it| format!("{:?} {:?}", it.task, it.practice)) {
        change.parts.push("learning-part-task");
    }
    if differs(|it| it.summary.clone()) {
        change.parts.push("learning-part-summary");
    }
    let nothing = change.parts.is_empty()
        && change.added.is_empty()
        && change.gone.is_empty()
        && change.changed.is_empty();
    (!nothing).then_some(change)
}
