pub(crate) mod api;
pub(crate) mod store;
pub(crate) mod tell;
pub(crate) mod web;
