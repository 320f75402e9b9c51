//! The files of a draft, and what can be done to them as a whole. No I/O.

use kernel::{Error, Locale, Result, Words};
use sha2::{Digest, Sha256};

use super::starter;
use crate::script::fault::Faults;
use crate::script::manifest::{Manifest, parse};
use crate::script::{Course, Files};

pub(crate) const FILE_MAX_BYTES: usize = 512 * 1024;
/// All files of a draft together.
const DRAFT_MAX_BYTES: usize = 16 << 20;
const FILES_MAX: usize = 2_000;
const PATH_MAX_CHARS: usize = 120;
const KEY_MAX_CHARS: usize = 40;
const TAG_BYTES: usize = 8;

/// By which a text is known again: whoever saves says which one she had before her.
pub(crate) fn tag(text: &str) -> String {
    Sha256::digest(text).iter().take(TAG_BYTES).map(|it| format!("{it:02x}")).collect()
}

/// Errors: `Invalid` on `path` for what could be no file of a course.
pub(crate) fn path(text: &str) -> Result<String> {
    let text = text.trim();
    let plain = |it: char| it.is_ascii_alphanumeric() || "-_.".contains(it);
    let good = |it: &str| !it.is_empty() && !it.starts_with('.') && it.chars().all(plain);
    let known = [".txt", ".md", ".toml"].iter().any(|it| text.ends_with(it));
    if known && text.len() <= PATH_MAX_CHARS && text.split('/').count() <= 3 && text.split('/').all(good) {
        return Ok(text.to_owned());
    }
    Err(Error::invalid("path", "learning-author-path"))
}

/// One kind of line break, and no more than a file may hold.
///
/// Errors: `Invalid` on `text`.
pub(crate) fn text(text: &str) -> Result<String> {
    let text = text.replace("\r\n", "\n");
    if text.len() > FILE_MAX_BYTES {
        let words = Words::new("learning-author-file-large").with("max", FILE_MAX_BYTES / 1024);
        return Err(Error::invalid("text", words));
    }
    if text.contains('\0') {
        return Err(Error::invalid("text", "learning-script-control"));
    }
    Ok(text)
}

/// Errors: `TooLarge` for more than is kept.
pub(crate) fn must_fit(files: &Files) -> Result<()> {
    let bytes: usize = files.iter().map(|(path, text)| path.len() + text.len()).sum();
    if files.len() > FILES_MAX || bytes > DRAFT_MAX_BYTES {
        return Err(Error::TooLarge("learning-zip-large".into()));
    }
    Ok(())
}

/// The plan, if it can be read.
pub(crate) fn manifest(files: &Files) -> Option<Manifest> {
    parse("course.toml", files.get("course.toml")?, &mut Faults::default())
}

