mod ask;
mod erase;
mod open;
mod pieces;
mod store;
pub(crate) mod web;

pub use open::{RECEIPT_MAX, open, stop_path};
