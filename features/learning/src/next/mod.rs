//! Where somebody goes on learning, for the page on which her day begins.

pub(crate) mod step;
pub(crate) mod web;
