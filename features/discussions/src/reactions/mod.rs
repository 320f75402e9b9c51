pub(crate) mod bar;
pub(crate) mod emoji;
pub(crate) mod react;
pub(crate) mod store;
pub(crate) mod web;

#[cfg(test)]
mod tests;
