//! A mail room: letters go to those who are to read them.

use feature::Game;

pub(crate) const GAME: Game = Game { name: "postverteiler", kinds: &["sort"] };
