pub(crate) mod store;
pub(crate) mod waits;
