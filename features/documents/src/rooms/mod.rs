pub(crate) mod log;
pub(crate) mod rest;
pub(crate) mod socket;
pub(crate) mod store;
pub(crate) mod watch;
