//! Who is asking.

use std::net::IpAddr;

use access::Person;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use jiff::tz::TimeZone;
use kernel::clock::Time;
use kernel::ids::Uuid;
use kernel::{Error, Locale};

use crate::{Problem, Voice};

/// What the gate found out about a request.
#[derive(Clone, Debug)]
pub struct Asking {
    /// [`Person::nobody`] if nobody is signed in.
    pub person: Person,
    pub by: By,
    pub locale: Locale,
    pub zone: TimeZone,
    pub now: Time,
    pub address: IpAddr,
    /// Said once on the next page, after something was done.
    pub toast: Option<String>,
}

/// How somebody is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Nothing,
    /// A browser with this session.
    Cookie(Uuid),
    /// A program.
    Token,
}

impl Asking {
    pub fn voice(&self) -> Voice {
        Voice { locale: self.locale, zone: self.zone.clone(), now: self.now }
    }
}

/// Whoever it is; for what the web may read, too.
pub struct Anyone(pub Asking);

/// The signed-in person, as an argument of a handler.
pub struct SignedIn(pub Asking);

/// A signed-in member or admin.
pub struct Colleague(pub Asking);

fn asking(parts: &Parts) -> Result<Asking, Problem> {
    let found = parts.extensions.get::<Asking>().cloned();
    found.ok_or_else(|| Problem(Error::unexpected("a request that did not come through the gate")))
}

impl<S: Sync> FromRequestParts<S> for Anyone {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        asking(parts).map(Anyone)
    }
}

impl<S: Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let asking = asking(parts)?;
        if asking.person.is_somebody() { Ok(SignedIn(asking)) } else { Err(Problem(Error::SignedOut)) }
    }
}

impl<S: Sync> FromRequestParts<S> for Colleague {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let SignedIn(asking) = SignedIn::from_request_parts(parts, state).await?;
        let refusal = || Problem(Error::forbidden("page-colleagues-only"));
        if asking.person.role.is_colleague() { Ok(Colleague(asking)) } else { Err(refusal()) }
    }
}
