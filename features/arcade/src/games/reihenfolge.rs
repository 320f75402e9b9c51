//! Binders in a shelf, to be put into the right order.

use feature::Game;

pub(crate) const GAME: Game = Game { name: "reihenfolge", kinds: &["order"] };
