//! Whether the page that asks can be changed in place.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;

/// What Turbo says of a request; without a script nothing is said, and whole pages are answered.
#[derive(Clone, Debug)]
pub(crate) struct Turbo {
    takes_streams: bool,
    frame: Option<String>,
}

impl Turbo {
    /// Whether changes are taken instead of a page.
    pub fn is_wanted(&self) -> bool {
        self.takes_streams
    }

    /// Whether only the frame whose name begins so is asked for.
    pub fn is_for(&self, frame: &str) -> bool {
        self.frame.as_deref().is_some_and(|it| it.starts_with(frame))
    }
}

impl<S: Sync> FromRequestParts<S> for Turbo {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let takes_streams =
            header(&parts.headers, "accept").is_some_and(|it| it.contains("vnd.turbo-stream"));
        Ok(Self { takes_streams, frame: header(&parts.headers, "turbo-frame").map(str::to_owned) })
    }
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|it| it.to_str().ok())
}
