//! Somebody is let in: a session is opened, and the browser gets its cookie.

use std::time::Duration;

use access::sessions;
use askama::Template;
use axum::http::header::{CACHE_CONTROL, RETRY_AFTER, SET_COOKIE, USER_AGENT};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use kernel::ids::PersonId;
use kernel::{Error, Result};
use page::{Gate, Voice, see_other, with_status};

use super::then;
use crate::State;
use crate::accounts::store;

/// Opens a session and leads to where she wanted to go. Who came in needs no invitation any more. What the
/// browser holds of somebody who was here before her is cleared away; her own drafts stay.
pub(crate) async fn enter(
    state: &State,
    person: PersonId,
    headers: &HeaderMap,
    wanted: &str,
) -> Result<Response> {
    let mut tx = state.parts.database.begin().await?;
    store::remove_invitations(&mut tx, person).await?;
    let secret = sessions::open(&mut tx, person, &device(headers)).await?;
    tx.commit().await?;
    let there = then::inside(wanted);
    let mut response = see_other(if there.is_empty() { "/" } else { there });
    let cookie = HeaderValue::from_str(&state.parts.gate.cookie(&secret)).map_err(Error::unexpected)?;
    response.headers_mut().append(SET_COOKIE, cookie);
    let mark = HeaderValue::from_str(&state.parts.gate.mark(person)).map_err(Error::unexpected)?;
    response.headers_mut().append(SET_COOKIE, mark);
    if !Gate::is_marked(headers, person) {
        clear_browser(&mut response);
    }
    Ok(response)
}

/// What the browser kept for working offline goes: the next one may be somebody else (W3C, Clear Site Data).
pub(crate) fn clear_browser(response: &mut Response) {
    let headers = response.headers_mut();
    let clear = HeaderValue::from_static("\"cache\", \"storage\"");
    headers.insert(HeaderName::from_static("clear-site-data"), clear);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
}

/// "Firefox, Windows": enough to know one's own machines again; empty for what calls itself otherwise.
fn device(headers: &HeaderMap) -> String {
    let agent = headers.get(USER_AGENT).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let one_of = |names: &[(&'static str, &'static str)]| {
        names.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name)
    };
    let browser =
        one_of(&[("Firefox", "Firefox"), ("Edg/", "Edge"), ("Chrome", "Chrome"), ("Safari", "Safari")]);
    let system = one_of(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]);
    [browser, system].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The form again, and when the next try makes sense (RFC 9110, 10.2.3).
pub(crate) fn later(page: impl Template, retry_after: Duration) -> Response {
    let mut response = with_status(StatusCode::TOO_MANY_REQUESTS, page);
    let seconds = HeaderValue::from(retry_after.as_secs().max(1));
    response.headers_mut().insert(RETRY_AFTER, seconds);
    response
}

/// "In 7 Minuten geht es weiter", beside the field.
pub(crate) fn too_often(v: &Voice, retry_after: Duration) -> String {
    v.t1("people-too-often", "n", retry_after.as_secs().div_ceil(60).max(1))
}

#[cfg(test)]
mod tests {
    use axum::http::header::USER_AGENT;
    use axum::http::{HeaderMap, HeaderValue};

    use super::device;

    fn check(agent: &'static str, expected: &str) {
        let mut headers = HeaderMap::new();
        headers.insert(USER_AGENT, HeaderValue::from_static(agent));
        assert_eq!(device(&headers), expected);
    }

    #[test]
    fn a_machine_is_known_again_by_two_words() {
        check(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Firefox, Windows",
        );
        check(
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/142.0 Safari/537.36 Edg/142.0",
            "Edge, macOS",
        );
        check("curl/8", "");
    }
}
