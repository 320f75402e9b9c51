pub(crate) mod api;
mod line;
mod look;
mod quick;
mod snippet;
mod store;
pub(crate) mod web;
