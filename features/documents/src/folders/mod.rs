pub(crate) mod change;
pub(crate) mod folder;
pub(crate) mod make;
pub(crate) mod store;
pub(crate) mod web;

#[cfg(test)]
mod tests;