/// Title and paragraph of each language, as far as they are written.
pub(crate) fn abouts(files: &Files) -> Vec<(&'static str, String, String)> {
    let mut abouts: Vec<(&'static str, String, String)> = Vec::new();
    for language in manifest(files).map(|it| it.languages).unwrap_or_default() {
        let text = files.get(&format!("{}/course.md", language.code())).map_or("", |it| it.trim());
        let (title, about) = text.split_once('\n').unwrap_or((text, ""));
        let title = title.trim_start_matches('#').trim();
        if !title.is_empty() && !abouts.iter().any(|(code, ..)| *code == language.code()) {
            abouts.push((language.code(), title.to_owned(), about.trim().to_owned()));
        }
    }
    abouts
}

/// Everything read and checked, as it will be when it is published in the place of the course `key`.
pub(crate) fn read(files: &Files, key: &str, known: &feature::Known) -> Result<Course, Faults> {
    let read = Course::read(files, &|game, kind| known.plays(game, kind.word()));
    let mut faults = read.as_ref().err().cloned().unwrap_or_default();
    if let Some(plan) = manifest(files) {
        let line = |name: &str| {
            let lines = files.get("course.toml").map_or("", String::as_str).lines();
            lines.take_while(|it| !it.trim_start().starts_with('[')).position(|it| it.starts_with(name))
        };
        if plan.key != key {
            let words = Words::new("learning-author-key-changed").with("key", key.to_owned());
            faults.add("course.toml", line("key").unwrap_or(0) + 1, words);
        }
        let twice = |it: &Locale| plan.languages.iter().filter(|other| *other == it).count() > 1;
        if plan.languages.iter().any(twice) {
            faults.add("course.toml", line("languages").unwrap_or(0) + 1, "learning-author-language-twice");
        }
    }
    match read {
        Ok(course) if faults.is_empty() => Ok(course),
        _ => Err(faults),
    }
}

/// What is plain in a title, as a key: `wer-liest-mit`.
pub(crate) fn slug(title: &str) -> String {
    let mut plain = title.to_lowercase();
    for (letter, letters) in [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")] {
        plain = plain.replace(letter, letters);
    }
    let dashed: String = plain.chars().map(|it| if it.is_ascii_alphanumeric() { it } else { '-' }).collect();
    let words: Vec<&str> = dashed.split('-').filter(|it| !it.is_empty()).take(4).collect();
    let head: String = words.join("-").chars().take(KEY_MAX_CHARS - 8).collect();
    head.trim_end_matches('-').to_owned()
}

/// A key for a new course: what is plain in its title, and something that no other has.
pub(crate) fn key(title: &str) -> String {
    let id = kernel::ids::Uuid::now_v7().simple().to_string();
    let own = id.get(id.len() - 6..).unwrap_or_default();
    let head = slug(title);
    if head.is_empty() { format!("course-{own}") } else { format!("{head}-{own}") }
}

/// The same course under another key; `note` is put behind its title.
pub(crate) fn with_key(mut files: Files, key: &str, note: &str) -> Files {
    for (path, text) in &mut files {
        if path == "course.toml" {
            *text = with_line(text, "key", &format!("key = \"{key}\""));
        } else if path.ends_with("/course.md") && path.split('/').count() == 2 {
            let (title, rest) = text.split_once('\n').unwrap_or((text.as_str(), ""));
            *text = format!("{} ({note})\n{rest}", title.trim_end());
        }
    }
    files
}

/// With the line that sets `name` in the head of the plan exchanged.
fn with_line(plan: &str, name: &str, line: &str) -> String {
    let mut in_head = true;
    let mut lines = Vec::new();
    for it in plan.lines() {
        in_head = in_head && !it.trim_start().starts_with('[');
        let sets = it.split_once('=').is_some_and(|(before, _)| before.trim() == name);
        lines.push(if in_head && sets { line } else { it });
    }
    lines.join("\n") + "\n"
}

/// Errors: `Invalid` on `key` for one that is not plain or taken, or while the plan cannot be read.
pub(crate) fn with_chapter(mut files: Files, key: &str, game: &str, title: &str) -> Result<Files> {
    let plan = manifest(&files).ok_or_else(|| Error::invalid("key", "learning-author-plan-first"))?;
    let plain = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-';
    let key = key.trim();
    if key.is_empty() || key.len() > KEY_MAX_CHARS || !key.chars().all(plain) {
        return Err(Error::invalid("key", "learning-script-key"));
    }
    if plan.chapters.iter().any(|it| it.key == key) {
        let words = Words::new("learning-script-key-twice").with("name", key.to_owned());
        return Err(Error::invalid("key", words));
    }
    if !starter::GAMES.contains(&game) {
        return Err(Error::invalid("game", "learning-author-game"));
    }
    starter::add_chapter(&mut files, &plan.languages, key, game, title);
    let text = files.entry("course.toml".to_owned()).or_default();
    *text = format!("{}\n\n[[chapter]]\nkey = \"{key}\"\ngame = \"{game}\"\ndeal = 5\n", text.trim_end());
    must_fit(&files).map(|()| files)
}

/// With a further language that begins as a copy of the first one.
///
/// Errors: `Invalid` on `language` for one that is there, or while the plan cannot be read.
pub(crate) fn with_language(mut files: Files, language: Locale) -> Result<Files> {
    let plan = manifest(&files).ok_or_else(|| Error::invalid("language", "learning-author-plan-first"))?;
    if plan.languages.contains(&language) {
        return Err(Error::invalid("language", "learning-author-language-there"));
    }
    let first = plan.languages.first().map_or("", |it| it.code());
    let copies: Vec<(String, String)> = files
        .iter()
        .filter_map(|(path, text)| {
            let rest = path.strip_prefix(first)?.strip_prefix('/')?;
            Some((format!("{}/{rest}", language.code()), text.clone()))
        })
        .filter(|(path, _)| !files.contains_key(path))
        .collect();
    files.extend(copies);
    let codes: Vec<String> =
        plan.languages.iter().chain([&language]).map(|it| format!("\"{}\"", it.code())).collect();
    let line = format!("languages = [{}]", codes.join(", "));
    if let Some(text) = files.get_mut("course.toml") {
        *text = with_line(text, "languages", &line);
    }
    must_fit(&files).map(|()| files)
}
