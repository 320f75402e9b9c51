pub(crate) mod anchor;
pub(crate) mod find;
mod follow;
mod fuzzy;
pub(crate) mod line;
mod store;

#[cfg(test)]
mod tests;

pub use follow::Anchors;
pub(crate) use follow::first_place;
