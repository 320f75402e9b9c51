//! What the rest of the house asks of documents.

pub(crate) mod cards;
pub(crate) mod contents;
pub(crate) mod facts;
pub(crate) mod keeps;
pub(crate) mod store;
