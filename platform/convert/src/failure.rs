//! Why a file gave nothing.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Failure {
    /// Its bytes are not what its kind promises, or the one who wrote it meant harm.
    #[error("broken")]
    Broken,
    /// It is locked with a password.
    #[error("protected")]
    Protected,
    /// It would need more memory or space than one file may have.
    #[error("too large")]
    TooLarge,
    /// It was not done in time.
    #[error("too slow")]
    TooSlow,
    /// Nobody here reads or writes this kind.
    #[error("unsupported")]
    Unsupported,
    /// All places were taken for as long as anybody should wait.
    #[error("busy")]
    Busy,
    /// Our fault or the machine's: no disk, no process.
    #[error("unexpected")]
    Unexpected,
}

/// A conversion fails at many places in the same way: what was read is not what it should be.
pub(crate) fn broken<E>(_: E) -> Failure {
    Failure::Broken
}

/// The disk, the pipe or the process failed, not the file.
pub(crate) fn unexpected<E>(_: E) -> Failure {
    Failure::Unexpected
}
