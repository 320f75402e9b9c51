//! From a template to an answer.

use askama::Template;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION, VARY};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kernel::Error;

use crate::Problem;

/// A whole page, or a frame of one.
pub struct Html<T>(pub T);

/// Changes to the page that is open, in Turbo's format.
pub struct Stream<T>(pub T);

impl<T: Template> IntoResponse for Html<T> {
    fn into_response(self) -> Response {
        render(&self.0, "text/html; charset=utf-8")
    }
}

impl<T: Template> IntoResponse for Stream<T> {
    fn into_response(self) -> Response {
        render(&self.0, "text/vnd.turbo-stream.html; charset=utf-8")
    }
}

fn render(template: &impl Template, media_type: &'static str) -> Response {
    match template.render() {
        Ok(text) => {
            let headers = [(CONTENT_TYPE, media_type), (CACHE_CONTROL, "no-store"), (VARY, "Cookie, Accept")];
            (headers, text).into_response()
        }
        Err(error) => Problem(Error::unexpected(error)).into_response(),
    }
}

/// After a form was sent: go and look (RFC 9110, 15.4.4). `path` begins with a single `/`; anything else
/// leads
/// home, so that no link can send people elsewhere.
pub fn see_other(path: &str) -> Response {
    let stays = path.starts_with('/') && !path.starts_with("//") && !path.contains('\\');
    let path = if stays { path } else { "/" };
    let location = HeaderValue::from_str(path).unwrap_or_else(|_| HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(LOCATION, location)]).into_response()
}

/// A form shown again, with what was wrong: 422, so that Turbo draws it.
pub fn with_status<T: Template>(status: StatusCode, page: T) -> Response {
    (status, Html(page)).into_response()
}
