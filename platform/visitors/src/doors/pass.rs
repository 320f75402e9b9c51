//! How often somebody may write without signing in, and what she does to write more.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kernel::clock::Time;
use kernel::{Error, Result, limits};
use page::{Places, Tries, Voice};
use serde_json::json;

use super::work::{Challenge, Work};

/// In which an answer is sent, and in a refusal the riddle itself.
pub const WORK_HEADER: &str = "proof-of-work";

/// Texts of the whole house that may take the slow way by mail within the window.
const SLOW_MAX: u32 = 200;

/// One per process; a clone is the same.
#[derive(Clone)]
pub struct Doors(Arc<Inside>);

struct Inside {
    places: Places,
    slow: Tries,
    work: Work,
}

impl Default for Doors {
    fn default() -> Self {
        let slow = Tries::new(SLOW_MAX, limits::TRIES_WINDOW);
        Self(Arc::new(Inside { places: Places::default(), slow, work: Work::new() }))
    }
}

/// Too much for now: when it goes on by itself, and the riddle that opens the door at once.
#[derive(Debug)]
pub struct Refusal {
    pub retry_after: Duration,
    pub challenge: Challenge,
}

impl Doors {
    /// Counts one write. With the answer to a riddle it passes beyond the limit.
    ///
    /// Errors: the outer one if the machine has no randomness; the inner one is the refusal.
    pub fn pass(&self, address: IpAddr, answer: &str, now: Time) -> Result<Result<(), Refusal>> {
        match self.0.places.count(address) {
            Ok(()) => Ok(Ok(())),
            Err(Error::TooOften { retry_after }) => {
                if self.0.work.is_solved(answer, now) {
                    return Ok(Ok(()));
                }
                Ok(Err(Refusal { retry_after, challenge: self.0.work.challenge(now)? }))
            }
            Err(error) => Err(error),
        }
    }

    /// The slow way, for who has no script: it is taken, and waits until its address answers a mail.
    pub fn pass_slowly(&self) -> bool {
        self.0.slow.count("slow").is_ok()
    }

    /// Counts one write that no riddle can buy.
    ///
    /// Errors: `TooOften`.
    pub fn count(&self, address: IpAddr) -> Result<()> {
        self.0.places.count(address)
    }
}

/// What somebody sent as her answer to a riddle; empty if nothing.
pub fn answer(headers: &HeaderMap) -> &str {
    headers.get(WORK_HEADER).and_then(|it| it.to_str().ok()).unwrap_or_default()
}

impl Refusal {
    /// For a page of one's own: the status, when to come back, and the riddle.
    pub fn mark(&self, mut response: Response) -> Response {
        *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
        let headers = response.headers_mut();
        headers.insert(RETRY_AFTER, HeaderValue::from(self.retry_after.as_secs().max(1)));
        if let Ok(riddle) = HeaderValue::from_str(&self.challenge.in_header()) {
            headers.insert(WORK_HEADER, riddle);
        }
        response
    }

    /// For a program (RFC 9457), with the riddle in the field `challenge`.
    pub fn problem(&self, v: &Voice) -> Response {
        let body = json!({
            "type": "/docs/problems#page-too-often",
            "title": v.t("page-too-often"),
            "status": 429,
            "detail": v.t("visitors-too-often"),
            "errors": [],
            "challenge": self.challenge,
        });
        let kind = HeaderValue::from_static("application/problem+json");
        let mut response = Json(body).into_response();
        response.headers_mut().insert(CONTENT_TYPE, kind);
        self.mark(response)
    }
}

#[cfg(test)]
mod tests {
    use kernel::clock::Time;

    use super::Doors;

    #[test]
    fn beyond_the_limit_there_is_a_riddle() {
        let (doors, now) = (Doors::default(), Time::from(1_700_000_000_000_000));
        let here = "192.0.2.1".parse().unwrap();
        let passed = (0..20).filter(|_| doors.pass(here, "", now).unwrap().is_ok()).count();
        assert_eq!(passed, 10);
        let refusal = doors.pass(here, "nonsense", now).unwrap().unwrap_err();
        assert!(refusal.challenge.bits > 0 && refusal.retry_after.as_secs() > 0);
        assert!(doors.pass("192.0.2.2".parse().unwrap(), "", now).unwrap().is_ok(), "a neighbour");
    }
}
