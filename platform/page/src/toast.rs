//! One sentence on the next page, after something was done there or here.

use axum::http::header::{CONTENT_TYPE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;

use crate::Asking;
use crate::errors::encoded;
use crate::gate::cookie;

const NAME: &str = "mitwerk-said";

/// Longer than any sentence of ours; a cookie is no place for more.
const LENGTH_MAX_BYTES: usize = 600;

/// Says `text` on the page that follows. It comes back from the browser and is shown as plain text.
pub fn toast(mut response: Response, text: &str) -> Response {
    let value = format!("{NAME}={}; Path=/; HttpOnly; SameSite=Lax; Max-Age=60", encoded(text));
    if let Ok(value) = HeaderValue::from_str(&value) {
        response.headers_mut().append(SET_COOKIE, value);
    }
    response
}

pub(crate) fn read(headers: &HeaderMap) -> Option<String> {
    let value = cookie(headers, NAME)?;
    if value.len() > LENGTH_MAX_BYTES {
        return None;
    }
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        let decoded = match byte {
            b'%' => {
                let digits = [rest.next()?, rest.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            other => other,
        };
        bytes.push(decoded);
    }
    String::from_utf8(bytes).ok().filter(|it| !it.is_empty())
}

/// It was said: on a page, not on a part of one or by a program.
pub(crate) fn forget(asking: &Asking, response: &mut Response) {
    let kind = response.headers().get(CONTENT_TYPE).and_then(|it| it.to_str().ok()).unwrap_or("");
    if asking.toast.is_some() && kind.starts_with("text/html") && response.status().is_success() {
        let gone = format!("{NAME}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
        if let Ok(gone) = HeaderValue::from_str(&gone) {
            response.headers_mut().append(SET_COOKIE, gone);
        }
    }
}
