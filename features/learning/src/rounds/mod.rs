//! Rounds: some questions of a chapter, dealt for one play and graded here.

pub(crate) mod answer;
pub(crate) mod api;
pub(crate) mod deal;
pub(crate) mod grade;
pub(crate) mod offer;
pub(crate) mod shuffle;
pub(crate) mod store;
