//! Tells those who are involved in a thing, once: in the bell, live, and by mail in one bundle per thing.
//!
//! The cast: an [`entry`](entries) is what one person has to know of one thing. A [`level`](levels) is what
//! she wants to know of it. A [`mail`](mails) goes out when it was quiet for a while and she has not looked.

mod entries;
mod levels;
mod mails;

use std::sync::Arc;

use async_trait::async_trait;
use database::{Database, Migration, Tx};
use dispatch::{Nudges, Reactor, Worker};
use feature::{Feature, Later};
use kernel::Result;
use kernel::activity::Activity;
use kernel::evaluation::Evaluation;
use kernel::locale::Texts;
use page::Gate;

pub const TEXTS: Texts = Texts { de: include_str!("../texts/de.ftl"), en: include_str!("../texts/en.ftl") };

pub const MIGRATIONS: &[Migration] = &[Migration {
    name: "notifications/0001_notifications",
    sql: include_str!("../migrations/0001_notifications.sql"),
}];

const EVALUATIONS: &[Evaluation] = &[Evaluation {
    place: "reactors/notifications/src/entries/store.rs",
    purpose: "notifications-evaluation-purpose",
    data: "notifications-evaluation-data",
    seen_by: "notifications-evaluation-seen-by",
    kept: "notifications-evaluation-kept",
}];

/// What this reactor and its pages need; cheap to clone.
#[derive(Clone)]
pub struct Parts {
    pub database: Database,
    pub gate: Gate,
    pub known: Later,
    pub nudges: Nudges,
}

pub fn feature(parts: Parts) -> Feature {
    let routes = entries::web::routes(parts.clone())
        .merge(entries::api::routes(parts.clone()))
        .merge(levels::web::routes(parts));
    Feature {
        migrations: MIGRATIONS,
        evaluations: EVALUATIONS,
        routes,
        ..Feature::named("notifications", TEXTS)
    }
}

pub fn workers(parts: Parts) -> Vec<Arc<dyn Worker>> {
    vec![Arc::new(mails::tell::Telling(parts))]
}

pub struct Notifications(Parts);

impl Notifications {
    pub fn new(parts: Parts) -> Self {
        Self(parts)
    }
}

#[async_trait]
impl Reactor for Notifications {
    fn name(&self) -> &'static str {
        "notifications"
    }

    fn migrations(&self) -> &'static [Migration] {
        MIGRATIONS
    }

    async fn react(&self, tx: &mut Tx, activity: &Activity) -> Result<()> {
        entries::tell::tell(tx, &self.0, activity).await
    }
}
