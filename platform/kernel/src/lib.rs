//! The words every other crate uses; nothing here reads or writes.
//!
//! The cast: a person does a [`Deed`](activity::Deed). Committed, it is an [`Activity`](activity::Activity)
//! with a position in the one log everybody reads. Whoever is named in it is named by a typed id ([`ids`]),
//! what may go wrong has a name in [`error`], what must not grow without end has one in [`limits`], and what
//! is said to a person is a key that a [`Locale`] turns into words.

pub mod activity;
pub mod card;
pub mod clock;
pub mod error;
pub mod evaluation;
pub mod ids;
pub mod limits;
pub mod line;
pub mod locale;
pub mod when;

pub use error::{Error, Flaw, Result};
pub use locale::{Locale, Words};

pub const TEXTS: locale::Texts =
    locale::Texts { de: include_str!("../texts/de.ftl"), en: include_str!("../texts/en.ftl") };
