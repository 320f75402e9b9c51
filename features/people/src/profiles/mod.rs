pub(crate) mod api;
pub(crate) mod change;
pub(crate) mod contents;
pub(crate) mod own;
pub(crate) mod picture;
pub(crate) mod profile;
pub(crate) mod safety;
pub(crate) mod store;
#[cfg(test)]
mod tests;
pub(crate) mod web;
