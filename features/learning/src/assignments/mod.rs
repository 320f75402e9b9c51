//! Assignments: who is to pass a course until when, and the four numbers that others see of it.

pub(crate) mod api;
pub(crate) mod assign;
pub(crate) mod assignment;
pub(crate) mod mine;
pub(crate) mod store;
