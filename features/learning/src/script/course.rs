//! All files of a course, read together: the languages must say the same.

use std::collections::BTreeMap;

use kernel::{Locale, Words};

use super::fault::Faults;
use super::manifest::{Manifest, Plan, parse as parse_manifest};
use super::question::Question;
use super::talk::Scene;
use super::task::Task;
use super::{questions, talk, task};

/// Path from the root of the course to its text.
pub type Files = BTreeMap<String, String>;

#[derive(Clone, Debug)]
pub struct Course {
    pub manifest: Manifest,
    /// Title and a paragraph about it, per language.
    pub about: BTreeMap<&'static str, (String, String)>,
    pub chapters: Vec<Chapter>,
}

#[derive(Clone, Debug)]
pub struct Chapter {
    pub plan: Plan,
    pub texts: BTreeMap<&'static str, ChapterText>,
}

#[derive(Clone, Debug, Default)]
pub struct ChapterText {
    pub title: String,
    pub scenes: Vec<Scene>,
    pub questions: Vec<Question>,
    pub task: Task,
    /// Markdown.
    pub summary: String,
    /// The texts of the practice files by name.
    pub practice: BTreeMap<String, String>,
}

/// How many questions a chapter has, which is the same in all languages.
pub fn questions_of(chapter: &Chapter) -> usize {
    chapter.texts.values().next().map_or(0, |it| it.questions.len())
}

/// What a game can play: its name, and whether it plays a kind.
pub type Plays<'a> = &'a dyn Fn(&str, super::Kind) -> Option<bool>;

impl Course {
    /// Errors: everything that is wrong in any file.
    pub fn read(files: &Files, plays: Plays<'_>) -> Result<Self, Faults> {
        let mut faults = Faults::default();
        let plan = files.get("course.toml").map_or("", String::as_str);
        let Some(manifest) = parse_manifest("course.toml", plan, &mut faults) else { return Err(faults) };
        let mut about = BTreeMap::new();
        for language in &manifest.languages {
            let file = format!("{}/course.md", language.code());
            about.insert(language.code(), parse_about(&file, text(files, &file, &mut faults), &mut faults));
        }
        let mut chapters = Vec::new();
        for plan in &manifest.chapters {
            let texts = manifest
                .languages
                .iter()
                .map(|language| (language.code(), read_chapter(files, *language, &plan.key, &mut faults)));
            let chapter = Chapter { plan: plan.clone(), texts: texts.collect() };
            compare(&manifest, &chapter, &mut faults);
            fits(&manifest, &chapter, plays, &mut faults);
            chapters.push(chapter);
        }
        if faults.is_empty() { Ok(Self { manifest, about, chapters }) } else { Err(faults) }
    }
}

fn text<'a>(files: &'a Files, file: &str, faults: &mut Faults) -> &'a str {
    match files.get(file) {
        Some(text) => text,
        None => {
            faults.add(file, 1, "learning-script-file-missing");
            ""
        }
    }
}

fn parse_about(file: &str, text: &str, faults: &mut Faults) -> (String, String) {
    let (title, about) = text.trim().split_once('\n').unwrap_or((text.trim(), ""));
    let title = title.trim_start_matches('#').trim().to_owned();
    if title.is_empty() && !text.is_empty() {
        faults.add(file, 1, "learning-script-no-title");
    }
    (title, about.trim().to_owned())
}

