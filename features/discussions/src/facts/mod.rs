//! What can be asked about what a person said.

pub(crate) mod said;
mod store;
