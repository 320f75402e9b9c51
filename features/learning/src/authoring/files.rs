//! The files of a draft as they are listed: chapter by chapter, the languages side by side. No I/O.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Flaw, Locale};

use super::draft;
use crate::script::fault::Faults;
use crate::script::{Files, talk};

/// A file in one language.
#[derive(Clone, Debug)]
pub(crate) struct File {
    /// `de`; nothing for the plan.
    pub language: &'static str,
    pub path: String,
    /// Missing where another language has it.
    pub is_there: bool,
    pub faults: usize,
}

/// A name and its file in each language.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub name: String,
    pub files: Vec<File>,
}

impl Row {
    /// The key of the text that says what such a file is for; nothing for a practice file.
    pub fn about(&self) -> Option<&'static str> {
        Some(match self.name.as_str() {
            "course.toml" => "learning-author-file-plan",
            "course.md" => "learning-author-file-course",
            "talk.txt" => "learning-author-file-talk",
            "questions.txt" => "learning-author-file-questions",
            "task.md" => "learning-author-file-task",
            "summary.md" => "learning-author-file-summary",
            _ => return None,
        })
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Group {
    /// The folder of the chapter; empty for the course itself.
    pub key: String,
    pub title: String,
    pub game: String,
    /// Files that belong to no chapter of the plan.
    pub is_stray: bool,
    /// The file of the talk that is shown first.
    pub talk: Option<String>,
    pub rows: Vec<Row>,
}

const PARTS: [&str; 4] = ["talk.txt", "questions.txt", "task.md", "summary.md"];

pub(crate) fn groups(
    files: &Files,
    languages: &[Locale],
    faults: &BTreeMap<String, Vec<Flaw>>,
    locale: Locale,
) -> Vec<Group> {
    let file = |language: &'static str, path: String| File {
        is_there: files.contains_key(&path),
        faults: faults.get(&path).map_or(0, Vec::len),
        language,
        path,
    };
    let row = |folder: &str, name: &str| Row {
        name: name.to_owned(),
        files: languages.iter().map(|it| file(it.code(), format!("{}/{folder}{name}", it.code()))).collect(),
    };
    let plan = Row { name: "course.toml".to_owned(), files: vec![file("", "course.toml".to_owned())] };
    let mut rows = vec![plan];
    if !languages.is_empty() {
        rows.push(row("", "course.md"));
    }
    let mut groups = vec![group("", String::new(), String::new(), rows)];
    for chapter in draft::manifest(files).map(|it| it.chapters).unwrap_or_default() {
        let folder = format!("{}/", chapter.key);
        let mut names: Vec<String> = PARTS.iter().map(|it| (*it).to_owned()).collect();
        let others: BTreeSet<String> = languages
            .iter()
            .flat_map(|it| names_in(files, &format!("{}/{folder}", it.code())))
            .filter(|it| !PARTS.contains(&it.as_str()))
            .collect();
        names.extend(others);
        let rows = names.iter().map(|it| row(&folder, it)).collect();
        let mine = [locale].iter().chain(languages).copied().find_map(|it| title(files, it, &chapter.key));
        let (title, talk) = mine.map_or((chapter.key.clone(), None), |(title, talk)| (title, Some(talk)));
        groups.push(Group { talk, ..group(&chapter.key, title, chapter.game, rows) });
    }
    let listed: BTreeSet<String> =
        groups.iter().flat_map(|it| &it.rows).flat_map(|it| &it.files).map(|it| it.path.clone()).collect();
    let stray = files.keys().filter(|it| !listed.contains(*it));
    let stray: Vec<Row> =
        stray.map(|it| Row { name: it.clone(), files: vec![file("", it.clone())] }).collect();
    if !stray.is_empty() {
        groups.push(Group { is_stray: true, ..group("", String::new(), String::new(), stray) });
    }
    groups
}

fn group(key: &str, title: String, game: String, rows: Vec<Row>) -> Group {
    Group { key: key.to_owned(), title, game, is_stray: false, talk: None, rows }
}

fn names_in(files: &Files, folder: &str) -> Vec<String> {
    let inside = files.keys().filter_map(|it| it.strip_prefix(folder));
    inside.filter(|it| !it.contains('/')).map(str::to_owned).collect()
}

/// The title of a chapter in a language, and the file of its talk.
fn title(files: &Files, language: Locale, chapter: &str) -> Option<(String, String)> {
    let path = format!("{}/{chapter}/talk.txt", language.code());
    let (title, _) = talk::parse(&path, files.get(&path)?, &mut Faults::default());
    (!title.is_empty()).then_some((title, path))
}
