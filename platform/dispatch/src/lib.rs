//! From the log to those who react to it.
//!
//! The cast: a [`Reactor`] turns activities into something of its own: a feed, an index, a mail to send. Its
//! *cursor* is the position up to which it has; a *lease* says who runs it. The [`Dispatcher`] gives it
//! batches and moves the cursor in the transaction of what it wrote; so a crash repeats or loses nothing.
//! A [`Tail`] hears of every activity once per process and keeps nothing: open pages follow it.
//! What has to be done outside of a transaction is a job ([`jobs`]), done by its [`Worker`].
//! What a reactor cannot digest is *stuck*: set aside for a person to look at, and the reactor goes on.

mod dispatcher;
pub mod jobs;
mod nudge;
pub mod store;
mod tail;

use async_trait::async_trait;
use database::{Migration, Tx};
use kernel::Result;
use kernel::activity::Activity;
use kernel::evaluation::Evaluation;

pub use dispatcher::Dispatcher;
pub use jobs::{Jobs, Outcome, Worker};
pub use nudge::Nudges;
pub use tail::Tail;

pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "dispatch/0001_cursors", sql: include_str!("../migrations/0001_cursors.sql") }];

#[async_trait]
pub trait Reactor: Send + Sync {
    /// The name of its cursor and of its crate; never changed.
    fn name(&self) -> &'static str;

    fn migrations(&self) -> &'static [Migration];

    /// Everything in it that could show how a single person works, as a feature declares it, too.
    fn evaluations(&self) -> &'static [Evaluation] {
        &[]
    }

    /// Forgets what it made of the log, so that it can be made again from the beginning. Whoever keeps what
    /// people decided, such as what was read, keeps that.
    async fn clear(&self, _tx: &mut Tx) -> Result<()> {
        Ok(())
    }

    /// Writes what follows from `activity`, all through `tx`, which it shares with its neighbours in the
    /// log. May be called again for the same one.
    ///
    /// Nothing leaves the house from here. Mail and HTTP are rows that somebody else delivers, because a
    /// transaction that is rolled back cannot call back a mail.
    async fn react(&self, tx: &mut Tx, activity: &Activity) -> Result<()>;
}
