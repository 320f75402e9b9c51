//! Somebody is signed in with a browser, until she signs out, is signed out, or stays away for long.

use database::{Reads, Tx};
use kernel::clock::Time;
use kernel::ids::{PersonId, Uuid};
use kernel::{Result, limits};

use crate::accounts::store;
use crate::{Caller, digest, fresh_secret};

/// As its owner sees it in her list. When she was last there is not kept.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Session {
    pub id: Uuid,
    /// What the browser said of itself, shortened: "Firefox, Windows".
    pub device: String,
    pub made_at: i64,
}

/// Opens a session; the answer is the value of the cookie, which is not kept.
pub async fn open(tx: &mut Tx, person: PersonId, device: &str) -> Result<String> {
    let secret = fresh_secret()?;
    let ends_at = tx.at().plus(limits::SESSION_MAX);
    store::insert_session(tx, Uuid::now_v7(), &digest(&secret), person, device, ends_at).await?;
    Ok(secret)
}

/// Who is signed in with this cookie at `now`.
pub async fn find(from: &mut impl Reads, secret: &str, now: Time) -> Result<Option<Caller>> {
    store::find_session(from, &digest(secret), now).await
}

/// Newest first.
pub async fn of(from: &mut impl Reads, person: PersonId, now: Time) -> Result<Vec<Session>> {
    store::sessions_of(from, person, now).await
}

/// Ends one session of this person; may be repeated.
pub async fn close(tx: &mut Tx, person: PersonId, session: Uuid) -> Result<()> {
    store::remove_session(tx, person, session).await
}

/// Ends all sessions of this person but `except`.
pub async fn close_all(tx: &mut Tx, person: PersonId, except: Option<Uuid>) -> Result<()> {
    store::remove_sessions(tx, person, except).await
}

/// Whether she may still be connected: her account is active, and the session, if it is one, has not ended.
pub async fn stands(
    from: &mut impl Reads,
    person: PersonId,
    session: Option<Uuid>,
    now: Time,
) -> Result<bool> {
    store::stands(from, person, session, now).await
}
