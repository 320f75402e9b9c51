pub(crate) mod composer;
pub(crate) mod echoes;
mod past;
pub(crate) mod talk;
pub(crate) mod thread;
pub(crate) mod turbo;
pub(crate) mod web;
