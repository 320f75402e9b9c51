pub(crate) mod add;
pub(crate) mod change;
pub(crate) mod password;
pub(crate) mod store;
