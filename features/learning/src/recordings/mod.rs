//! Lines of a talk, spoken by somebody instead of a voice of the browser.

pub(crate) mod kept;
pub(crate) mod kind;
pub(crate) mod record;
pub(crate) mod recording;
pub(crate) mod serve;
pub(crate) mod store;
pub(crate) mod web;
