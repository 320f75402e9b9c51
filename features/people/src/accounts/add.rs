//! Somebody gets an account or a key for a program, from the command line.

use access::{CompanyRole, Person, people, tokens};
use database::Database;
use kernel::{Error, Result, limits};

use super::password::{self, Passwords};
use super::store;
use crate::sign_in::link::{LinkKind, link};

/// The person, and the path of a link with which she signs in once.
///
/// Errors: `Invalid` on `name`, `email` or `password`, `Conflict` if somebody has the address.
pub async fn add(
    database: &Database,
    email: &str,
    name: &str,
    role: CompanyRole,
    password: Option<String>,
) -> Result<(Person, String)> {
    let hash = match password {
        Some(password) => {
            password::check(&password, email, name)?;
            Some(Passwords::default().hash(password).await?)
        }
        None => None,
    };
    let mut tx = database.begin().await?;
    let person = people::add(&mut tx, name, email, role).await?;
    if let Some(hash) = hash {
        store::put_password(&mut tx, person.id, &hash).await?;
    }
    let path = link(&mut tx, person.id, LinkKind::SignIn, false).await?;
    tx.commit().await?;
    Ok((person, path))
}

/// The token, which is shown this once.
///
/// Errors: `Invalid` on `email` if nobody has this address, on `name` for one of more than a line.
pub async fn create_token(database: &Database, email: &str, name: &str) -> Result<String> {
    let name = kernel::line::optional("name", name, limits::NAME_LENGTH_MAX_CHARS)?;
    let mut tx = database.begin().await?;
    let person = people::by_email(&mut tx, email).await?;
    let person = person.ok_or_else(|| Error::invalid("email", "access-nobody-there"))?;
    let token = tokens::create(&mut tx, person.id, &name).await?;
    tx.commit().await?;
    Ok(token)
}
