pub(crate) mod answering;
pub(crate) mod calls;
pub(crate) mod cards;
pub(crate) mod contents;
pub(crate) mod waits;
