//! How the questions of a course do: for its authors, without names, from five people on.

pub(crate) mod api;
mod question;
mod report;
mod store;
pub(crate) mod web;
