//! Stands before everything: finds out who asks, refuses writes from foreign origins, and puts whatever went
//! wrong behind it into words.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use access::{Caller, Person, sessions, settings, tokens};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, AUTHORIZATION, COOKIE};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use database::Database;
use jiff::tz::TimeZone;
use kernel::ids::PersonId;
use kernel::{Error, Locale, Result};

use crate::errors::{self, Failure};
use crate::origin::Origin;
use crate::{Asking, By, Problem, toast};

/// What the gate needs to know; cheap to clone.
#[derive(Clone)]
pub struct Gate {
    pub database: Database,
    pub zone: TimeZone,
    pub origin: Arc<Origin>,
}

impl Gate {
    /// `public_url` as people type it; `trusted_proxies` as networks `10.0.0.0/8`, for `X-Forwarded-For`.
    ///
    /// Errors: what cannot be read, in words for whoever starts the program.
    pub fn new(
        database: Database,
        zone: TimeZone,
        public_url: &str,
        trusted_proxies: &[String],
    ) -> std::result::Result<Self, String> {
        let origin = Arc::new(Origin::new(public_url, trusted_proxies)?);
        Ok(Self { database, zone, origin })
    }

    /// The cookie of a session, to be set; `Secure` when the site is reached by https.
    pub fn cookie(&self, secret: &str) -> String {
        let secure = if self.origin.is_https() { "; Secure" } else { "" };
        let age = kernel::limits::SESSION_MAX.as_secs();
        format!("{COOKIE_NAME}={secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure}")
    }

    /// Takes the cookie away.
    pub fn no_cookie() -> String {
        format!("{COOKIE_NAME}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
    }

    /// Says whose texts this browser may still hold, long after her session has ended: whoever comes back
    /// finds her drafts, and for anybody else they are cleared away.
    pub fn mark(&self, person: PersonId) -> String {
        let secure = if self.origin.is_https() { "; Secure" } else { "" };
        let (mark, age) = (mark_of(person), MARK_MAX.as_secs());
        format!("{MARK_NAME}={mark}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure}")
    }

    /// Whether the last who signed in with this browser was the same person.
    pub fn is_marked(headers: &HeaderMap, person: PersonId) -> bool {
        cookie(headers, MARK_NAME) == Some(&mark_of(person))
    }

    /// From a path to the whole address, for mails.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.origin.public_url())
    }
}

pub(crate) const COOKIE_NAME: &str = "mitwerk";

const MARK_NAME: &str = "mitwerk-last";

/// Browsers keep no cookie for longer.
const MARK_MAX: Duration = Duration::from_secs(400 * 24 * 3600);

/// A digest, so that nobody who finds it in the browser reads an id.
fn mark_of(person: PersonId) -> String {
    access::digest(&person.uuid().simple().to_string())
}

/// The middleware.
pub async fn at_the_gate(State(gate): State<Gate>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    if path.starts_with("/assets/") {
        return next.run(request).await;
    }
    let place = errors::Place::of(&request);
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|it| it.0.ip());
    let headers = request.headers().clone();
    let asking = match gate.identify(&headers, peer).await {
        Ok(asking) => asking,
        Err(error) => return errors::without_shell(&place, Locale::De, error),
    };
    let may_pass = gate.may_pass(&request, &asking);
    let response = match may_pass {
        Ok(()) => {
            request.extensions_mut().insert(asking.clone());
            next.run(request).await
        }
        Err(error) => Problem(error).into_response(),
    };
    gate.finish(&place, &asking, response).await
}

impl Gate {
    async fn finish(&self, place: &errors::Place, asking: &Asking, mut response: Response) -> Response {
        if let Some(Failure(error)) = response.extensions_mut().remove::<Failure>() {
            let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
            response = errors::render(self, place, asking, error).await;
            if status == StatusCode::METHOD_NOT_ALLOWED {
                *response.status_mut() = status;
            }
            for (name, value) in &headers {
                if !response.headers().contains_key(name) {
                    response.headers_mut().append(name, value.clone());
                }
            }
        }
        toast::forget(asking, &mut response);
        response
    }

    async fn identify(&self, headers: &HeaderMap, peer: Option<IpAddr>) -> Result<Asking> {
        let mut reader = self.database.read().await?;
        let now = self.database.now();
        let caller = if let Some(secret) = bearer(headers) {
            Some(tokens::find(&mut reader, secret).await?.ok_or(Error::SignedOut)?)
        } else if let Some(secret) = cookie(headers, COOKIE_NAME) {
            sessions::find(&mut reader, secret, now).await?
        } else {
            None
        };
        let asked = text(headers, ACCEPT_LANGUAGE.as_str()).and_then(Locale::accepted);
        let (person, by, locale) = match (caller, asked) {
            (Some(Caller { person, session, locale }), _) => {
                (person, session.map_or(By::Token, By::Cookie), locale)
            }
            (None, Some(asked)) => (Person::nobody(), By::Nothing, asked),
            (None, None) => (Person::nobody(), By::Nothing, settings::language(&mut reader).await?),
        };
        let peer = peer.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
        let forwarded: Vec<&str> =
            headers.get_all("x-forwarded-for").iter().filter_map(|it| it.to_str().ok()).collect();
        // A proxy may add a line of its own instead of joining: the last one is its word.
        let forwarded = (!forwarded.is_empty()).then(|| forwarded.join(","));
        let address = self.origin.client(peer.to_canonical(), forwarded.as_deref());
        let toast = toast::read(headers);
        Ok(Asking { person, by, locale, zone: self.zone.clone(), now, address, toast })
    }

    /// A browser says where a write comes from (`Sec-Fetch-Site`, `Origin`); a program with a token is not a
    /// browser that somebody else could use.
    fn may_pass(&self, request: &Request, asking: &Asking) -> Result<()> {
        let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
        let upgrades = request.headers().contains_key("sec-websocket-key");
        if asking.by == By::Token || (reads && !upgrades) {
            return Ok(());
        }
        if self.origin.is_ours(request.headers()) {
            return Ok(());
        }
        // A program without sign-in names no origin; it is told to sign in, further behind.
        let silent = !request.headers().contains_key("origin") && asking.by == By::Nothing;
        if silent { Ok(()) } else { Err(Error::forbidden("page-foreign-origin")) }
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|it| it.to_str().ok())
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    text(headers, AUTHORIZATION.as_str())?.strip_prefix("Bearer ").map(str::trim)
}

pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = text(headers, COOKIE.as_str())?;
    all.split(';').find_map(|it| it.trim().strip_prefix(name)?.strip_prefix('='))
}
