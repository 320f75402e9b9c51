//! Somebody lets a program act for her.

use database::{Reads, Tx};
use kernel::Result;
use kernel::ids::{PersonId, Uuid};

use crate::accounts::store;
use crate::{Caller, digest, fresh_secret};

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Token {
    pub id: Uuid,
    pub name: String,
    pub made_at: i64,
}

/// The answer is the token itself, which is not kept.
pub async fn create(tx: &mut Tx, person: PersonId, name: &str) -> Result<String> {
    let secret = fresh_secret()?;
    store::insert_token(tx, Uuid::now_v7(), &digest(&secret), person, name).await?;
    Ok(secret)
}

/// For whom a program with this token acts.
pub async fn find(from: &mut impl Reads, secret: &str) -> Result<Option<Caller>> {
    store::find_token(from, &digest(secret)).await
}

pub async fn of(from: &mut impl Reads, person: PersonId) -> Result<Vec<Token>> {
    store::tokens_of(from, person).await
}

/// Takes all keys of a person back; may be repeated.
pub async fn revoke_all(tx: &mut Tx, person: PersonId) -> Result<()> {
    store::remove_tokens(tx, person).await
}

/// May be repeated.
pub async fn revoke(tx: &mut Tx, person: PersonId, token: Uuid) -> Result<()> {
    store::remove_token(tx, person, token).await
}
