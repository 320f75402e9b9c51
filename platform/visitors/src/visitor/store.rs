//! The rows of visitors.

use database::{Reads, Tx, execute, fetch_optional};
use kernel::ids::Uuid;
use kernel::{Locale, Result};

use super::Visitor;

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    email: Option<String>,
    language: String,
    confirmed_at: Option<i64>,
    approved: i64,
}

impl From<Row> for Visitor {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            email: row.email,
            is_confirmed: row.confirmed_at.is_some(),
            approved: row.approved,
            language: Locale::parse(&row.language).unwrap_or_default(),
        }
    }
}

pub async fn by_email(from: &mut impl Reads, email: &str) -> Result<Option<Visitor>> {
    let row = fetch_optional!(
        from,
        Row,
        "select id, email, language, confirmed_at, approved from visitor where email = $1",
        [email]
    )?;
    Ok(row.map(Visitor::from))
}

pub async fn by_id(from: &mut impl Reads, id: Uuid) -> Result<Option<Visitor>> {
    let row = fetch_optional!(
        from,
        Row,
        "select id, email, language, confirmed_at, approved from visitor where id = $1",
        [id]
    )?;
    Ok(row.map(Visitor::from))
}

pub async fn insert(tx: &mut Tx, id: Uuid, email: &str, locale: Locale) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "insert into visitor (id, email, language, made_at) values ($1, $2, $3, $4)",
        [id, email, locale.code(), at]
    )
}

pub async fn confirm(tx: &mut Tx, id: Uuid) -> Result<()> {
    let at = tx.at().micros();
    execute!(tx, "update visitor set confirmed_at = $2 where id = $1 and confirmed_at is null", [id, at])
}

pub async fn add_approved(tx: &mut Tx, id: Uuid, change: i64) -> Result<()> {
    execute!(
        tx,
        "update visitor set approved = approved + cast($2 as bigint)
         where id = $1 and approved + cast($2 as bigint) >= 0",
        [id, change]
    )
}

/// What is left says only that there was somebody.
pub async fn erase(tx: &mut Tx, id: Uuid) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "update visitor set email = null, confirmed_at = null, approved = 0, erased_at = $2 where id = $1",
        [id, at]
    )
}

/// Who never confirmed anything and is known since before that time.
pub async fn forget_unconfirmed(tx: &mut Tx, before: i64) -> Result<()> {
    execute!(
        tx,
        "update visitor set email = null, erased_at = $2
         where confirmed_at is null and email is not null and made_at < $1",
        [before, before]
    )
}
