//! Cards on a desk, two of which belong together.

use feature::Game;

pub(crate) const GAME: Game = Game { name: "aktenpaare", kinds: &["pairs"] };
