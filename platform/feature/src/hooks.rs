//! What reactors ask of the feature that owns a thing. Boxed futures and no generics, so that each can be a
//! `dyn`; whoever asks has found out before that the reader may see the thing.

use std::collections::HashMap;

use access::{Named, Person};
use async_trait::async_trait;
use database::{Reader, Tx};
use jiff::tz::TimeZone;
use kernel::activity::Activity;
use kernel::card::Card;
use kernel::clock::Time;
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

    /// The same drawn whole, for a stream that has room for it. Empty for what a card says well enough.
    async fn drawn(
        &self,
        _reader: &mut Reader,
        _looking: &Looking<'_>,
        _ids: &[Uuid],
    ) -> Result<HashMap<Uuid, Drawn>> {
        Ok(HashMap::new())
    }
}

/// Who looks, and how times are said to her.
#[derive(Clone, Debug)]
pub struct Looking<'a> {
    pub person: &'a Person,
    pub locale: Locale,
    pub zone: &'a TimeZone,
    pub now: Time,
}

/// A thing as a stream shows it, from whoever keeps it.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// Who wrote it; the sentence beside it may tell of somebody else.
    pub by: Named,
    /// HTML that was made harmless.
    pub html: String,
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

/// What came back to things: how much was said, and with which signs people answered.
#[async_trait]
pub trait Echoes: Send + Sync {
    /// Of several things of one kind at once; of whom nothing was said there is none.
    async fn echoes(&self, reader: &mut Reader, kind: &str, ids: &[Uuid]) -> Result<HashMap<Uuid, Echo>>;
}

#[derive(Clone, Debug, Default)]
pub struct Echo {
    /// Comments that stand.
    pub said: i64,
    /// Each sign with its count, the most frequent first.
    pub reactions: Vec<(String, i64)>,
}

/// Things to which one of their comments is the answer: whoever keeps the talk shows which, and lets it be
/// marked.
#[async_trait]
pub trait Answers: Send + Sync {
    /// The word in `thing.kind`.
    fn kind(&self) -> &'static str;

    /// How it stands with this one; `None` for what asks nothing.
    async fn answering(&self, reader: &mut Reader, asking: &Person, id: Uuid) -> Result<Option<Answering>>;
}

/// A question and its answer, as one person sees them.
#[derive(Clone, Debug)]
pub struct Answering {
    /// The comment that is the answer.
    pub comment: Option<Uuid>,
    /// Where a form with the field `comment_id` marks another one, or none; nothing for who may not.
    pub mark: Option<String>,
}

/// What waits for a person to do something about it.
#[async_trait]
pub trait Waits: Send + Sync {
    /// Of what this person may read now, the longest waiting first, at most `limit`.
    async fn waits(&self, reader: &mut Reader, looking: &Looking<'_>, limit: i64) -> Result<Vec<Waiting>>;
}

/// One of them. All words are plain text in her language.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// What waits: a comment, a post. By this it is put off, or done with.
    pub object: ThingId,
    /// The thing that it is about.
    pub about: ThingId,
    pub title: String,
    /// Where she does it.
    pub url: String,
    /// What is asked, in one line; may be empty.
    pub line: String,
    /// Who waits, and for what.
    pub why: String,
    /// What she does about it: "Antworten".
    pub act: String,
    /// Since when, and until when if somebody said so.
    pub at: i64,
    pub due: Option<i64>,
    /// Whether she may say that it is done with; else it is only put off.
    pub may_be_done: bool,
}

/// Who keeps files in the blob store.
#[async_trait]
pub trait Keeps: Send + Sync {
    /// Hashes of files that rows name, in order, those after `after`, at most `limit`; each once.
    async fn blobs(&self, reader: &mut Reader, after: &str, limit: i64) -> Result<Vec<String>>;
}
