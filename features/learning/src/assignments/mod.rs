//! Assignments: who is to pass a course until when, and the four numbers that others see of it.

pub(crate) mod api;
pub(crate) mod assign;
pub(crate) mod assignment;
pub(crate) mod change;
pub(crate) mod form;
pub(crate) mod look;
pub(crate) mod mine;
mod photo;
pub(crate) mod settings;
pub(crate) mod store;
#[cfg(test)]
mod tests;
pub(crate) mod web;
