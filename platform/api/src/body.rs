//! A body of JSON, in and out.

use axum::extract::rejection::JsonRejection;
use axum::extract::{self, FromRequest, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::{Error, Words, limits};
use page::{Answer, Problem};
use serde::Serialize;
use serde::de::DeserializeOwned;

pub struct Json<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Answer<Self> {
        match extract::Json::from_request(request, state).await {
            Ok(extract::Json(value)) => Ok(Self(value)),
            Err(refusal) => Err(Problem(refused(&refusal))),
        }
    }
}

fn refused(refusal: &JsonRejection) -> Error {
    match refusal {
        JsonRejection::MissingJsonContentType(_) => Error::NotAccepted("api-body-not-json".into()),
        other if other.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            Error::TooLarge(Words::new("api-body-too-large").with("max", limits::BODY_MAX_BYTES / 1_048_576))
        }
        other => {
            let why: String = other.body_text().chars().take(200).collect();
            Error::invalid("body", Words::new("api-body-unreadable").with("why", why))
        }
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        let mut response = extract::Json(self.0).into_response();
        let caching = axum::http::HeaderValue::from_static("no-store");
        response.headers_mut().insert(axum::http::header::CACHE_CONTROL, caching);
        response
    }
}
