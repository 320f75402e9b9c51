pub(crate) mod bar;
pub(crate) mod emoji;
mod react;
pub(crate) mod store;
pub(crate) mod web;

#[cfg(test)]
mod tests;
