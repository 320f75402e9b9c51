pub(crate) mod poll;
pub(crate) mod store;
pub(crate) mod vote;
pub(crate) mod web;

#[cfg(test)]
mod tests;
