//! A round on a page: a form that works without a script, and the game on top of it.

mod form;
mod texts;
pub(crate) mod web;
