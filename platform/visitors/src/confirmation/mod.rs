mod answer;
mod ask;
pub(crate) mod store;
pub(crate) mod web;

pub use ask::{Asked, CONFIRMATION_MAX, ask};
pub(crate) use ask::{count_letter, sealed};
