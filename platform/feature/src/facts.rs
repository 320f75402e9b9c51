//! What can be asked about what a person did on the platform: for tasks, which are checked by what is there.

use async_trait::async_trait;
use database::Reader;
use kernel::Result;
use kernel::ids::{PersonId, ThingId};

/// A question about a person.
#[derive(Clone, Debug)]
pub struct Asked {
    /// `comment.answered`.
    pub fact: String,
    /// About whom.
    pub person: PersonId,
    /// About which thing; `None` for any.
    pub thing: Option<ThingId>,
}

/// Known by the feature that keeps what is counted. The answer goes to the person herself and to nobody else.
#[async_trait]
pub trait Facts: Send + Sync {
    fn names(&self) -> &'static [&'static str];

    /// How often it is so, counted up to a hundred.
    async fn count(&self, reader: &mut Reader, asked: &Asked) -> Result<i64>;
}
