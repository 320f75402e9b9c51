//! SQL about where somebody may put something.

use access::{Person, Visibility};
use database::{Reads, fetch_all};
use kernel::ids::Uuid;
use kernel::{Result, limits};

/// A space she may write in.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Writable {
    pub id: Uuid,
    pub title: String,
    pub visibility: Visibility,
}

impl Writable {
    pub fn icon(&self) -> &'static str {
        page::Audience::icon_of(self.visibility)
    }

    /// The class that carries colour and wall.
    pub fn wall(&self, v: &page::Voice) -> &'static str {
        page::Audience::short(v, self.visibility, &self.title).class
    }

    /// Who reads there.
    pub fn words(&self, v: &page::Voice) -> String {
        page::Audience::short(v, self.visibility, &self.title).words
    }
}

/// By name.
pub(crate) async fn writable(from: &mut impl Reads, person: &Person) -> Result<Vec<Writable>> {
    fetch_all!(
        from,
        Writable,
        "select space.id, thing.title, space.visibility
         from membership
         join space on space.id = membership.space_id
         join thing on thing.kind = 'space' and thing.id = space.id and thing.removed_at is null
         where membership.person_id = $1 and membership.level in ('writer', 'owner')
         order by lower(thing.title), space.id limit $2",
        [person.id.uuid(), limits::LIST_LENGTH_MAX_ROWS]
    )
}
