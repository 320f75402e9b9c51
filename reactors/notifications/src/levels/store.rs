//! All SQL about what people want to be told, and when by mail.

use access::Seen;
use database::{Reads, Tx, execute, fetch_optional};
use kernel::Result;
use kernel::ids::PersonId;

use super::level::Level;

pub(crate) async fn of(from: &mut impl Reads, person: PersonId, thing: &Seen) -> Result<Option<Level>> {
    let row = fetch_optional!(
        from,
        (Level,),
        "select level from notification_level where kind = $1 and id = $2 and person_id = $3",
        [&thing.kind, thing.id, person.uuid()]
    )?;
    Ok(row.map(|(level,)| level))
}

pub(crate) async fn put(
    tx: &mut Tx,
    person: PersonId,
    kind: &str,
    id: kernel::ids::Uuid,
    level: Level,
) -> Result<()> {
    execute!(
        tx,
        "insert into notification_level (person_id, kind, id, level) values ($1, $2, $3, $4)
         on conflict (kind, id, person_id) do update set level = excluded.level",
        [person.uuid(), kind, id, level]
    )
}

/// `at_once`, `bundle`, `daily` or `none`.
pub(crate) async fn mail_choice(from: &mut impl Reads, person: PersonId) -> Result<String> {
    let row = fetch_optional!(
        from,
        (String,),
        "select mail from notification_choice where person_id = $1",
        [person.uuid()]
    )?;
    Ok(row.map_or_else(|| "bundle".to_owned(), |(mail,)| mail))
}

pub(crate) async fn put_mail_choice(tx: &mut Tx, person: PersonId, mail: &str) -> Result<()> {
    execute!(
        tx,
        "insert into notification_choice (person_id, mail) values ($1, $2)
         on conflict (person_id) do update set mail = excluded.mail",
        [person.uuid(), mail]
    )
}
