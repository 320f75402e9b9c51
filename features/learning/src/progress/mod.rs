//! How far somebody is, and when a course is passed.

pub(crate) mod advance;
pub(crate) mod store;
