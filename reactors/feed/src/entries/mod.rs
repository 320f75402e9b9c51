pub(crate) mod api;
pub(crate) mod store;
pub(crate) mod stream;
pub(crate) mod web;
