//! Practising: spaces of one person alone, with colleagues who say that they are none and answer at any hour.

pub(crate) mod answer;
pub(crate) mod cast;
pub(crate) mod set;
mod store;
pub(crate) mod web;
