//! Everything that can go wrong, by what the person in front of it can do about it.
//!
//! A verb answers with one of these; only `page` and `api` know which status and which words they become.

use std::time::Duration;

use crate::Words;

/// The words in it are shown to people; a cause is not, it goes to the log.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It does not exist, or this person may not know that it does. Both look the same from outside.
    #[error("not found")]
    NotFound,
    /// Nobody is signed in.
    #[error("signed out")]
    SignedOut,
    /// The person can see the thing but may not do this to it.
    #[error("forbidden: {0}")]
    Forbidden(Words),
    /// A field of the form is wrong; it is shown again with all that was typed.
    #[error("invalid {field}: {message}")]
    Invalid { field: &'static str, message: Words },
    /// A file with mistakes, each with its line; nothing of it was taken.
    #[error("{} mistakes in a file", .0.len())]
    Flawed(Vec<Flaw>),
    /// It was right when it was sent, but something else happened first.
    #[error("conflict: {0}")]
    Conflict(Words),
    /// A change of a version that is no longer the newest. What was sent is kept at `kept`, for the sender.
    #[error("outdated")]
    Outdated { message: Words, kept: Option<Kept> },
    /// A change that does not say which version it is meant for.
    #[error("no version given")]
    Unconditional,
    /// More than a limit allows, of bytes or of things.
    #[error("too large: {0}")]
    TooLarge(Words),
    /// A body of a kind that is not taken here.
    #[error("not accepted: {0}")]
    NotAccepted(Words),
    /// Too often in too short a time.
    #[error("too often")]
    TooOften { retry_after: Duration },
    /// All places for such work are taken at the moment.
    #[error("busy")]
    Busy { retry_after: Duration },
    /// The disk is full.
    #[error("full")]
    Full,
    /// Something that we need does not answer at the moment.
    #[error("away")]
    Away(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Our fault, or the machine's.
    #[error("unexpected: {0}")]
    Unexpected(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// A mistake in a file, told so that its author finds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// Where there are several files, which one: `de/warum/talk.txt`; else empty.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    pub message: Words,
}

/// Where something was put aside, and until when (microseconds since 1970).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// From the root of the site.
    pub url: String,
    pub until: crate::clock::Time,
}

impl Error {
    pub fn unexpected(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Unexpected(cause.into())
    }

    pub fn away(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Away(cause.into())
    }

    pub fn forbidden(words: impl Into<Words>) -> Self {
        Self::Forbidden(words.into())
    }

    pub fn invalid(field: &'static str, words: impl Into<Words>) -> Self {
        Self::Invalid { field, message: words.into() }
    }

    pub fn conflict(words: impl Into<Words>) -> Self {
        Self::Conflict(words.into())
    }
}

pub type Result<T, E = Error> = std::result::Result<T, E>;
