//! What is public is the same for everybody: named by its contents, so that a browser asks each time whether
//! it changed and gets nothing but a nod if it did not.

use askama::Template;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use kernel::{Error, Result};

use crate::comments::below::without_time;

pub(crate) const HTML: &str = "text/html; charset=utf-8";

/// `headers` are those of the request.
pub(crate) fn answer(headers: &HeaderMap, kind: &'static str, body: String) -> Response {
    // Weak, because on the way it may be compressed (RFC 9110, 8.8.3).
    let tag = format!("W/\"{}\"", access::digest(&without_time(&body)));
    let ours = [(ETAG, tag.as_str()), (CACHE_CONTROL, "no-cache"), (VARY, "Accept-Language")];
    let known = headers.get(IF_NONE_MATCH).and_then(|it| it.to_str().ok());
    if known.is_some_and(|it| it.contains(&tag)) {
        return (StatusCode::NOT_MODIFIED, ours).into_response();
    }
    page::kept((ours, [(CONTENT_TYPE, kind)], body))
}

pub(crate) fn page(headers: &HeaderMap, template: &impl Template) -> Result<Response> {
    Ok(answer(headers, HTML, template.render().map_err(Error::unexpected)?))
}
