//! What a feature tells the rest of the house, so that nobody has to depend on it.
//!
//! A reactor that meets an activity knows only its words, `restored` and `version`; [`Known`] leads from them
//! to the sentence, the card, the contents and the called of the feature that recorded it. Where one feature
//! must act in another, it asks for a capability by its trait ([`Capabilities`]) and never learns who offers
//! it.

mod capabilities;
mod facts;
pub mod games;
mod hooks;
mod known;
mod receipts;
mod routes;

use database::Migration;
use kernel::activity::Verb;
use kernel::evaluation::Evaluation;
use kernel::locale::{Locale, Texts};

pub use capabilities::{Capabilities, Pages, Said, Talk, Written};
pub use facts::{Asked, Facts};
pub use games::{Game, Rounds};
pub use hooks::{
    Answering, Answers, Calls, Cards, Contents, Drawn, Echo, Echoes, Found, Keeps, Looking, Waiting, Waits,
};
pub use known::{Known, Later};
pub use receipts::{Piece, Receipts, Standing};
pub use routes::{Route, Routes, Who};

pub struct Feature {
    /// The name of its crate.
    pub name: &'static str,
    /// In the order in which they run; they may refer to the tables of `access`.
    pub migrations: &'static [Migration],
    /// Every verb it records.
    pub told: &'static [Told],
    /// Everything in it that could show how a single person works.
    pub evaluations: &'static [Evaluation],
    pub texts: Texts,
    /// Its pages and its part of the API, complete with their state.
    pub routes: Routes,
    /// How its things look in lists.
    pub cards: Vec<std::sync::Arc<dyn Cards>>,
    /// What is found in its things.
    pub contents: Vec<std::sync::Arc<dyn Contents>>,
    /// Who is called by name in what it records.
    pub calls: Vec<std::sync::Arc<dyn Calls>>,
    /// Who knows what came back to things.
    pub echoes: Vec<std::sync::Arc<dyn Echoes>>,
    /// What waits for somebody in it.
    pub waits: Vec<std::sync::Arc<dyn Waits>>,
    /// Which of its things are answered by a comment.
    pub answers: Vec<std::sync::Arc<dyn Answers>>,
    /// Which files of the store it needs.
    pub keeps: Vec<std::sync::Arc<dyn Keeps>>,
    /// What can be asked about what a person did.
    pub facts: Vec<std::sync::Arc<dyn Facts>>,
    /// The games that it plays.
    pub games: &'static [Game],
    /// What people without an account wrote in it.
    pub receipts: Vec<std::sync::Arc<dyn Receipts>>,
}

impl Feature {
    /// One that has nothing but a name and texts; the rest is set where it is made.
    pub fn named(name: &'static str, texts: Texts) -> Self {
        Self {
            name,
            migrations: &[],
            told: &[],
            evaluations: &[],
            texts,
            routes: Routes::new(),
            cards: Vec::new(),
            contents: Vec::new(),
            calls: Vec::new(),
            echoes: Vec::new(),
            waits: Vec::new(),
            answers: Vec::new(),
            keeps: Vec::new(),
            facts: Vec::new(),
            games: &[],
            receipts: Vec::new(),
        }
    }
}

/// One kind of activity and how it reads: `{actor}` stands for a name, `{title}` for the thing it is about.
#[derive(Debug)]
pub struct Told {
    /// The kind of the object; with the verb it is unique in the product.
    pub kind: &'static str,
    pub verb: Verb,
    pub de: &'static str,
    pub en: &'static str,
    pub loudness: Loudness,
}

/// Who hears of an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loudness {
    /// Only reactors: a text was extracted, an anchor was found again.
    Silent,
    /// Only who is called by it is told; it stands in no feed.
    Called,
    /// It stands in the feed and in the thing's history.
    Shown,
    /// Those who are involved in the thing are told, too.
    Told,
}

impl Told {
    /// "Ana Berg restored an older version of Travel policy", as plain text: a page has to escape it.
    pub fn sentence(&self, locale: Locale, actor: &str, title: &str) -> String {
        self.around(locale, actor).replace("{title}", title)
    }

    /// The same with `{title}` left open, for a page that makes a link of it.
    pub fn around(&self, locale: Locale, actor: &str) -> String {
        let (pattern, nobody) = match locale {
            Locale::De => (self.de, "Jemand"),
            Locale::En => (self.en, "Somebody"),
        };
        // An empty name is that of somebody who was erased.
        let actor = if actor.is_empty() { nobody } else { actor };
        pattern.replace("{actor}", actor)
    }
}
