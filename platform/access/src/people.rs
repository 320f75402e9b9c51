//! A person gets an account, is found, leaves, and is erased.

use database::{Reads, Tx, outbox};
use kernel::activity::{Deed, Verb};
use kernel::ids::{PersonId, Uuid};
use kernel::{Error, Locale, Result, limits};

use crate::accounts::store;
use crate::{CompanyRole, Named, Person};

/// Told of a person who got an account, and of one who lost it.
pub const CAME: Verb = Verb::new("came");
pub const LEFT: Verb = Verb::new("left");
pub const CAME_BACK: Verb = Verb::new("came_back");

/// What an e-mail address looks like, in lower case.
///
/// Errors: `Invalid` on the field `email`.
pub fn email(text: &str) -> Result<String> {
    let text = text.trim().to_lowercase();
    let wrong = || Error::invalid("email", "access-email-wrong");
    let (name, domain) = text.rsplit_once('@').ok_or_else(wrong)?;
    let odd = |it: char| it.is_control() || it.is_whitespace() || "<>()[]\\,;:\"@".contains(it);
    let domain_is_one =
        domain.split('.').all(|it| !it.is_empty() && !it.starts_with('-')) && domain.len() > 1;
    let whole = !name.is_empty() && !name.contains(odd) && !domain.contains(odd) && domain_is_one;
    if whole && text.chars().count() <= limits::EMAIL_LENGTH_MAX_CHARS { Ok(text) } else { Err(wrong()) }
}

/// From the commit on she reaches what is open to people like her.
///
/// Errors: `Invalid` on `name` or `email`, `Conflict` if somebody has the address.
pub async fn add(tx: &mut Tx, name: &str, address: &str, role: CompanyRole) -> Result<Person> {
    let name = kernel::line::parse("name", name, limits::NAME_LENGTH_MAX_CHARS)?;
    let address = email(address)?;
    if store::find_by_email(tx, &address).await?.is_some() {
        return Err(Error::conflict("access-email-taken"));
    }
    let person = Person { id: PersonId::fresh(), name, role, language: None, picture: None };
    store::insert_person(tx, &person, &address).await?;
    tx.record(Deed { actor: person.id, verb: CAME, object: person.id.into(), target: None });
    Ok(person)
}

/// Somebody with this address who was not deactivated.
pub async fn by_email(from: &mut impl Reads, email: &str) -> Result<Option<Person>> {
    // PostgreSQL refuses a text with a zero character; nobody has such an address.
    if email.contains('\0') {
        return Ok(None);
    }
    store::find_by_email(from, &email.trim().to_lowercase()).await
}

pub async fn by_id(from: &mut impl Reads, id: PersonId) -> Result<Option<Person>> {
    store::find_person(from, id).await
}

/// As [`by_id`], if she can still sign in.
pub async fn active(from: &mut impl Reads, id: PersonId) -> Result<Option<Person>> {
    store::find_active(from, id).await
}

/// As [`by_id`], and until the transaction ends she becomes a member of no space in another one: what is
/// asked about her memberships afterwards stays true.
pub async fn hold(tx: &mut Tx, id: PersonId) -> Result<Option<Person>> {
    store::hold_person(tx, id).await
}

/// Whoever got an account of this role first.
pub async fn first_of(from: &mut impl Reads, role: CompanyRole) -> Result<Option<Person>> {
    store::first_of(from, role).await
}

/// For herself and for admins alone.
pub async fn email_of(from: &mut impl Reads, id: PersonId) -> Result<Option<String>> {
    store::email_of(from, id).await
}

/// Somebody of whom `asking` may know.
///
/// Errors: `NotFound`.
pub async fn known(from: &mut impl Reads, asking: &Person, id: PersonId) -> Result<Named> {
    store::find_known(from, asking, id).await?.ok_or(Error::NotFound)
}

/// Those who read the thing and can be called by name in its talk, by name, at most `limit`. `query` is the
/// beginning of a word of the name; empty for all.
pub async fn readers(
    from: &mut impl Reads,
    asking: &Person,
    thing: &crate::Seen,
    query: &str,
    limit: i64,
) -> Result<Vec<Named>> {
    store::readers(from, asking, thing, query, limit).await
}

pub async fn rename(tx: &mut Tx, person: PersonId, name: &str) -> Result<()> {
    let name = kernel::line::parse("name", name, limits::NAME_LENGTH_MAX_CHARS)?;
    store::update_name(tx, person, &name).await
}

pub async fn speaks(tx: &mut Tx, person: PersonId, language: Option<Locale>) -> Result<()> {
    store::update_language(tx, person, language.map(Locale::code)).await
}

pub async fn show_picture(tx: &mut Tx, person: PersonId, hash: Option<&str>) -> Result<()> {
    store::update_picture(tx, person, hash).await
}

/// Another role in the company.
///
/// Errors: `Forbidden` unless `by` is an admin, `Conflict` for the last admin.
pub async fn become_role(tx: &mut Tx, by: &Person, person: PersonId, role: CompanyRole) -> Result<()> {
    by.must_be_admin()?;
    store::update_role(tx, person, role).await?;
    must_have_an_admin(tx).await
}

/// She can no longer sign in, and everything open ends; what she wrote stays under her name.
///
/// Errors: `Forbidden` unless `by` is an admin, `Conflict` for the last admin.
pub async fn deactivate(tx: &mut Tx, by: &Person, person: PersonId) -> Result<()> {
    by.must_be_admin()?;
    store::update_deactivated(tx, person, Some(tx.at().micros())).await?;
    store::remove_sessions(tx, person, None).await?;
    store::remove_tokens(tx, person).await?;
    must_have_an_admin(tx).await?;
    tx.record(Deed { actor: by.id, verb: LEFT, object: person.into(), target: None });
    Ok(())
}

/// Errors: `Forbidden` unless `by` is an admin.
pub async fn reactivate(tx: &mut Tx, by: &Person, person: PersonId) -> Result<()> {
    by.must_be_admin()?;
    store::update_deactivated(tx, person, None).await?;
    tx.record(Deed { actor: by.id, verb: CAME_BACK, object: person.into(), target: None });
    Ok(())
}

/// Whether anybody has an account yet; if not, the first start asks for an admin.
pub async fn is_empty(from: &mut impl Reads) -> Result<bool> {
    Ok(store::count_accounts(from).await? == 0)
}

/// What she did stays told, by nobody in particular; what she wrote stays where it is, without a name.
///
/// May be repeated. Nothing else has to be cleaned up: names stand in `person` alone, and who did what in the
/// log alone; everything that is made from the log joins both when it is read.
pub async fn erase(tx: &mut Tx, person: PersonId) -> Result<()> {
    outbox::replace_actor(tx, person, PersonId::NOBODY).await?;
    store::make_nameless(tx, person).await
}

async fn must_have_an_admin(tx: &mut Tx) -> Result<()> {
    if store::count_admins(tx).await? == 0 { Err(Error::conflict("access-last-admin")) } else { Ok(()) }
}

/// Names of several at once, for those who hold only ids; who is unknown is left out.
pub async fn named(from: &mut impl Reads, ids: &[Uuid]) -> Result<Vec<Named>> {
    store::named(from, ids).await
}
