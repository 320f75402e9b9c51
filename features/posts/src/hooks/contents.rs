//! What can be found in a post: its words, and what can be chosen in its poll.

use access::Person;
use async_trait::async_trait;
use database::Tx;
use feature::{Contents, Found};
use kernel::Result;
use kernel::ids::Uuid;
use richtext::talk;

use crate::polls;
use crate::posts::post::{self, PostId};
use crate::posts::store;

pub(crate) struct PostContents;

#[async_trait]
impl Contents for PostContents {
    fn kind(&self) -> &'static str {
        PostId::KIND
    }

    async fn contents(&self, tx: &mut Tx, id: Uuid) -> Result<Option<Found>> {
        let found = store::find(tx, id).await?.filter(|it| it.removed_at.is_none() && !it.waits());
        let Some(post) = found else { return Ok(None) };
        let mut text = talk::plain(&post.body);
        let poll = polls::store::of(tx, &Person::nobody(), &[id]).await?.remove(&id);
        for choice in poll.iter().flat_map(|it| &it.choices) {
            text.push('\n');
            text.push_str(&choice.text);
        }
        Ok(Some(Found {
            about: Some(PostId::from(id).into()),
            title: post::title(&post.body),
            text,
            family: PostId::KIND,
            author: Some(post.author_id.into()),
            version: 0,
        }))
    }
}
