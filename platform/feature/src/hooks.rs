//! What reactors ask of the feature that owns a thing. Boxed futures and no generics, so that each can be a
//! `dyn`; whoever asks has found out before that the reader may see the thing.

use std::collections::HashMap;

use access::Person;
use async_trait::async_trait;
use database::{Reader, Tx};
use kernel::activity::Activity;
use kernel::card::Card;
use kernel::ids::{PersonId, ThingId, Uuid};
use kernel::{Locale, Result};

/// How the things of one kind look in a list.
#[async_trait]
pub trait Cards: Send + Sync {
    /// The word in `thing.kind`.
    fn kind(&self) -> &'static str;

    /// The cards of several things at once, in one or two statements, for `asking`, who may read them all.
    async fn cards(
        &self,
        reader: &mut Reader,
        asking: &Person,
        locale: Locale,
        ids: &[Uuid],
    ) -> Result<HashMap<Uuid, Card>>;
}

/// What can be found in one kind of object; asked by the reactor that keeps the index, in its transaction.
#[async_trait]
pub trait Contents: Send + Sync {
    /// The word in `object_kind` of activities: `document`, `comment`, `person`.
    fn kind(&self) -> &'static str;

    /// What can be found in it now; `None` if it is gone.
    async fn contents(&self, tx: &mut Tx, id: Uuid) -> Result<Option<Found>>;
}

/// The text of an object for the index.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The thing whose audience decides who finds it: the document itself, or the one a comment is about.
    /// `None` for a person, whom those find who may know of her.
    pub about: Option<ThingId>,
    /// Weighs more than the text. Of a thing its own title; of a comment empty.
    pub title: String,
    pub text: String,
    /// Narrower than the kind, for the filter: `pdf`, `page`, `image`, `comment`.
    pub family: &'static str,
    pub author: Option<PersonId>,
    /// The number of the version that it was taken from; 0 for what has none.
    pub version: i64,
}

/// Who is called by name in what a feature records: mentioned, asked, invited.
#[async_trait]
pub trait Calls: Send + Sync {
    /// The kind of the object of activities that it knows about.
    fn kind(&self) -> &'static str;

    /// Those who are called by this activity, whether or not they are involved yet. Who may not read the
    /// thing
    /// is left out by whoever asks.
    async fn called(&self, tx: &mut Tx, activity: &Activity) -> Result<Vec<PersonId>>;
}

/// Who keeps files in the blob store.
#[async_trait]
pub trait Keeps: Send + Sync {
    /// Hashes of files that rows name, in order, those after `after`, at most `limit`; each once.
    async fn blobs(&self, reader: &mut Reader, after: &str, limit: i64) -> Result<Vec<String>>;
}
