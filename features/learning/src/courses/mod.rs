//! Courses: what there is to learn, and how it gets in.

pub(crate) mod api;
pub mod bundled;
pub(crate) mod course;
pub(crate) mod publish;
pub(crate) mod store;
pub(crate) mod web;
pub(crate) mod withdrawn;