fn read_chapter(files: &Files, language: Locale, key: &str, faults: &mut Faults) -> ChapterText {
    let folder = format!("{}/{key}", language.code());
    let path = |name: &str| format!("{folder}/{name}");
    let file = path("talk.txt");
    let (title, scenes) = talk::parse(&file, text(files, &file, faults), faults);
    let file = path("questions.txt");
    let questions = questions::parse(&file, text(files, &file, faults), faults);
    for question in &questions {
        let known = |label: &String| scenes.iter().any(|it| it.label.as_ref() == Some(label));
        if question.see.as_ref().is_some_and(|it| !known(it)) {
            faults.add(&file, question.line, "learning-script-see");
        }
    }
    // A course that is only asked has no task, and nothing to keep.
    let file = path("task.md");
    let task = files.get(&file).map(|it| task::parse(&file, it, faults)).unwrap_or_default();
    let mut practice = BTreeMap::new();
    for name in task.files() {
        let words = text(files, &path(name), faults).to_owned();
        practice.insert(name.to_owned(), words);
    }
    // Its title stands above it on the page.
    let summary = files.get(&path("summary.md")).map_or("", String::as_str).trim();
    let summary = match summary.strip_prefix("# ").and_then(|it| it.split_once('\n')) {
        Some((_title, rest)) => rest.trim().to_owned(),
        None => summary.to_owned(),
    };
    ChapterText { title, scenes, questions, task, summary, practice }
}

/// One course, one standing: what is counted must be the same in all languages.
fn compare(manifest: &Manifest, chapter: &Chapter, faults: &mut Faults) {
    let Some(first) = manifest.languages.first().and_then(|it| chapter.texts.get(it.code())) else { return };
    for language in manifest.languages.iter().skip(1) {
        let Some(other) = chapter.texts.get(language.code()) else { continue };
        let folder = format!("{}/{}", language.code(), chapter.plan.key);
        let labels = |it: &ChapterText| it.scenes.iter().map(|it| it.label.clone()).collect::<Vec<_>>();
        if labels(first) != labels(other) {
            faults.add(&format!("{folder}/talk.txt"), 1, "learning-script-scenes-differ");
        }
        let file = format!("{folder}/questions.txt");
        if first.questions.len() != other.questions.len() {
            faults.add(&file, 1, "learning-script-questions-differ");
        }
        for (mine, theirs) in first.questions.iter().zip(&other.questions) {
            if mine.key != theirs.key {
                let words = Words::new("learning-script-questions-order").with("name", mine.key.clone());
                faults.add(&file, theirs.line, words);
                break;
            }
            if shape(mine) != shape(theirs) {
                faults.add(&file, theirs.line, "learning-script-question-differs");
            }
        }
        let checks =
            |it: &ChapterText| it.task.checks.iter().map(|it| it.predicate.clone()).collect::<Vec<_>>();
        if checks(first) != checks(other) {
            faults.add(&format!("{folder}/task.md"), 1, "learning-script-checks-differ");
        }
    }
}

fn shape(it: &Question) -> impl PartialEq + use<> {
    let options: Vec<_> = it.options.iter().map(|it| (it.right, it.target, it.whys.len())).collect();
    let walls: Vec<_> = it.targets.iter().map(|it| it.wall.clone()).collect();
    let cloze = it.kind == super::Kind::Cloze;
    (it.kind, if cloze { Vec::new() } else { options }, walls, it.group.clone())
}

/// Whether the game of the chapter is known and plays the kinds of its questions.
fn fits(manifest: &Manifest, chapter: &Chapter, plays: Plays<'_>, faults: &mut Faults) {
    let Some(language) = manifest.languages.first() else { return };
    let Some(text) = chapter.texts.get(language.code()) else { return };
    let file = format!("{}/{}/questions.txt", language.code(), chapter.plan.key);
    for question in &text.questions {
        match plays(&chapter.plan.game, question.kind) {
            Some(true) => {}
            Some(false) => {
                let words = Words::new("learning-script-game-kind")
                    .with("game", chapter.plan.game.clone())
                    .with("kind", question.kind.word().to_owned());
                faults.add(&file, question.line, words);
            }
            None => {
                let words = Words::new("learning-script-game").with("name", chapter.plan.game.clone());
                faults.add("course.toml", 1, words);
                return;
            }
        }
    }
    if text.questions.is_empty() {
        faults.add(&file, 1, "learning-script-no-question");
    }
}
