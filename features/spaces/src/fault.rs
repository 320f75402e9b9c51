//! What was wrong with a form, beside the field where it was typed.

use kernel::{Error, Result};
use page::Voice;

/// Empty for a form that nobody sent yet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fault {
    field: &'static str,
    message: String,
}

impl Fault {
    /// Errors: everything that cannot be mended by typing something else.
    pub fn of(v: &Voice, error: Error) -> Result<Self> {
        match error {
            Error::Invalid { field, message } => Ok(Self { field, message: v.say(&message) }),
            other => Err(other),
        }
    }

    /// What is to be said below this field.
    pub fn on(&self, field: &str) -> Option<&str> {
        Some(&*self.message).filter(|message| self.field == field && !message.is_empty())
    }
}
