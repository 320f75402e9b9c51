//! A lift: with each right answer somebody gets on and it rises a floor.

use feature::Game;

pub(crate) const GAME: Game = Game { name: "aufzug", kinds: &["single", "multiple"] };
