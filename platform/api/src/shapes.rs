//! How people, things and times look in every answer.

use access::Named;
use kernel::clock::Time;
use kernel::ids::Uuid;
use kernel::when;
use serde::Serialize;

/// Never with an e-mail address.
#[derive(Clone, Debug, Serialize)]
pub struct PersonJson {
    pub id: Uuid,
    pub name: String,
    pub avatar_url: Option<String>,
}

impl From<&Named> for PersonJson {
    fn from(person: &Named) -> Self {
        Self { id: person.id, name: person.name.clone(), avatar_url: person.picture_url() }
    }
}

/// A thing of another feature.
#[derive(Clone, Debug, Serialize)]
pub struct ThingJson {
    pub kind: String,
    pub id: Uuid,
    pub title: String,
    pub url: String,
}

/// Microseconds since 1970 as RFC 3339 in UTC.
pub fn time(micros: i64) -> String {
    when::rfc3339(Time::from(micros))
}
