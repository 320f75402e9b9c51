pub(crate) mod keep;
pub(crate) mod store;
