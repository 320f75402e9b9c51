//! What people without an account wrote, asked of the feature that keeps it: for the page on which each of
//! them sees all of it, changes it and takes it back.

use async_trait::async_trait;
use database::{Reader, Tx};
use kernel::clock::Time;
use kernel::ids::Uuid;
use kernel::{Locale, Result};

/// Kept by a feature. Every call names a visitor, and an id that is not hers is `NotFound`.
#[async_trait]
pub trait Receipts: Send + Sync {
    /// The kind of the object, the word that activities use.
    fn kind(&self) -> &'static str;

    /// What she wrote, newest first, at most a list long.
    async fn pieces(&self, reader: &mut Reader, visitor: Uuid, locale: Locale) -> Result<Vec<Piece>>;

    /// Her address was confirmed: what waited for that goes on.
    async fn confirmed(&self, tx: &mut Tx, visitor: Uuid) -> Result<()>;

    /// It was not her: what was never confirmed goes, without a trace.
    async fn disown(&self, tx: &mut Tx, visitor: Uuid) -> Result<()>;

    /// Writes it anew; whether it has to be looked at again is the feature's rule.
    ///
    /// Errors: `Invalid` on the field `text`.
    async fn change(&self, tx: &mut Tx, visitor: Uuid, id: Uuid, text: &str) -> Result<()>;

    async fn withdraw(&self, tx: &mut Tx, visitor: Uuid, id: Uuid) -> Result<()>;

    /// Whether she hears of answers; may be repeated.
    async fn follow(&self, tx: &mut Tx, visitor: Uuid, id: Uuid, follows: bool) -> Result<()>;

    /// All of it goes: texts and names. May be repeated.
    async fn erase(&self, tx: &mut Tx, visitor: Uuid) -> Result<()>;

    /// Takes away what was held or never confirmed since before this time.
    async fn empty(&self, tx: &mut Tx, before: Time) -> Result<()>;
}

/// One thing that a visitor wrote, as she herself sees it.
#[derive(Clone, Debug)]
pub struct Piece {
    pub kind: &'static str,
    pub id: Uuid,
    /// What it is about, in the words of the feature, and where that stands.
    pub title: String,
    pub url: String,
    /// The name that she gave with it.
    pub name: String,
    /// As she typed it.
    pub text: String,
    /// Microseconds since 1970.
    pub at: i64,
    pub standing: Standing,
    /// What was decided and why, if somebody said so; else empty.
    pub reason: String,
    pub follows: bool,
    pub may_change: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Until she confirms her address.
    Unconfirmed,
    /// Until somebody of the house has looked at it.
    Waiting,
    Shown,
    Refused,
    Withdrawn,
}

impl Standing {
    /// The ending of the key that names it.
    pub fn word(self) -> &'static str {
        match self {
            Standing::Unconfirmed => "unconfirmed",
            Standing::Waiting => "waiting",
            Standing::Shown => "shown",
            Standing::Refused => "refused",
            Standing::Withdrawn => "withdrawn",
        }
    }
}
