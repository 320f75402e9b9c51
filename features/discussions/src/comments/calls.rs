//! Who is called by a comment: mentioned by name, be it later on, asked, or answered.

use async_trait::async_trait;
use database::Tx;
use feature::Calls;
use kernel::Result;
use kernel::activity::Activity;
use kernel::ids::PersonId;

use super::comment::CommentId;
use super::store;
use crate::activity::{ASKED, MENTIONED, WROTE};

pub(crate) struct Called;

#[async_trait]
impl Calls for Called {
    fn kind(&self) -> &'static str {
        CommentId::KIND
    }

    async fn called(&self, tx: &mut Tx, activity: &Activity) -> Result<Vec<PersonId>> {
        let deed = &activity.deed;
        let called = if deed.verb == WROTE || deed.verb == ASKED {
            store::called_in(tx, deed.object.id).await?
        } else if deed.verb == MENTIONED {
            store::mentioned_at(tx, deed.object.id, activity.at.micros()).await?
        } else {
            Vec::new()
        };
        Ok(called.into_iter().map(PersonId::from).filter(|it| *it != deed.actor).collect())
    }
}
