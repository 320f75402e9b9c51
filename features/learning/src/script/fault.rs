//! What is wrong in the files of a course, gathered.

use kernel::{Error, Flaw, Words};

/// More are not told: whoever has a hundred wrong lines mends the first ones first.
const FAULTS_MAX: usize = 100;

/// All that was found wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults(pub Vec<Flaw>);

impl Faults {
    pub fn add(&mut self, file: &str, line: usize, message: impl Into<Words>) {
        if self.0.len() < FAULTS_MAX {
            self.0.push(Flaw { file: file.to_owned(), line, message: message.into() });
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Faults> for Error {
    fn from(faults: Faults) -> Self {
        Error::Flawed(faults.0)
    }
}
