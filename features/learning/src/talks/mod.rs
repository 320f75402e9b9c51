//! What the presenter tells.

pub(crate) mod api;
pub(crate) mod see;
pub(crate) mod stage;
pub(crate) mod web;
