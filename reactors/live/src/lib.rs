//! Tells open pages that something changed, over one stream per browser (server-sent events).
//!
//! It keeps nothing: a page hears which thing changed and fetches it again, with the rights it has then. The
//! cast: a [`Stream`](stream) belongs to one browser; the *tail* of the log says what was done; *reach* says
//! whether this person may know.

mod store;
mod stream;

use database::Database;
use dispatch::{Nudges, Tail};
use feature::{Feature, Routes, Who};
use kernel::locale::Texts;
use tokio::sync::watch;

pub const TEXTS: Texts = Texts { de: include_str!("../texts/de.ftl"), en: include_str!("../texts/en.ftl") };

/// What the streams need; cheap to clone.
#[derive(Clone)]
pub struct Parts {
    pub database: Database,
    pub tail: Tail,
    pub nudges: Nudges,
    /// Becomes `true` when the server stops; then all streams end.
    pub stopping: watch::Receiver<bool>,
}

pub fn feature(parts: Parts) -> Feature {
    let state = stream::State::new(parts);
    let routes = Routes::with(state).get("/live", Who::SignedIn, stream::open).done();
    Feature { routes, ..Feature::named("live", TEXTS) }
}
