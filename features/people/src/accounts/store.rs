//! All SQL about passwords and links.

use database::{Reads, Tx, execute, execute_and_count, fetch_optional};
use kernel::Result;
use kernel::clock::Time;
use kernel::ids::{PersonId, Uuid};

pub(crate) async fn password(from: &mut impl Reads, person: PersonId) -> Result<Option<String>> {
    let row = fetch_optional!(
        from,
        (String,),
        "select password_hash from credential where person_id = $1",
        [person.uuid()]
    )?;
    Ok(row.map(|(hash,)| hash))
}

/// As [`password`]; for nobody the same statement is asked, so that the answer takes as long.
pub(crate) async fn password_of(from: &mut impl Reads, person: Option<PersonId>) -> Result<Option<String>> {
    password(from, person.unwrap_or(PersonId::NOBODY)).await
}

pub(crate) async fn put_password(tx: &mut Tx, person: PersonId, hash: &str) -> Result<()> {
    execute!(
        tx,
        "insert into credential (person_id, password_hash) values ($1, $2)
         on conflict (person_id) do update set password_hash = excluded.password_hash",
        [person.uuid(), hash]
    )
}

pub(crate) async fn insert_link(
    tx: &mut Tx,
    secret: &str,
    person: PersonId,
    kind: &str,
    ends_at: Time,
    reusable: bool,
) -> Result<()> {
    let now = tx.at().micros();
    // Invitations stay until they are used or sent again: the administration sees that one has run out.
    execute!(tx, "delete from sign_in_link where ends_at < $1 and kind <> 'invitation'", [now])?;
    execute!(
        tx,
        "insert into sign_in_link (secret, person_id, kind, ends_at, reusable) values ($1, $2, $3, $4, $5)",
        [secret, person.uuid(), kind, ends_at.micros(), i64::from(reusable)]
    )
}

#[derive(sqlx::FromRow)]
pub(crate) struct Link {
    pub person_id: Uuid,
    pub kind: String,
    pub reusable: i64,
}

/// A link that works at `now`, of somebody whose account is open.
pub(crate) async fn find_link(from: &mut impl Reads, secret: &str, now: Time) -> Result<Option<Link>> {
    fetch_optional!(
        from,
        Link,
        "select sign_in_link.person_id, sign_in_link.kind, sign_in_link.reusable
         from sign_in_link, person as holder
         where holder.id = sign_in_link.person_id and holder.deactivated_at is null
           and sign_in_link.secret = $1 and sign_in_link.ends_at > $2",
        [secret, now.micros()]
    )
}

/// Answers whether it was there: of two who use it at once, one does.
pub(crate) async fn use_up(tx: &mut Tx, secret: &str) -> Result<bool> {
    let used = execute_and_count!(tx, "delete from sign_in_link where secret = $1", [secret])?;
    Ok(used == 1)
}

/// After a new password or a deactivation no older link works.
pub(crate) async fn remove_links(tx: &mut Tx, person: PersonId) -> Result<()> {
    execute!(tx, "delete from sign_in_link where person_id = $1", [person.uuid()])
}

/// She came, or gets a newer one.
pub(crate) async fn remove_invitations(tx: &mut Tx, person: PersonId) -> Result<()> {
    execute!(
        tx,
        "delete from sign_in_link where person_id = $1 and kind = 'invitation' and reusable = 0",
        [person.uuid()]
    )
}
