pub(crate) mod add;
pub(crate) mod password;
pub(crate) mod store;
