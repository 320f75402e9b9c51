//! Mail that leaves the house: to a mail server, or, as long as none is named, into a folder.
//!
//! The cast: a [`Message`] says who gets what, in plain words and perhaps in HTML. A [`Mailer`] makes a
//! letter of it and sends it; if it cannot, a [`SendError`] says whether trying again may help. Whatever a
//! person typed ends up inside its own header field or inside the body: no text can begin another field.
//!
//! Nothing here logs, and no error names an address or repeats what a mail server said, since servers repeat
//! addresses. Sending happens after the commit, from a delivery row, never inside a transaction.

mod address;
mod mailer;
mod message;
mod smtp;
#[cfg(test)]
mod tests;
mod to_folder;

use kernel::locale::Texts;

pub use address::{Address, is_address};
pub use mailer::{Mailer, SendError};
pub use message::Message;

pub const TEXTS: Texts = Texts { de: include_str!("../texts/de.ftl"), en: include_str!("../texts/en.ftl") };
