//! The part of comments in what a visitor sees of herself.

use async_trait::async_trait;
use database::{Reader, Tx};
use feature::{Piece, Receipts};
use kernel::clock::Time;
use kernel::ids::{PersonId, Uuid};
use kernel::{Error, Locale, Result};
use visitors::checks::{Looked, Trap};

use super::comment::{Comment, RemarkId, State, once_confirmed, text};
use super::{rules, store, write};
use crate::Parts;
use crate::activity::{CHANGED, TOOK_BACK};

/// More than one visitor has; what is left is done by the next call.
const EACH_MAX: i64 = 10_000;

pub(crate) struct CommentReceipts(pub Parts);

impl CommentReceipts {
    /// Errors: `NotFound` for one of somebody else, or that is no more.
    async fn own(&self, tx: &mut Tx, visitor: Uuid, id: Uuid) -> Result<Comment> {
        let found = store::find(tx, id).await?;
        let own = found.filter(|it| it.visitor_id == Some(visitor) && it.state != State::Withdrawn);
        own.ok_or(Error::NotFound)
    }

    async fn take_back(&self, tx: &mut Tx, comment: &Comment, keep_author: bool) -> Result<()> {
        if comment.state == State::Shown {
            write::tell(tx, PersonId::NOBODY, TOOK_BACK, comment);
            if let Some(visitor) = comment.visitor_id {
                visitors::approved(tx, visitor, -1).await?;
            }
        }
        store::blank(tx, comment.id, keep_author).await
    }
}

#[async_trait]
impl Receipts for CommentReceipts {
    fn kind(&self) -> &'static str {
        RemarkId::KIND
    }

    async fn pieces(&self, reader: &mut Reader, visitor: Uuid, _: Locale) -> Result<Vec<Piece>> {
        let all = store::of_visitor(reader, visitor).await?;
        let piece = |it: Comment| Piece {
            kind: RemarkId::KIND,
            id: it.id,
            url: it.url(),
            at: it.made_at,
            standing: it.state.standing(),
            follows: it.follows == 1,
            may_change: !matches!(it.state, State::Withdrawn | State::Refused),
            title: it.title,
            name: it.name,
            text: it.body,
            reason: it.decision,
        };
        Ok(all.into_iter().map(piece).collect())
    }

    async fn confirmed(&self, tx: &mut Tx, visitor: Uuid) -> Result<()> {
        let known = visitors::find(tx, visitor).await?.ok_or(Error::NotFound)?;
        let all = store::of_visitor(tx, visitor).await?;
        for comment in all.into_iter().filter(|it| it.state == State::Unconfirmed) {
            let rules = rules::of_article(tx, comment.article_id).await?;
            let state = once_confirmed(rules.approve, &known, &comment.why());
            store::move_to(tx, &comment, state, None, "", "").await?;
            write::arrived(&self.0, tx, &Comment { state, ..comment }).await?;
        }
        Ok(())
    }

    async fn disown(&self, tx: &mut Tx, visitor: Uuid) -> Result<()> {
        store::remove_unconfirmed(tx, visitor).await
    }

    /// What was let through before is looked at again, unless she is trusted here.
    async fn change(&self, tx: &mut Tx, visitor: Uuid, id: Uuid, typed: &str) -> Result<()> {
        let comment = self.own(tx, visitor, id).await?;
        if comment.state == State::Refused {
            return Err(Error::conflict("blog-refused-stays"));
        }
        let (body, html) = text(typed)?;
        if body == comment.body {
            return Ok(());
        }
        let looked = Looked { text: &body, website: &comment.website, trap: Trap::default() };
        let mut reasons = visitors::checks::look(tx, looked).await?;
        // How it came in is not mended by other words.
        reasons.extend(comment.why().into_iter().filter(|it| it.sign.is_of_the_way()));
        store::rewrite(tx, id, &body, &html, &visitors::checks::to_keep(&reasons)).await?;
        if comment.state == State::Shown {
            let rules = rules::of_article(tx, comment.article_id).await?;
            let known = visitors::find(tx, visitor).await?.ok_or(Error::NotFound)?;
            let state = once_confirmed(rules.approve, &known, &reasons);
            if state != State::Shown {
                visitors::approved(tx, visitor, -1).await?;
                store::move_to(tx, &comment, state, None, "", "").await?;
            }
            write::tell(tx, PersonId::NOBODY, CHANGED, &comment);
        }
        Ok(())
    }

    async fn withdraw(&self, tx: &mut Tx, visitor: Uuid, id: Uuid) -> Result<()> {
        let comment = self.own(tx, visitor, id).await?;
        self.take_back(tx, &comment, true).await
    }

    async fn follow(&self, tx: &mut Tx, visitor: Uuid, id: Uuid, follows: bool) -> Result<()> {
        if store::set_follows(tx, visitor, id, follows).await? { Ok(()) } else { Err(Error::NotFound) }
    }

    async fn erase(&self, tx: &mut Tx, visitor: Uuid) -> Result<()> {
        for id in store::ids_of_visitor(tx, visitor, EACH_MAX).await? {
            if let Some(comment) = store::find(tx, id).await? {
                self.take_back(tx, &comment, false).await?;
            }
        }
        Ok(())
    }

    async fn empty(&self, tx: &mut Tx, before: Time) -> Result<()> {
        store::empty(tx, before).await
    }
}
