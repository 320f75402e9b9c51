//! The one place where an error becomes an answer: a page for people, problem+json (RFC 9457) for programs.

use askama::Template;
use axum::extract::Request;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use kernel::ids::Uuid;
use kernel::{Error, Locale, when};
use serde_json::{Value, json};

use crate::{Asking, Gate, Html, Shell, Spot, Voice, see_other};

/// An error on its way to the gate; `?` makes one of any [`Error`].
pub struct Problem(pub Error);

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

/// What a response carries to the gate, which knows the reader's language and the kind of answer she wants.
#[derive(Clone)]
pub(crate) struct Failure(pub std::sync::Arc<Error>);

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = status_of(&self.0).into_response();
        response.extensions_mut().insert(Failure(std::sync::Arc::new(self.0)));
        response
    }
}

/// Where a request went; kept, because it is gone when the answer comes.
pub(crate) struct Place {
    for_programs: bool,
    /// Where somebody comes back to after signing in.
    path: String,
    is_get: bool,
    /// A part of a page, fetched by one that is open.
    is_frame: bool,
}

impl Place {
    pub fn of(request: &Request) -> Self {
        let header = |name: &str| request.headers().get(name).and_then(|it| it.to_str().ok()).unwrap_or("");
        let accept = header("accept");
        let upgrades = request.headers().contains_key("sec-websocket-key");
        let json = accept.contains("application/json") && !accept.contains("text/html");
        let path = request.uri().path_and_query().map_or("/", |it| it.as_str()).to_owned();
        Self {
            for_programs: path.starts_with("/api/") || json || upgrades,
            is_get: request.method() == Method::GET,
            is_frame: crate::is_framed(request.headers()),
            path,
        }
    }
}

