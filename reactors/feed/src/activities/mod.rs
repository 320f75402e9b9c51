pub(crate) mod api;
mod follow;
mod store;
