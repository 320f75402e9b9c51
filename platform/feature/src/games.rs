//! Between the feature that keeps courses and the one that plays games: what a game can play, and a round.
//!
//! The shapes are those of the API (`POST /rounds`, `POST /rounds/{id}/answers`). Nothing in a [`Deal`] tells
//! which option is right; only the [`Verdict`] does, and only about what was given.

use std::collections::BTreeMap;

use access::Person;
use async_trait::async_trait;
use kernel::ids::Uuid;
use kernel::{Locale, Result};
use serde::{Deserialize, Serialize};

/// A game by its name, `schiessbude`, and the kinds of questions that it plays.
#[derive(Debug)]
pub struct Game {
    pub name: &'static str,
    pub kinds: &'static [&'static str],
}

/// One play of a chapter's game: some of its questions, in an order of their own.
#[derive(Clone, Debug, Serialize)]
pub struct Deal {
    pub id: Uuid,
    pub chapter_id: Uuid,
    pub game: String,
    pub items: Vec<Item>,
    /// Whether every item has been answered rightly.
    pub passed: bool,
    /// Nothing for a round that counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trial: Option<Trial>,
}

/// A round in which an author tries something out: it counts nowhere, and leads back to where it is written.
/// All are addresses.
#[derive(Clone, Debug, Serialize)]
pub struct Trial {
    pub file: String,
    pub course: String,
    pub talk: String,
}

impl Deal {
    /// Where the talk is, in which it was said.
    pub fn talk(&self) -> String {
        let own = || format!("/learn/chapters/{}/talk", self.chapter_id);
        self.trial.as_ref().map_or_else(own, |it| it.talk.clone())
    }

    /// Where it goes on.
    pub fn onward(&self) -> String {
        let own = || format!("/learn/chapters/{}/task", self.chapter_id);
        self.trial.as_ref().map_or_else(own, |it| it.file.clone())
    }

    /// Where another round begins.
    pub fn again(&self) -> String {
        let own = || format!("/learn/chapters/{}/game", self.chapter_id);
        self.trial.as_ref().map_or_else(own, |it| it.course.clone())
    }
}

/// One question as it was dealt.
#[derive(Clone, Debug, Serialize)]
pub struct Item {
    pub id: Uuid,
    /// `single multiple order pairs sort mark cloze talk`.
    pub kind: String,
    pub prompt: String,
    /// How many options are right.
    pub count: usize,
    pub options: Vec<Choice>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mood: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    pub done: bool,
    /// What was given before and was wrong.
    pub tried: Vec<Tried>,
}

/// `id` holds within its item and its round alone.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    pub id: String,
    pub text: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Target {
    pub id: String,
    pub text: String,
    /// `members company customer web`: whom it lets in, where targets are walls.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wall: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tried {
    pub option: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    pub why: String,
}

/// An answer: by kind one of the fields.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Given {
    pub item_id: String,
    pub option_ids: Option<Vec<String>>,
    pub order: Option<Vec<String>>,
    pub pairs: Option<BTreeMap<String, String>>,
    pub text: Option<String>,
}

/// What became of an answer.
#[derive(Clone, Debug, Serialize)]
pub struct Verdict {
    pub correct: bool,
    pub feedback: String,
    /// Items not answered rightly yet.
    pub left: i64,
    /// Whether the round is through.
    pub passed: bool,
    /// Of the options given those that are right, or stand in the right place.
    pub right: Vec<String>,
    pub wrong: Vec<String>,
    /// The scene of the talk in which it was said, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scene: Option<usize>,
}

/// Offered by whoever keeps courses.
#[async_trait]
pub trait Rounds: Send + Sync {
    /// A round of hers.
    ///
    /// Errors: `NotFound` for one of somebody else.
    async fn dealt(&self, person: &Person, round: Uuid, locale: Locale) -> Result<Deal>;

    /// Grades an answer; one to an item that is right already changes nothing.
    ///
    /// Errors: `NotFound` for a round or an item that is not hers, `Invalid` for ids that were not dealt.
    async fn answer(&self, person: &Person, round: Uuid, given: &Given, locale: Locale) -> Result<Verdict>;
}
