//! What the company tells the world.
//!
//! The cast: an *article* is the public face of a page. The page is written inside, together, with versions
//! and talk; the article adds an address, a teaser, a picture, tags, authors and a date. To *publish* it
//! freezes the page as it reads at that moment: that *release* is what everybody sees, until somebody
//! publishes again. The *site* is what stands around all public pages. They need no script, set no cookie
//! and are the same for everybody.

mod activity;
mod articles;
mod below;
mod comments;
mod moderation;
mod public;
mod settings;

use std::sync::Arc;

use blobs::Blobs;
use convert::Converter;
use database::{Database, Migration};
use dispatch::Worker;
use feature::{Feature, Pages, Talk};
use kernel::locale::Texts;
use page::Gate;
use visitors::Visitors;

pub const MIGRATIONS: &[Migration] = &[
    Migration { name: "blog/0001_blog", sql: include_str!("../migrations/0001_blog.sql") },
    Migration { name: "blog/0002_comments", sql: include_str!("../migrations/0002_comments.sql") },
    Migration { name: "blog/0003_discussed", sql: include_str!("../migrations/0003_discussed.sql") },
];

pub const TEXTS: Texts = Texts { de: include_str!("../texts/de.ftl"), en: include_str!("../texts/en.ftl") };

/// What it is made of, and the state of all its handlers.
#[derive(Clone)]
pub struct Parts {
    pub database: Database,
    pub blobs: Blobs,
    pub converter: Converter,
    pub gate: Gate,
    pub pages: Arc<dyn Pages>,
    pub talk: Arc<dyn Talk>,
    pub visitors: Visitors,
}

pub fn feature(parts: Parts) -> Feature {
    Feature {
        migrations: MIGRATIONS,
        told: activity::TOLD,
        evaluations: activity::EVALUATIONS,
        receipts: vec![Arc::new(comments::receipts::CommentReceipts(parts.clone()))],
        routes: articles::routes(parts.clone())
            .merge(comments::routes(parts.clone()))
            .merge(moderation::routes(parts.clone()))
            .merge(public::routes(parts.clone()))
            .merge(settings::web::routes(parts)),
        keeps: vec![Arc::new(articles::keeps::Pictures)],
        ..Feature::named("blog", TEXTS)
    }
}

/// They publish what is due.
pub fn workers(parts: Parts) -> Vec<Arc<dyn Worker>> {
    vec![Arc::new(articles::due::Due { parts })]
}
