//! The director's script of a chapter: who says what, how, and in front of which slide.

use kernel::Words;
use serde::{Deserialize, Serialize};

use super::fault::Faults;
use super::lines::{Entry, entries};
use super::markers::{MOODS, SPEAKERS};

const LINE_MAX_CHARS: usize = 400;
const SLIDE_LINES_MAX: usize = 5;
const SLIDE_LINE_MAX_CHARS: usize = 40;
pub const SCENES_MAX: usize = 60;
const REPLIES_MAX: usize = 4;

/// One thing said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scene {
    /// By which questions refer to it; the same in all languages.
    pub label: Option<String>,
    /// `Frank Mertens`.
    pub speaker: String,
    pub mood: String,
    pub pose: String,
    pub line: String,
    pub slide: Option<Slide>,
    /// If the line asks the learner something: what can be answered.
    pub replies: Vec<Reply>,
}

/// What stands on the flip chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slide {
    pub title: String,
    pub lines: Vec<String>,
}

/// An answer of the learner, and what the speaker says to it. Never graded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    pub text: String,
    pub reply: String,
}

/// The title of the chapter and its scenes; what is wrong goes to `faults`.
pub fn parse(file: &str, text: &str, faults: &mut Faults) -> (String, Vec<Scene>) {
    let (entries, wrong) = entries(text);
    for (line, key) in wrong {
        faults.add(file, line, key);
    }
    let (mut title, mut slide, mut scenes) = (String::new(), None, Vec::<Scene>::new());
    for entry in &entries {
        if let Some(words) = entry.after("# ") {
            title = words.to_owned();
        } else if let Some(words) = entry.after("~") {
            slide = parse_slide(file, entry, words, faults);
        } else if entry.text.starts_with("- ") {
            add_reply(file, entry, &mut scenes, faults);
        } else if let Some(mut scene) = parse_scene(file, entry, faults) {
            scene.slide = slide.clone();
            if scenes.iter().any(|it| it.label.is_some() && it.label == scene.label) {
                faults.add(file, entry.line, "learning-script-label-twice");
            }
            scenes.push(scene);
        }
    }
    if title.is_empty() {
        faults.add(file, 1, "learning-script-no-title");
    }
    if scenes.is_empty() {
        faults.add(file, 1, "learning-script-no-scene");
    }
    if scenes.len() > SCENES_MAX {
        faults.add(file, 1, Words::new("learning-script-scenes-many").with("max", SCENES_MAX));
    }
    (title, scenes)
}

fn parse_slide(file: &str, entry: &Entry, words: &str, faults: &mut Faults) -> Option<Slide> {
    let joined = format!("{words} {}", entry.more);
    let mut parts = joined.split('|').map(|it| it.trim().to_owned()).filter(|it| !it.is_empty());
    let title = parts.next()?;
    let lines: Vec<String> = parts.collect();
    let long = lines.iter().chain([&title]).any(|it| it.chars().count() > SLIDE_LINE_MAX_CHARS);
    if lines.len() > SLIDE_LINES_MAX || long {
        faults.add(file, entry.line, "learning-script-slide-full");
    }
    Some(Slide { title, lines })
}

fn add_reply(file: &str, entry: &Entry, scenes: &mut [Scene], faults: &mut Faults) {
    let joined = entry.joined();
    let parts = joined.trim_start_matches('-').split_once('|');
    match (scenes.last_mut(), parts) {
        (Some(scene), Some((text, reply))) if scene.replies.len() < REPLIES_MAX => {
            scene.replies.push(Reply { text: text.trim().to_owned(), reply: reply.trim().to_owned() });
        }
        _ => faults.add(file, entry.line, "learning-script-reply"),
    }
}

/// `Frank (bright, wave) @label: what he says`.
fn parse_scene(file: &str, entry: &Entry, faults: &mut Faults) -> Option<Scene> {
    let joined = entry.joined();
    let Some((head, line)) = joined.split_once(':').filter(|(head, _)| head.contains('(')) else {
        faults.add(file, entry.line, "learning-script-no-speaker");
        return None;
    };
    let (name, rest) = head.split_once('(')?;
    let Some((manner, label)) = rest.split_once(')') else {
        faults.add(file, entry.line, "learning-script-no-manner");
        return None;
    };
    let Some((_, speaker, poses)) = SPEAKERS.iter().find(|(word, ..)| *word == name.trim()) else {
        faults.add(file, entry.line, Words::new("learning-script-speaker").with("name", name.trim()));
        return None;
    };
    let (mood, pose) = manner.split_once(',').unwrap_or((manner, poses[0]));
    let (mood, pose) = (mood.trim(), pose.trim());
    if !MOODS.contains(&mood) {
        faults.add(file, entry.line, Words::new("learning-script-mood").with("name", mood));
    }
    if !poses.contains(&pose) {
        faults.add(file, entry.line, Words::new("learning-script-pose").with("name", pose));
    }
    let line = line.trim();
    if line.is_empty() {
        faults.add(file, entry.line, "learning-script-silent");
    }
    if line.chars().count() > LINE_MAX_CHARS {
        faults.add(file, entry.line, "learning-script-line-long");
    }
    Some(Scene {
        label: label.trim().strip_prefix('@').map(str::to_owned),
        speaker: (*speaker).to_owned(),
        mood: mood.to_owned(),
        pose: pose.to_owned(),
        line: line.to_owned(),
        slide: None,
        replies: Vec::new(),
    })
}
