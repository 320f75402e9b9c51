//! The plan of a course: `course.toml`.

use kernel::{Locale, Words};
use serde::{Deserialize, Serialize};

use super::fault::Faults;

pub const CHAPTERS_MAX: usize = 40;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// By which the course is known again when it comes in a newer version.
    pub key: String,
    pub version: String,
    /// SPDX.
    pub licence: String,
    /// The first one is the original.
    pub languages: Vec<Locale>,
    #[serde(rename = "chapter", default)]
    pub chapters: Vec<Plan>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The name of its folder.
    pub key: String,
    pub game: String,
    /// How many questions are dealt in a round.
    pub deal: usize,
}

pub fn parse(file: &str, text: &str, faults: &mut Faults) -> Option<Manifest> {
    let manifest: Manifest = match toml::from_str(text) {
        Ok(manifest) => manifest,
        Err(error) => {
            let start = error.span().map_or(0, |it| it.start);
            let line = text.get(..start).map_or(1, |it| it.matches('\n').count() + 1);
            faults.add(
                file,
                line,
                Words::new("learning-script-toml").with("why", error.message().to_owned()),
            );
            return None;
        }
    };
    if manifest.languages.is_empty() {
        faults.add(file, 1, "learning-script-no-language");
    }
    let plain = |key: &str| !key.is_empty() && key.len() <= 40 && key.chars().all(is_plain);
    if !plain(&manifest.key) || !manifest.chapters.iter().all(|it| plain(&it.key)) {
        faults.add(file, 1, "learning-script-key");
    }
    if manifest.chapters.is_empty() || manifest.chapters.len() > CHAPTERS_MAX {
        faults.add(file, 1, Words::new("learning-script-chapters").with("max", CHAPTERS_MAX));
    }
    for (at, plan) in manifest.chapters.iter().enumerate() {
        if manifest.chapters.iter().take(at).any(|it| it.key == plan.key) {
            faults.add(file, 1, Words::new("learning-script-key-twice").with("name", plan.key.clone()));
        }
        if plan.deal == 0 {
            faults.add(file, 1, "learning-script-deal");
        }
    }
    Some(manifest)
}

fn is_plain(it: char) -> bool {
    it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-'
}
