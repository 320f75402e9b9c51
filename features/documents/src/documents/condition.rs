//! A change says which version it is meant for (RFC 9110, 13.1.1).

use axum::http::HeaderMap;
use axum::http::header::IF_MATCH;
use kernel::{Error, Result};

/// The values of `If-Match`.
#[derive(Clone, Debug)]
pub(crate) struct Condition(String);

impl Condition {
    /// Errors: `Unconditional` if the header is missing.
    pub fn required(headers: &HeaderMap) -> Result<Self> {
        Self::optional(headers).ok_or(Error::Unconditional)
    }

    pub fn optional(headers: &HeaderMap) -> Option<Self> {
        let value = headers.get(IF_MATCH)?.to_str().ok()?.trim();
        (!value.is_empty()).then(|| Self(value.to_owned()))
    }

    /// For a form, which cannot send a header: what it was made from.
    pub fn of(etag: &str) -> Self {
        Self(etag.to_owned())
    }

    /// A weak tag never matches: the bytes must be the same.
    pub fn allows(&self, etag: &str) -> bool {
        self.0 == "*" || self.0.split(',').any(|it| it.trim() == etag)
    }
}
