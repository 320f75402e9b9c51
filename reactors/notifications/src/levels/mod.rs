pub(crate) mod level;
pub(crate) mod store;
pub(crate) mod web;
