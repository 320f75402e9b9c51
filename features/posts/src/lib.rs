//! What people tell each other without a document: news, questions, polls, announcements, praise.
//!
//! The cast: a *post* lies in a space and is read by whoever reads there; one to the whole company lies in
//! the [`company`]'s own space. A post may ask, and one of the comments is then *the answer*; it may carry a
//! *poll*; it may be an *announcement*, whose reading is confirmed. One that waits for its time is known to
//! its author alone. What others say to it belongs to whoever keeps the talk.

mod activity;
mod answers;
mod company;
mod hooks;
mod polls;
mod posts;
mod reading;

use std::sync::Arc;

use database::{Database, Migration};
use dispatch::Worker;
use feature::{Feature, Talk};
use kernel::locale::Texts;

pub use company::COMPANY_SPACE;

pub const MIGRATIONS: &[Migration] = &[
    Migration { name: "posts/0001_posts", sql: include_str!("../migrations/0001_posts.sql") },
    Migration { name: "posts/0002_meant", sql: include_str!("../migrations/0002_meant.sql") },
];

pub const TEXTS: Texts = Texts { de: include_str!("../texts/de.ftl"), en: include_str!("../texts/en.ftl") };

/// What it is made of, and the state of all its handlers.
#[derive(Clone)]
pub struct Parts {
    pub database: Database,
    /// Knows which comment is about which post.
    pub talk: Arc<dyn Talk>,
}

pub fn feature(parts: Parts) -> Feature {
    Feature {
        migrations: MIGRATIONS,
        told: activity::TOLD,
        evaluations: activity::EVALUATIONS,
        routes: posts::routes(parts.clone())
            .merge(polls::web::routes(parts.clone()))
            .merge(reading::web::routes(parts.clone()))
            .merge(answers::web::routes(parts)),
        answers: vec![Arc::new(hooks::answering::Questions)],
        waits: vec![Arc::new(hooks::waits::Waiters)],
        cards: vec![Arc::new(hooks::cards::PostCards)],
        contents: vec![Arc::new(hooks::contents::PostContents)],
        calls: vec![Arc::new(hooks::calls::Called)],
        ..Feature::named("posts", TEXTS)
    }
}

/// They send what was to be sent later.
pub fn workers(parts: Parts) -> Vec<Arc<dyn Worker>> {
    vec![Arc::new(posts::due::Due { parts })]
}
