pub(crate) mod api;
pub(crate) mod contents;
pub(crate) mod own;
pub(crate) mod profile;
pub(crate) mod store;
pub(crate) mod web;
