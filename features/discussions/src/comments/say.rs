//! Talk for other features, inside their transactions.

use access::{Person, may};
use async_trait::async_trait;
use database::Tx;
use feature::{Said, Talk};
use kernel::Result;
use kernel::ids::{PersonId, ThingId, Uuid};

use super::body::Body;
use super::comment::Comment;
use super::{store, write};
use crate::Parts;
use crate::anchors::anchor::Anchor;
use crate::reactions::emoji::Emoji;
use crate::reactions::react;

/// Says and reacts for other features.
pub struct Discussions(pub Parts);

#[async_trait]
impl Talk for Discussions {
    async fn say(&self, tx: &mut Tx, person: &Person, about: &ThingId, said: Said<'_>) -> Result<Uuid> {
        let thing = may::write(tx, person, about).await?;
        let mut comment = Comment::new(person, &thing, tx.at(), Body::parse(said.body)?.0);
        if let Some(parent) = said.reply_to {
            comment.reply_to = Some(write::root_of(tx, &thing, parent).await?);
        } else if let Some(quote) = said.quote {
            let anchor = Anchor::parse(quote, "", "", None)?;
            write::hang(tx, &self.0, &thing, &mut comment, anchor).await?;
        }
        write::put(tx, person, &thing, &comment).await?;
        Ok(comment.id)
    }

    async fn about(&self, tx: &mut Tx, comment: Uuid) -> Result<Option<(ThingId, PersonId)>> {
        let found = store::find(tx, comment).await?.filter(|it| !it.is_removed());
        Ok(found.map(|it| (it.about(), it.author_id.into())))
    }

    async fn react(&self, tx: &mut Tx, person: &Person, about: &ThingId, emoji: &str) -> Result<()> {
        let thing = react::may_react(tx, person, about).await?;
        react::put(tx, person, about, &thing, &Emoji::parse(emoji)?).await
    }
}
