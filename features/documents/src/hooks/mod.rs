pub(crate) mod cards;
pub(crate) mod contents;
pub(crate) mod keeps;
pub(crate) mod store;
