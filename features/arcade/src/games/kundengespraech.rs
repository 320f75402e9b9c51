//! A customer at the counter, and what to say to him.

use feature::Game;

pub(crate) const GAME: Game = Game { name: "kundengespraech", kinds: &["talk", "cloze", "single"] };
