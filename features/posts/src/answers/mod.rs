pub(crate) mod mark;
pub(crate) mod web;
