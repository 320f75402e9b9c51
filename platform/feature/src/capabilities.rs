//! What one feature can do for another inside the other's transaction.
//!
//! For everything that may come later, a reactor is the right place. A capability is for what must be there
//! when the answer is given and must not be there when it fails: an idea that becomes a page.

use std::sync::Arc;

use access::Person;
use async_trait::async_trait;
use database::Tx;
use kernel::Result;
use kernel::ids::{PersonId, SpaceId, ThingId, Uuid};

/// All that is on offer; `server/product.rs` fills it in. One that nobody offers does not compile.
#[derive(Clone)]
pub struct Capabilities {
    pub pages: Arc<dyn Pages>,
    pub talk: Arc<dyn Talk>,
}

/// What is to be said about a thing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Said<'a> {
    /// Markdown.
    pub body: &'a str,
    /// The passage it hangs on.
    pub quote: Option<&'a str>,
    /// The comment it answers.
    pub reply_to: Option<Uuid>,
}

/// Offered by whoever keeps the talk. As with [`Pages`], the transaction is the caller's.
#[async_trait]
pub trait Talk: Send + Sync {
    /// Says something about a thing and tells it; nobody is called by name. Answers the id of the comment.
    ///
    /// Errors: `NotFound`, `Forbidden`, `Invalid` on the field `body`.
    async fn say(&self, tx: &mut Tx, person: &Person, about: &ThingId, said: Said<'_>) -> Result<Uuid>;

    /// What the comment is about, and who wrote it; `None` for one that is not there or was removed.
    async fn about(&self, tx: &mut Tx, comment: Uuid) -> Result<Option<(ThingId, PersonId)>>;

    /// Reacts with an emoji; may be repeated.
    ///
    /// Errors: `NotFound`, `Forbidden`, `Invalid` on the field `emoji`.
    async fn react(&self, tx: &mut Tx, person: &Person, about: &ThingId, emoji: &str) -> Result<()>;
}

/// Offered by whoever keeps documents. Boxed futures and no generics, so that it can be a `dyn`.
#[async_trait]
pub trait Pages: Send + Sync {
    /// Makes a page with this Markdown in `space` and tells it; it begins and ends nothing, for the
    /// transaction is the caller's. It asks everything that its own verb asks.
    ///
    /// Errors: `NotFound` for a space the person may not know of, `Forbidden` if she may only read there,
    /// `Invalid` on the field `title`. Then the caller gives up, too: with `?` nothing is kept.
    async fn make(
        &self,
        tx: &mut Tx,
        person: &Person,
        space: SpaceId,
        title: &str,
        markdown: &str,
    ) -> Result<ThingId>;

    /// How a page reads now, as this person may see it. Looks into open rooms and at pictures, so it is asked
    /// before a transaction is begun.
    ///
    /// Errors: `NotFound`, `Invalid` on the field `as` for what is no page.
    async fn read(&self, person: &Person, page: &ThingId) -> Result<Written>;
}

/// A page at one moment.
#[derive(Clone, Debug, Default)]
pub struct Written {
    pub title: String,
    /// Cleaned; its pictures have the addresses that are named in `pictures`.
    pub html: String,
    pub text: String,
    /// Address and bytes, PNG or WebP, of those that the person may see.
    pub pictures: Vec<(String, Vec<u8>)>,
}
