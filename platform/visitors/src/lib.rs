//! People without an account: known by an address that they confirmed, and by a link to what they wrote.
//!
//! The cast: a [`Visitor`] is an address and nothing else. A *confirmation* is the one mail that asks whether
//! it was really her. A *receipt* is the link under which she sees, changes and erases what she wrote; each
//! feature that keeps something gives its part ([`feature::Receipts`]). [`Doors`] count how often somebody
//! may write without signing in, and ask for a *proof of work* beyond that. [`checks`] look at a text and
//! say why it should be looked at by a person; they never drop anything.

pub mod checks;
mod confirmation;
mod doors;
mod receipt;
mod sweep;
mod visitor;

use std::sync::Arc;

use database::{Database, Migration};
use dispatch::Worker;
use feature::{Feature, Later};
use kernel::locale::Texts;
use page::Gate;

pub use confirmation::{Asked, CONFIRMATION_MAX, ask};
pub use doors::{Challenge, Doors, Refusal, WORK_HEADER, answer as work_answer};
pub use receipt::{RECEIPT_MAX, open, stop_path};
pub use sweep::HELD_MAX;
pub use visitor::{Visitor, approved, find, meet};

pub const TEXTS: Texts = Texts { de: include_str!("../texts/de.ftl"), en: include_str!("../texts/en.ftl") };

pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "visitors/0001_visitors", sql: include_str!("../migrations/0001_visitors.sql") }];

/// What it is made of; cheap to clone, and the state of all its handlers.
#[derive(Clone)]
pub struct Visitors {
    pub database: Database,
    pub gate: Gate,
    pub known: Later,
    pub doors: Doors,
}

pub fn feature(visitors: Visitors) -> Feature {
    Feature {
        migrations: MIGRATIONS,
        routes: confirmation::web::routes(visitors.clone()).merge(receipt::web::routes(visitors)),
        ..Feature::named("visitors", TEXTS)
    }
}

/// Takes away, once a day, what was kept long enough.
pub fn workers(visitors: Visitors) -> Vec<Arc<dyn Worker>> {
    vec![Arc::new(sweep::Sweep(visitors))]
}
