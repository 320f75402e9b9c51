//! An owner takes somebody in or changes what she may do; a colleague joins an open space herself.

use access::{Level, Person, may, people, spaces};
use database::{Database, Tx};
use kernel::ids::{PersonId, SpaceId, Uuid};
use kernel::{Error, Result};

use super::store;

/// Who is meant, as it was said.
#[derive(Clone, Debug)]
pub(crate) enum Whom {
    Id(Uuid),
    Email(String),
}

impl Whom {
    fn field(&self) -> &'static str {
        match self {
            Whom::Id(_) => "person_id",
            Whom::Email(_) => "email",
        }
    }

    async fn is(&self, tx: &mut Tx, person: &Person) -> Result<bool> {
        Ok(match self {
            Whom::Id(id) => person.id.uuid() == *id,
            Whom::Email(email) => people::email_of(tx, person.id).await? == Some(email.trim().to_lowercase()),
        })
    }

    /// Somebody with an account of whom `by` may know. A guest who owns a space cannot find out by addresses
    /// who else is in the house.
    async fn find(&self, tx: &mut Tx, by: &Person) -> Result<Person> {
        let nobody = || match self {
            Whom::Id(_) => Error::invalid("person_id", "spaces-person-unknown"),
            Whom::Email(_) => Error::invalid("email", "access-nobody-there"),
        };
        let found = match self {
            Whom::Id(id) => people::by_id(tx, PersonId::from(*id)).await?,
            Whom::Email(email) => people::by_email(tx, email).await?,
        };
        let person = found.ok_or_else(nobody)?;
        match people::known(tx, by, person.id).await {
            Ok(_) if store::is_active(tx, person.id).await? => Ok(person),
            Ok(_) | Err(Error::NotFound) => Err(nobody()),
            Err(other) => Err(other),
        }
    }
}

/// Errors: `NotFound` for a space that `by` may not know of, `Forbidden` if she does not own it and does not
/// join an open one herself as a writer, `Invalid` on `person_id` or `email` for somebody who is not there or
/// whom such a space cannot hold, `Conflict` if nobody would own it any more.
pub(crate) async fn admit(
    database: &Database,
    by: &Person,
    space: SpaceId,
    whom: &Whom,
    level: Level,
) -> Result<Person> {
    let mut tx = database.begin().await?;
    let seen = may::read(&mut tx, by, &space.into()).await?;
    let joins = seen.joins.is_some() && level == Level::Writer && whom.is(&mut tx, by).await?;
    if !joins {
        seen.level.must_own()?;
    }
    let person = if joins { by.clone() } else { whom.find(&mut tx, by).await? };
    if !spaces::can_hold(seen.visibility, person.role) {
        return Err(Error::invalid(whom.field(), "access-cannot-hold"));
    }
    spaces::admit(&mut tx, by, space, &person, level).await?;
    tx.commit().await?;
    Ok(person)
}
