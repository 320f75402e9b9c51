//! Courses in and out: GIFT and Aiken, the two plain formats that other programs speak, and whole courses as
//! a zip.

pub(crate) mod aiken;
pub(crate) mod api;
pub(crate) mod archive;
pub(crate) mod compose;
pub(crate) mod gift;
pub(crate) mod gift_out;
mod read;
pub(crate) mod web;

#[cfg(test)]
mod tests;
