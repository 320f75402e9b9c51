pub(crate) mod api;
pub(crate) mod look;
pub(crate) mod snippet;
pub(crate) mod store;
pub(crate) mod web;
