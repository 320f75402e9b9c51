//! Finds words in everything that somebody may read.
//!
//! The cast: an [`analyser`] makes words of a text, the same for what is kept and for what is asked. The
//! [`index`] keeps an entry for each object that can be found. To [`find`] joins the index with what
//! the person reaches now, so that nobody finds what she may not read.

mod analyser;
mod find;
mod index;

use async_trait::async_trait;
use database::{Database, Migration, Tx};
use dispatch::Reactor;
use feature::{Feature, Later};
use kernel::Result;
use kernel::activity::Activity;
use kernel::evaluation::Evaluation;
use kernel::locale::Texts;

pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "search/0001_search", sql: include_str!("../migrations/0001_search.sql") }];

pub const TEXTS: Texts = Texts { de: include_str!("../texts/de.ftl"), en: include_str!("../texts/en.ftl") };

/// What it is made of, and the state of its handlers.
#[derive(Clone)]
pub struct Parts {
    pub database: Database,
    pub known: Later,
}

pub fn feature(parts: Parts) -> Feature {
    let routes = find::web::routes(parts.clone()).merge(find::api::routes(parts));
    Feature { migrations: MIGRATIONS, evaluations: EVALUATIONS, routes, ..Feature::named("search", TEXTS) }
}

const EVALUATIONS: &[Evaluation] = &[Evaluation {
    place: "reactors/search/src/find/store.rs",
    purpose: "search-evaluation-purpose",
    data: "search-evaluation-data",
    seen_by: "search-evaluation-seen-by",
    kept: "search-evaluation-kept",
}];

pub struct Search {
    pub known: Later,
}

#[async_trait]
impl Reactor for Search {
    fn name(&self) -> &'static str {
        "search"
    }

    fn migrations(&self) -> &'static [Migration] {
        MIGRATIONS
    }

    async fn clear(&self, tx: &mut Tx) -> Result<()> {
        index::store::clear(tx).await
    }

    async fn react(&self, tx: &mut Tx, activity: &Activity) -> Result<()> {
        index::keep::keep(tx, &self.known.known(), activity).await
    }
}
