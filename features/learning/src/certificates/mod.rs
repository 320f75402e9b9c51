//! That somebody passed a course, on one sheet: shown to whoever was given its address, and taken back by
//! her.

pub(crate) mod certificate;
pub(crate) mod issue;
pub(crate) mod print;
pub(crate) mod store;
pub(crate) mod web;
