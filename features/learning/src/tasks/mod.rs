//! Tasks: done on the real platform, checked by what is there.

pub(crate) mod api;
pub(crate) mod check;
pub(crate) mod skip;
mod store;
pub(crate) mod web;