fn status_of(error: &Error) -> StatusCode {
    match error {
        Error::NotFound => StatusCode::NOT_FOUND,
        Error::SignedOut => StatusCode::UNAUTHORIZED,
        Error::Forbidden(_) => StatusCode::FORBIDDEN,
        Error::Invalid { .. } | Error::Flawed(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Conflict(_) => StatusCode::CONFLICT,
        Error::Outdated { .. } => StatusCode::PRECONDITION_FAILED,
        Error::Unconditional => StatusCode::PRECONDITION_REQUIRED,
        Error::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
        Error::NotAccepted(_) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Error::TooOften { .. } => StatusCode::TOO_MANY_REQUESTS,
        Error::Full => StatusCode::INSUFFICIENT_STORAGE,
        Error::Busy { .. } | Error::Away(_) => StatusCode::SERVICE_UNAVAILABLE,
        Error::Unexpected(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// The key of the heading, and what to do next.
fn heading_and_advice(error: &Error) -> (&'static str, &'static str) {
    match error {
        Error::NotFound => ("page-not-found", "page-not-found-advice"),
        Error::SignedOut => ("page-signed-out", "page-signed-out-advice"),
        Error::Forbidden(_) => ("page-forbidden", "page-forbidden-advice"),
        Error::Invalid { .. } => ("page-invalid", "page-invalid-advice"),
        Error::Flawed(_) => ("page-flawed", "page-flawed-advice"),
        Error::Conflict(_) | Error::Outdated { .. } => ("page-conflict", "page-conflict-advice"),
        Error::Unconditional => ("page-unconditional", "page-conflict-advice"),
        Error::TooLarge(_) => ("page-too-large", "page-too-large-advice"),
        Error::NotAccepted(_) => ("page-not-accepted", "page-not-accepted-advice"),
        Error::TooOften { .. } => ("page-too-often", "page-too-often-advice"),
        Error::Busy { .. } => ("page-busy", "page-busy-advice"),
        Error::Full => ("page-full", "page-full-advice"),
        Error::Away(_) => ("page-away", "page-away-advice"),
        Error::Unexpected(_) => ("page-unexpected", "page-unexpected-advice"),
    }
}

/// What happened, in the reader's language.
fn message(error: &Error, locale: Locale) -> String {
    match error {
        Error::Forbidden(words) | Error::Conflict(words) => locale.say(words),
        Error::TooLarge(words) | Error::NotAccepted(words) => locale.say(words),
        Error::Invalid { message, .. } | Error::Outdated { message, .. } => locale.say(message),
        other => locale.t(heading_and_advice(other).1),
    }
}

/// Says what happened and what to do next. The cause is for the log only; `reference` leads support to it.
#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    v: Voice,
    shell: Shell,
    heading: String,
    message: String,
    advice: String,
    kept: Option<String>,
    reference: Option<Uuid>,
}

pub(crate) async fn render(
    gate: &Gate,
    place: &Place,
    asking: &Asking,
    error: std::sync::Arc<Error>,
) -> Response {
    let leads_to_sign_in = matches!(*error, Error::SignedOut) && place.is_get && !place.is_frame;
    if leads_to_sign_in && !place.for_programs {
        return see_other(&format!("/sign-in?then={}", encoded(&place.path)));
    }
    let reference = logged(&error);
    if place.for_programs {
        return problem_json(asking.locale, &error, reference);
    }
    let shell = match gate.database.read().await {
        Ok(mut reader) => Shell::load(&mut reader, asking, Spot::Nowhere).await,
        Err(error) => Err(error),
    };
    let Ok(shell) = shell else { return problem_json(asking.locale, &error, reference) };
    let v = asking.voice();
    let (heading, advice) = heading_and_advice(&error);
    let message = message(&error, v.locale);
    let advice = v.t(advice);
    let kept = match &*error {
        Error::Outdated { kept, .. } => kept.as_ref().map(|it| it.url.clone()),
        _ => None,
    };
    let advice = if advice == message { String::new() } else { advice };
    let page = ProblemPage { heading: v.t(heading), message, advice, kept, reference, shell, v };
    with_advice_for_programs(&error, (status_of(&error), Html(page)).into_response())
}

/// When to ask again, and how to sign in: a program reads it here, also where people read a page.
fn with_advice_for_programs(error: &Error, mut response: Response) -> Response {
    match error {
        Error::TooOften { retry_after } | Error::Busy { retry_after } => {
            let seconds = HeaderValue::from(retry_after.as_secs().max(1));
            response.headers_mut().insert(RETRY_AFTER, seconds);
        }
        Error::SignedOut => {
            response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        _ => {}
    }
    response
}

/// For what fails before anybody is known.
pub(crate) fn without_shell(place: &Place, locale: Locale, error: Error) -> Response {
    if matches!(error, Error::SignedOut) && !place.for_programs {
        return see_other("/sign-in");
    }
    let reference = logged(&error);
    problem_json(locale, &error, reference)
}

fn logged(error: &Error) -> Option<Uuid> {
    // Being busy is no fault that anybody could look for.
    let is_fault = status_of(error).is_server_error() && !matches!(error, Error::Busy { .. });
    let reference = is_fault.then(Uuid::now_v7);
    if let Some(reference) = reference {
        tracing::error!(%reference, ?error, "a request failed");
    }
    reference
}

fn problem_json(locale: Locale, error: &Error, reference: Option<Uuid>) -> Response {
    let status = status_of(error);
    let (heading, _) = heading_and_advice(error);
    let mut body = json!({
        "type": format!("/docs/problems#{heading}"),
        "title": locale.t(heading),
        "status": status.as_u16(),
        "detail": message(error, locale),
        "errors": [],
    });
    match error {
        Error::Invalid { field, message } => {
            body["errors"] = json!([{ "field": field, "message": locale.say(message) }]);
        }
        Error::Flawed(flaws) => {
            let told = flaws
                .iter()
                .map(|it| json!({ "file": it.file, "line": it.line, "message": locale.say(&it.message) }));
            body["errors"] = told.collect();
        }
        Error::Outdated { kept: Some(kept), .. } => {
            body["put_aside"] = json!({ "url": kept.url, "until": when::rfc3339(kept.until) });
        }
        _ => {}
    }
    if let Some(reference) = reference {
        body["reference"] = Value::String(reference.to_string());
    }
    let kind = [(CONTENT_TYPE, "application/problem+json")];
    with_advice_for_programs(error, (status, kind, body.to_string()).into_response())
}

/// Percent-encoding for a value in a query (RFC 3986, 2.3: only unreserved characters stay).
pub fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use axum::response::IntoResponse;

    use super::{Error, RETRY_AFTER, StatusCode, status_of, with_advice_for_programs};

    #[test]
    fn a_page_says_when_to_come_back_too() {
        let retry_after = Duration::from_millis(7_900);
        for error in [Error::TooOften { retry_after }, Error::Busy { retry_after }] {
            let page = with_advice_for_programs(&error, "<p>Later.</p>".into_response());
            assert_eq!(page.headers()[RETRY_AFTER], "7");
        }
        assert_eq!(status_of(&Error::Busy { retry_after }), StatusCode::SERVICE_UNAVAILABLE);
    }
}
