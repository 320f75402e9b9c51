//! Pages that many ask for at once are made once: an answer is kept until the next commit, and never longer
//! than a second.
//!
//! Only answers that a handler called [`kept`] are; such a handler may look at nothing but the database, the
//! address and the headers of [`TOLD_APART_BY`], so not at who connects from where.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT, ACCEPT_ENCODING, ACCEPT_LANGUAGE, AUTHORIZATION, CONTENT_LENGTH, COOKIE, HeaderName,
    IF_NONE_MATCH, SET_COOKIE,
};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kernel::limits;

/// Everything of a request, besides its address, that an answer which is kept may depend on.
const TOLD_APART_BY: [HeaderName; 6] =
    [ACCEPT, ACCEPT_ENCODING, ACCEPT_LANGUAGE, AUTHORIZATION, COOKIE, HeaderName::from_static("turbo-frame")];

/// Marks an answer that may be given to the next who asks the same with the same rights.
#[derive(Clone, Copy)]
struct Keepable;

/// May be given again, as long as nothing is written. See the head of this file for what that demands.
pub fn kept(answer: impl IntoResponse) -> Response {
    let mut response = answer.into_response();
    response.extensions_mut().insert(Keepable);
    response
}

/// The answers in reach of the middleware; cheap to clone.
#[derive(Clone)]
pub struct Kept {
    longest: Duration,
    shelf: Arc<Mutex<Shelf>>,
}

/// All of it was made after the same commit.
#[derive(Default)]
struct Shelf {
    commits: u64,
    bytes: usize,
    answers: HashMap<Vec<u8>, Answer>,
}

#[derive(Clone)]
struct Answer {
    made: Instant,
    headers: HeaderMap,
    body: Bytes,
}

/// The middleware; what it keeps is compressed already if it stands before the compression.
pub async fn keep(State(kept): State<Kept>, request: Request, next: Next) -> Response {
    let Some(key) = key(&request) else {
        return next.run(request).await;
    };
    let commits = database::commits();
    if let Some(answer) = kept.find(&key, commits) {
        return answer.into_response();
    }
    let response = next.run(request).await;
    let plain = response.status() == StatusCode::OK && !response.headers().contains_key(SET_COOKIE);
    if !plain || response.extensions().get::<Keepable>().is_none() {
        return response;
    }
    kept.put(key, commits, response).await
}

/// `None` for what only a handler can answer.
fn key(request: &Request) -> Option<Vec<u8>> {
    let headers = request.headers();
    if request.method() != Method::GET || headers.contains_key(IF_NONE_MATCH) {
        return None;
    }
    let address = request.uri().path_and_query()?.as_str();
    let mut key = Vec::with_capacity(512);
    key.extend_from_slice(address.as_bytes());
    for name in &TOLD_APART_BY {
        // Neither byte may stand in an address or in the value of a header.
        key.push(b'\n');
        for value in headers.get_all(name) {
            key.extend_from_slice(value.as_bytes());
            key.push(b'\r');
        }
    }
    Some(key)
}

impl Kept {
    /// `longest`: how long an answer may be given again after another process has written.
    pub fn new(longest: Duration) -> Self {
        Self { longest, shelf: Arc::default() }
    }

    fn find(&self, key: &[u8], commits: u64) -> Option<Answer> {
        let shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        let answer = shelf.answers.get(key).filter(|_| shelf.commits == commits)?;
        (answer.made.elapsed() < self.longest).then(|| answer.clone())
    }

    /// `commits` were counted before the answer was made: what was written meanwhile may or may not be in it.
    async fn put(&self, key: Vec<u8>, commits: u64, response: Response) -> Response {
        let made = Instant::now();
        let (mut parts, body) = response.into_parts();
        // Handlers keep pages, and a page was whole in the memory before it was sent.
        let Ok(body) = to_bytes(body, usize::MAX).await else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        // A browser must not begin to read what grows while it is made.
        parts.headers.insert(CONTENT_LENGTH, body.len().into());
        if database::commits() != commits {
            // Somebody wrote meanwhile: nobody would be given this any more.
            return Response::from_parts(parts, Body::from(body));
        }
        let mut shelf = self.shelf.lock().unwrap_or_else(PoisonError::into_inner);
        let room = limits::KEPT_ANSWERS_MAX_BYTES.saturating_sub(shelf.bytes);
        if shelf.commits != commits || key.len() + body.len() > room {
            *shelf = Shelf { commits, ..Shelf::default() };
        }
        if key.len() + body.len() <= limits::KEPT_ANSWERS_MAX_BYTES {
            shelf.bytes += key.len() + body.len();
            let headers = parts.headers.clone();
            shelf.answers.insert(key, Answer { made, headers, body: body.clone() });
        }
        drop(shelf);
        Response::from_parts(parts, Body::from(body))
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.body));
        *response.headers_mut() = self.headers;
        response
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use axum::Router;
    use axum::middleware::from_fn_with_state;
    use axum::routing::get;

    use super::*;

    /// A page that tells how often it was made, and the same as nobody may keep it.
    fn house(longest: Duration) -> Router {
        let made = Arc::new(AtomicU32::new(0));
        let (also, again) = (Arc::clone(&made), Arc::clone(&made));
        let number = move |made: &AtomicU32| made.fetch_add(1, Ordering::SeqCst).to_string();
        Router::new()
            .route("/kept", get(async move || kept(number(&made))))
            .route("/made", get(async move || number(&also)))
            .route("/toast", get(async move || kept(([(SET_COOKIE, "toast=")], number(&again)))))
            .layer(from_fn_with_state(Kept::new(longest), keep))
    }

    /// What the second of the two is answered, if both are asked.
    async fn second(longest: Duration, first: [(&str, &str); 2], second: [(&str, &str); 2]) -> String {
        let house = house(longest);
        let mut body = String::new();
        for [(_, path), (name, value)] in [first, second] {
            let request = Request::get(path).header(name, value).body(Body::empty()).unwrap();
            let response = tower::ServiceExt::oneshot(house.clone(), request).await.unwrap();
            let bytes = to_bytes(response.into_body(), 1 << 20).await.unwrap();
            body = String::from_utf8(bytes.to_vec()).unwrap();
        }
        body
    }

    #[tokio::test]
    async fn the_same_question_with_the_same_rights_gets_the_same_answer() {
        let ana = [("", "/kept"), ("cookie", "mitwerk=ana")];
        assert_eq!(second(Duration::MAX, ana, ana).await, "0");
        assert_eq!(second(Duration::ZERO, ana, ana).await, "1", "too old");
        let ben = [("", "/kept"), ("cookie", "mitwerk=ben")];
        assert_eq!(second(Duration::MAX, ana, ben).await, "1");
        let german = [("", "/kept"), ("accept-language", "mitwerk=ana")];
        assert_eq!(second(Duration::MAX, ana, german).await, "1", "the same words in another header");
        let other = [("", "/kept?before=1"), ("cookie", "mitwerk=ana")];
        assert_eq!(second(Duration::MAX, ana, other).await, "1");
        let made = [("", "/made"), ("cookie", "mitwerk=ana")];
        assert_eq!(second(Duration::MAX, made, made).await, "1", "nobody said that it may be kept");
        let toast = [("", "/toast"), ("cookie", "mitwerk=ana")];
        assert_eq!(second(Duration::MAX, toast, toast).await, "1", "a cookie is for one alone");
    }
}
