//! What the presenter tells.

pub(crate) mod api;
pub(crate) mod see;
pub(crate) mod web;
