pub(crate) mod composer;
mod past;
pub(crate) mod talk;
pub(crate) mod thread;
pub(crate) mod turbo;
pub(crate) mod web;
