//! The rows of receipts.

use database::{Reads, Tx, execute, fetch_optional};
use kernel::Result;
use kernel::clock::Time;
use kernel::ids::{ThingId, Uuid};

#[derive(sqlx::FromRow)]
pub struct Row {
    pub visitor_id: Uuid,
    pub about_kind: Option<String>,
    pub about_id: Option<Uuid>,
}

pub async fn insert(tx: &mut Tx, secret: &str, visitor: Uuid, about: Option<&ThingId>) -> Result<()> {
    let (at, kind, id) = (tx.at().micros(), about.map(|it| it.kind.to_string()), about.map(|it| it.id));
    execute!(
        tx,
        "insert into visitor_receipt (secret, visitor_id, about_kind, about_id, made_at)
         values ($1, $2, $3, $4, $5)",
        [secret, visitor, kind, id, at]
    )
}

/// Of the links to one piece, or of those to all: anybody who types her address makes the former, and must
/// not push out the latter.
pub async fn keep_newest(tx: &mut Tx, visitor: Uuid, narrow: bool, count: i64) -> Result<()> {
    execute!(
        tx,
        "delete from visitor_receipt where visitor_id = $1 and (about_kind is null) = (cast($2 as bigint) = 0)
           and secret not in (select secret from visitor_receipt
             where visitor_id = $1 and (about_kind is null) = (cast($2 as bigint) = 0)
             order by made_at desc, secret limit cast($3 as bigint))",
        [visitor, i64::from(narrow), count]
    )
}

pub async fn find(from: &mut impl Reads, secret: &str, since: Time) -> Result<Option<Row>> {
    fetch_optional!(
        from,
        Row,
        "select visitor_id, about_kind, about_id from visitor_receipt where secret = $1 and made_at > $2",
        [secret, since.micros()]
    )
}

pub async fn remove_all(tx: &mut Tx, visitor: Uuid) -> Result<()> {
    execute!(tx, "delete from visitor_receipt where visitor_id = $1", [visitor])
}
