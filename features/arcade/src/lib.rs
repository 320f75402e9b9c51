//! The games in which the questions of a chapter are played: one file each.
//!
//! A game knows which kinds of questions it can play; what a round is, and what is right, is known elsewhere
//! and asked for ([`feature::Rounds`]). Each game is a form underneath, so it can be played without a script.

mod games;
mod play;

use std::sync::Arc;

use database::Database;
use feature::{Feature, Rounds};
use kernel::locale::Texts;

pub const TEXTS: Texts = Texts { de: include_str!("../texts/de.ftl"), en: include_str!("../texts/en.ftl") };

/// What it is made of, and the state of all its handlers.
#[derive(Clone)]
pub struct Parts {
    pub database: Database,
    pub rounds: Arc<dyn Rounds>,
}

/// Whether a game plays questions of this kind; `None` if there is no such game.
pub fn plays(game: &str, kind: &str) -> Option<bool> {
    games::ALL.iter().find(|it| it.name == game).map(|it| it.kinds.contains(&kind))
}

pub fn feature(parts: Parts) -> Feature {
    Feature { games: games::ALL, routes: play::web::routes(parts), ..Feature::named("arcade", TEXTS) }
}
