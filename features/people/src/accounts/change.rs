//! An admin changes what somebody is to the company, closes an account, opens it again.

use access::{CompanyRole, Person, people, spaces};
use database::Database;
use kernel::ids::PersonId;
use kernel::{Error, Result, Words};

use super::store;

/// Whoever becomes a guest or a customer must first leave the spaces that cannot hold her: else she would go
/// on reading there what is not for people from outside.
///
/// Errors: `Forbidden` unless `by` is an admin, `NotFound`, `Invalid` on `person` if a space is in the way,
/// `Conflict` for the last admin.
pub(crate) async fn become_role(
    database: &Database,
    by: &Person,
    id: PersonId,
    role: CompanyRole,
) -> Result<()> {
    by.must_be_admin()?;
    let mut tx = database.begin().await?;
    let person = people::hold(&mut tx, id).await?.ok_or(Error::NotFound)?;
    if let Some(place) = spaces::misplaced(&mut tx, id, role).await? {
        let words = Words::new("people-role-misplaced").with("name", &person.name);
        return Err(Error::invalid("person", words.with("space", &place.title)));
    }
    people::become_role(&mut tx, by, id, role).await?;
    tx.commit().await
}

/// Nothing that was sent to her works any more, and she is signed out everywhere.
///
/// Errors: `Forbidden` unless `by` is an admin, `NotFound`, `Conflict` for the last admin.
pub(crate) async fn close(database: &Database, by: &Person, id: PersonId) -> Result<()> {
    by.must_be_admin()?;
    let mut tx = database.begin().await?;
    people::by_id(&mut tx, id).await?.ok_or(Error::NotFound)?;
    people::deactivate(&mut tx, by, id).await?;
    store::remove_links(&mut tx, id).await?;
    tx.commit().await
}

/// Errors: `Forbidden` unless `by` is an admin, `NotFound`.
pub(crate) async fn open(database: &Database, by: &Person, id: PersonId) -> Result<()> {
    by.must_be_admin()?;
    let mut tx = database.begin().await?;
    people::by_id(&mut tx, id).await?.ok_or(Error::NotFound)?;
    people::reactivate(&mut tx, by, id).await?;
    tx.commit().await
}
