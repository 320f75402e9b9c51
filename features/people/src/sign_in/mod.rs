pub(crate) mod enter;
pub(crate) mod letters;
pub(crate) mod link;
pub(crate) mod then;
pub(crate) mod through_link;
pub(crate) mod tries;
pub(crate) mod web;
