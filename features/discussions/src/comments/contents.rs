//! What can be found in a comment, by whoever finds the thing that it is about.

use async_trait::async_trait;
use database::Tx;
use feature::{Contents, Found};
use kernel::Result;
use kernel::ids::Uuid;
use richtext::talk;

use super::comment::CommentId;
use super::store;

pub(crate) struct Comments;

#[async_trait]
impl Contents for Comments {
    fn kind(&self) -> &'static str {
        CommentId::KIND
    }

    async fn contents(&self, tx: &mut Tx, id: Uuid) -> Result<Option<Found>> {
        let said = store::said(tx, id).await?;
        Ok(said.map(|(about, body, author)| Found {
            about: Some(about),
            text: talk::plain(&body),
            family: CommentId::KIND,
            author: Some(author.into()),
            ..Found::default()
        }))
    }
}
