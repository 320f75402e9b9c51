#[expect(clippy::module_inception, reason = "a noun's rules stand in the file of its name")]
pub(crate) mod settings;
pub(crate) mod web;
