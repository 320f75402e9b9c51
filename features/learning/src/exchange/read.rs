//! A file in one of the formats that are taken, as the files of a course. No I/O.

use kernel::{Error, Locale, Result};

use super::{aiken, archive, compose, gift};
use crate::script::Files;
use crate::script::fault::Faults;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// A whole course.
    Zip,
    Gift,
    Aiken,
}

impl Format {
    pub fn of(word: &str) -> Option<Self> {
        match word {
            "zip" => Some(Self::Zip),
            "gift" => Some(Self::Gift),
            "aiken" => Some(Self::Aiken),
            _ => None,
        }
    }

    /// By its first bytes, and by the line with the right answer that only Aiken has.
    pub fn guess(bytes: &[u8]) -> Self {
        let solved = |it: &[u8]| it.trim_ascii_start().starts_with(b"ANSWER:");
        match bytes.starts_with(b"PK") {
            true => Self::Zip,
            false if bytes.split(|it| *it == b'\n').any(solved) => Self::Aiken,
            false => Self::Gift,
        }
    }
}

/// Errors: `Flawed` with each mistake, `Invalid` for what is no such file, `TooLarge`.
pub(crate) fn files(format: Format, bytes: &[u8], key: &str, title: &str, locale: Locale) -> Result<Files> {
    if format == Format::Zip {
        return archive::unpack(bytes);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Error::invalid("file", "learning-import-not-text"))?;
    let mut faults = Faults::default();
    let questions = match format {
        Format::Aiken => aiken::parse(text, &mut faults),
        _ => gift::parse(text, &mut faults),
    };
    if questions.is_empty() && faults.is_empty() {
        faults.add("", 1, "learning-import-nothing");
    }
    if faults.is_empty() { Ok(compose::compose(key, title, questions, locale)) } else { Err(faults.into()) }
}
