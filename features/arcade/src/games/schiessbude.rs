//! A shooting gallery: the right answers are shot down.

use feature::Game;

pub(crate) const GAME: Game = Game { name: "schiessbude", kinds: &["single", "multiple"] };
