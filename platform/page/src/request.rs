//! Axum's extractors, except that what they refuse becomes one of our pages.

use axum::extract::{self, FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use kernel::{Error, Words, limits};
use serde::de::DeserializeOwned;

use crate::{Answer, Problem};

/// A zero character is in no text of ours, and PostgreSQL refuses it with an error of its own.
fn has_zero(text: &str) -> bool {
    text.contains("%00") || text.contains('\0')
}

/// Whether a part of a page is asked for, by one that is open.
pub fn is_framed(headers: &HeaderMap) -> bool {
    headers.contains_key("turbo-frame")
}

/// The variable parts of the address. One that cannot be read leads nowhere, like any unknown address.
pub struct Path<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Path<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Answer<Self> {
        if has_zero(parts.uri.path()) {
            return Err(Problem(Error::NotFound));
        }
        match extract::Path::from_request_parts(parts, state).await {
            Ok(extract::Path(value)) => Ok(Self(value)),
            Err(_) => Err(Problem(Error::NotFound)),
        }
    }
}

/// The fields of a form.
pub struct Form<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Form<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Answer<Self> {
        match extract::Form::from_request(request, state).await {
            Ok(extract::Form(value)) => Ok(Self(value)),
            Err(refusal) => Err(match refusal.into_response().status() {
                StatusCode::PAYLOAD_TOO_LARGE => {
                    let words =
                        Words::new("page-body-too-large").with("max", limits::BODY_MAX_BYTES / 1_048_576);
                    Problem(Error::TooLarge(words))
                }
                StatusCode::UNSUPPORTED_MEDIA_TYPE => {
                    Problem(Error::NotAccepted("page-form-not-accepted".into()))
                }
                _ => Problem(Error::invalid("form", "page-form-unreadable")),
            }),
        }
    }
}

/// What follows the question mark of the address. One that cannot be read leads nowhere.
pub struct Query<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Answer<Self> {
        let unreadable = || Problem(Error::invalid("query", "page-query-unreadable"));
        if parts.uri.query().is_some_and(has_zero) {
            return Err(unreadable());
        }
        match extract::Query::from_request_parts(parts, state).await {
            Ok(extract::Query(value)) => Ok(Self(value)),
            Err(_) => Err(unreadable()),
        }
    }
}
