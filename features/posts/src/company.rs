//! Where posts to the whole company lie: in an internal space, opened with the first of them.

use access::{CompanyRole, Level, Person, Seen, Visibility, may, people, settings, spaces};
use database::{Reads, Tx};
use kernel::ids::{SpaceId, Uuid};
use kernel::{Error, Result, limits};

use crate::Parts;

/// The name of the setting that says which space it is.
pub const COMPANY_SPACE: &str = "company-space";

/// The space, if it is there and all colleagues read in it. One that was closed, or has another wall by now,
/// is not what somebody means who writes to everybody.
pub(crate) async fn find(from: &mut impl Reads, person: &Person) -> Result<Option<Seen>> {
    let kept = settings::get(from, COMPANY_SPACE).await?;
    let Some(id) = kept.and_then(|it| it.parse::<Uuid>().ok()) else { return Ok(None) };
    match may::read(from, person, &SpaceId::from(id).into()).await {
        Ok(seen) => Ok(Some(seen).filter(|it| it.visibility == Visibility::Internal)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The same, opened by whoever needs it first.
///
/// Errors: `Forbidden` for guests and customers.
pub(crate) async fn open(parts: &Parts, person: &Person) -> Result<SpaceId> {
    if !person.role.is_colleague() {
        return Err(Error::forbidden("posts-company-colleagues"));
    }
    if let Some(seen) = find(&mut parts.database.read().await?, person).await? {
        return Ok(seen.space());
    }
    let mut tx = parts.database.begin().await?;
    let admin = people::first_of(&mut tx, CompanyRole::Admin).await?;
    if let Some(admin) = &admin {
        // Two who need it at once: the second waits here and finds it opened.
        people::hold(&mut tx, admin.id).await?;
    }
    if let Some(seen) = find(&mut tx, person).await? {
        return Ok(seen.space());
    }
    let name = name(&mut tx).await?;
    let space = spaces::open(&mut tx, person, &name, Visibility::Internal).await?;
    if let Some(admin) = admin.filter(|it| it.id != person.id) {
        spaces::admit(&mut tx, person, space, &admin, Level::Owner).await?;
    }
    settings::put(&mut tx, COMPANY_SPACE, &space.uuid().to_string()).await?;
    tx.commit().await?;
    Ok(space)
}

/// In the company's own language: "Alle bei Zugvogel".
async fn name(tx: &mut Tx) -> Result<String> {
    let locale = settings::language(tx).await?;
    let named = match settings::get(tx, settings::COMPANY).await?.filter(|it| !it.is_empty()) {
        Some(company) => locale.t1("posts-company", "company", company),
        None => locale.t("posts-company-nameless"),
    };
    Ok(named.chars().take(limits::NAME_LENGTH_MAX_CHARS).collect())
}
