//! What a feature tells all others about something of its own, and nothing more.

use kernel::ids::{PersonId, SpaceId, ThingId, Uuid};

use crate::{Level, Visibility};

/// As its owner writes it. The title stands here alone, so that it cannot differ from place to place.
#[derive(Clone, Debug)]
pub struct Thing {
    pub id: ThingId,
    /// Where it lies, and by that who reads it.
    pub space: SpaceId,
    pub title: String,
    /// From the root of the site, such as `/documents/0190…`.
    pub url: String,
    pub owner: PersonId,
}

/// As one person sees it. Whoever holds one has asked: only [`may`](crate::may) makes it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Seen {
    pub kind: String,
    pub id: Uuid,
    pub title: String,
    pub url: String,
    pub owner_id: Uuid,
    pub level: Level,
    /// The open space whose member she will be when she writes.
    pub joins: Option<Uuid>,
    /// Where it lies; of a space, itself.
    pub space_id: Uuid,
    pub space_title: String,
    pub visibility: Visibility,
}

impl Seen {
    pub fn thing(&self) -> ThingId {
        ThingId { kind: self.kind.clone().into(), id: self.id }
    }

    pub fn space(&self) -> SpaceId {
        self.space_id.into()
    }
}
