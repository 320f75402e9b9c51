//! Who is called by a post: by name, or as one of all those who are to read an announcement.

use async_trait::async_trait;
use database::Tx;
use feature::Calls;
use kernel::Result;
use kernel::activity::Activity;
use kernel::ids::PersonId;

use crate::activity::{ANNOUNCED, MENTIONED, POLLED, POSTED, PRAISED, WONDERED};
use crate::posts::post::PostId;
use crate::posts::store;
use crate::reading;

pub(crate) struct Called;

#[async_trait]
impl Calls for Called {
    fn kind(&self) -> &'static str {
        PostId::KIND
    }

    async fn called(&self, tx: &mut Tx, activity: &Activity) -> Result<Vec<PersonId>> {
        let (deed, id) = (&activity.deed, activity.deed.object.id);
        let is_new = [POSTED, WONDERED, POLLED, ANNOUNCED, PRAISED].contains(&deed.verb);
        if !is_new && deed.verb != MENTIONED {
            return Ok(Vec::new());
        }
        let since = if is_new { 0 } else { activity.at.micros() };
        let mut called: Vec<PersonId> =
            store::mentioned(tx, id, since).await?.into_iter().map(PersonId::from).collect();
        if deed.verb == ANNOUNCED
            && let Some(post) = store::find(tx, id).await?
        {
            called.extend(reading::store::called(tx, &post).await?);
            called.sort_unstable_by_key(|it| it.uuid());
            called.dedup();
        }
        called.retain(|it| *it != deed.actor);
        Ok(called)
    }
}
