//! All games.

mod aktenpaare;
mod aufzug;
mod kundengespraech;
mod postverteiler;
mod reihenfolge;
mod schiessbude;

use feature::Game;

pub(crate) const ALL: &[Game] = &[
    aufzug::GAME,
    schiessbude::GAME,
    reihenfolge::GAME,
    postverteiler::GAME,
    kundengespraech::GAME,
    aktenpaare::GAME,
];
