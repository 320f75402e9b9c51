pub(crate) mod web;
