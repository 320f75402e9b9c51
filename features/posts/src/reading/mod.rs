pub(crate) mod confirm;
pub(crate) mod standing;
pub(crate) mod store;
pub(crate) mod web;
