pub(crate) mod letters;
pub(crate) mod link;
pub(crate) mod tries;
pub(crate) mod web;
