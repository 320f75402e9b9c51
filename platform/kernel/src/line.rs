//! Texts that people type, checked once for all features.

use crate::{Error, Result, Words};

/// One line: trimmed, without control characters or line breaks, 1 to `max` characters.
///
/// Errors: `Invalid` on `field`.
pub fn parse(field: &'static str, text: &str, max: usize) -> Result<String> {
    let text = optional(field, text, max)?;
    if text.is_empty() { Err(Error::invalid(field, "kernel-line-empty")) } else { Ok(text) }
}

/// As [`parse`], but may be empty.
///
/// Errors: `Invalid` on `field`.
pub fn optional(field: &'static str, text: &str, max: usize) -> Result<String> {
    let text = text.trim();
    if text.contains(|it: char| it.is_control() || is_override(it)) {
        return Err(Error::invalid(field, "kernel-line-control"));
    }
    if text.chars().count() > max {
        return Err(Error::invalid(field, Words::new("kernel-line-long").with("max", max)));
    }
    Ok(text.to_owned())
}

/// Several lines: trimmed, one kind of line break, 0 to `max` characters.
///
/// Errors: `Invalid` on `field`, also for control characters but line breaks and tabs.
pub fn lines(field: &'static str, text: &str, max: usize) -> Result<String> {
    let text = text.trim().replace("\r\n", "\n");
    if text.contains(|it: char| it.is_control() && it != '\n' && it != '\t') {
        return Err(Error::invalid(field, "kernel-line-control"));
    }
    if text.chars().count() > max {
        return Err(Error::invalid(field, Words::new("kernel-line-long").with("max", max)));
    }
    Ok(text)
}

/// Characters that turn the direction of the text around them: a name with one could look like another name.
pub fn is_override(it: char) -> bool {
    matches!(it, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
