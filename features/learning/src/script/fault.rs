//! What is wrong in a file, told so that its author finds it.

use kernel::{Locale, Words};
use serde::Serialize;

/// More are not told: whoever has a hundred wrong lines mends the first ones first.
const FAULTS_MAX: usize = 100;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// From the root of the course, `de/warum/talk.txt`; empty where there is one file only.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    pub message: Words,
}

/// All that was found wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

/// A fault as programs get it.
#[derive(Debug, Serialize)]
pub struct FaultJson {
    pub file: String,
    pub line: usize,
    pub message: String,
}

impl Faults {
    pub fn add(&mut self, file: &str, line: usize, message: impl Into<Words>) {
        if self.0.len() < FAULTS_MAX {
            self.0.push(Fault { file: file.to_owned(), line, message: message.into() });
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn json(&self, locale: Locale) -> Vec<FaultJson> {
        let told =
            |it: &Fault| FaultJson { file: it.file.clone(), line: it.line, message: locale.say(&it.message) };
        self.0.iter().map(told).collect()
    }
}
