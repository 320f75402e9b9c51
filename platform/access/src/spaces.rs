//! Spaces open and change, and people come into them and go. What anybody reaches follows by itself.
//!
//! The pages and most activities of all this belong to a feature, which calls these in its `Tx`. Whom a space
//! can hold is asked after writing: a new member locks its visibility, so that it cannot change in between.

use database::{Reads, Tx};
use kernel::activity::{Deed, Verb};
use kernel::ids::{PersonId, SpaceId, Uuid};
use kernel::{Error, Result, limits};

use crate::may::JOINED;
use crate::{CompanyRole, Level, Named, Person, Thing, Visibility, may, store};

pub const OPENED: Verb = Verb::new("opened");
pub const SHOWN: Verb = Verb::new("shown");
/// Told of the space; the person is the object's other end and is not named in the log.
pub const ADMITTED: Verb = Verb::new("admitted");
pub const CHANGED_LEVEL: Verb = Verb::new("changed_level");
pub const DISMISSED: Verb = Verb::new("dismissed");
pub const RENAMED: Verb = Verb::new("renamed");
pub const CLOSED: Verb = Verb::new("closed");
pub const REOPENED: Verb = Verb::new("reopened");

/// A space as the sidebar and lists show it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Place {
    pub id: Uuid,
    pub title: String,
    pub visibility: Visibility,
    /// Of whoever looks; none where a list does not ask for it.
    #[sqlx(default)]
    pub level: Option<Level>,
}

/// A member of a space, with her level.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Member {
    #[sqlx(flatten)]
    pub person: Named,
    pub level: Level,
}

/// A colleague opens a space and owns it.
///
/// Errors: `Forbidden` for guests and customers, `Invalid` on the field `name`.
pub async fn open(tx: &mut Tx, person: &Person, name: &str, visibility: Visibility) -> Result<SpaceId> {
    if !person.role.is_colleague() {
        return Err(Error::forbidden("access-must-be-colleague"));
    }
    let title = kernel::line::parse("name", name, limits::NAME_LENGTH_MAX_CHARS)?;
    let space = SpaceId::fresh();
    store::insert_space(tx, space, visibility).await?;
    store::add_member(tx, space, person.id, Level::Owner).await?;
    let url = format!("/spaces/{}", space.uuid());
    Thing { id: space.into(), space, title, url, owner: person.id }.put(tx).await?;
    tx.record(Deed { actor: person.id, verb: OPENED, object: space.into(), target: None });
    Ok(space)
}

/// Errors: `NotFound`, `Forbidden` unless `owner` owns it, `Invalid` on the field `name`.
pub async fn rename(tx: &mut Tx, owner: &Person, space: SpaceId, name: &str) -> Result<()> {
    let title = kernel::line::parse("name", name, limits::NAME_LENGTH_MAX_CHARS)?;
    let seen = may::own(tx, owner, &space.into()).await?;
    if seen.title == title {
        return Ok(());
    }
    Thing { id: space.into(), space, title, url: seen.url, owner: seen.owner_id.into() }.put(tx).await?;
    tx.record(Deed { actor: owner.id, verb: RENAMED, object: space.into(), target: None });
    Ok(())
}

/// An owner shows the space, and with it all that lies in it, to others than before.
///
/// Errors: `NotFound` for a space `owner` may not know of, `Forbidden` if she does not own it, `Invalid` if
/// it has members whom such a space cannot hold.
pub async fn show_to(tx: &mut Tx, owner: &Person, space: SpaceId, visibility: Visibility) -> Result<()> {
    let seen = may::own(tx, owner, &space.into()).await?;
    if seen.visibility == visibility {
        return Ok(());
    }
    store::update_visibility(tx, space, visibility).await?;
    store::must_hold_its_members(tx, space).await?;
    tx.record(Deed { actor: owner.id, verb: SHOWN, object: space.into(), target: None });
    Ok(())
}

/// An owner admits somebody, or changes what a member may do; a colleague joins an open space as a writer.
/// What is so already is not told again.
///
/// Errors: as [`show_to`], and `Conflict` if nobody would own it any more.
pub async fn admit(tx: &mut Tx, by: &Person, space: SpaceId, person: &Person, level: Level) -> Result<()> {
    let seen = may::read(tx, by, &space.into()).await?;
    let joins = by.id == person.id && seen.joins.is_some() && level == Level::Writer;
    if joins {
        if store::add_member(tx, space, by.id, level).await? {
            store::must_hold_its_members(tx, space).await?;
            tx.record(Deed { actor: by.id, verb: JOINED, object: space.into(), target: None });
        }
        return Ok(());
    }
    seen.level.must_own()?;
    let verb = if store::add_member(tx, space, person.id, level).await? {
        ADMITTED
    } else if store::update_level(tx, space, person.id, level).await? {
        CHANGED_LEVEL
    } else {
        return Ok(());
    };
    store::must_hold_its_members(tx, space).await?;
    must_have_an_owner(tx, space).await?;
    tx.record(Deed { actor: by.id, verb, object: person.id.into(), target: Some(space.into()) });
    Ok(())
}

/// A member leaves, or an owner takes her out. May be repeated.
///
/// Errors: `NotFound` for a space `by` may not know of, `Forbidden` if she is not an owner and means another,
/// `Conflict` if nobody would own it any more.
pub async fn dismiss(tx: &mut Tx, by: &Person, space: SpaceId, member: PersonId) -> Result<()> {
    let seen = may::read(tx, by, &space.into()).await?;
    if by.id != member {
        seen.level.must_own()?;
    }
    if store::remove_member(tx, space, member).await? {
        must_have_an_owner(tx, space).await?;
        tx.record(Deed { actor: by.id, verb: DISMISSED, object: member.into(), target: Some(space.into()) });
    }
    Ok(())
}

/// An owner closes a space: from now on nobody reads it or anything in it. All of it is kept, and whoever was
/// an owner may open it again ([`reopen`]).
///
/// Errors: `NotFound`, `Forbidden` unless `owner` owns it.
pub async fn close(tx: &mut Tx, owner: &Person, space: SpaceId) -> Result<()> {
    let seen = may::own(tx, owner, &space.into()).await?;
    // Whoever joins at this moment waits for it, or is waited for.
    store::update_visibility(tx, space, Visibility::Private).await?;
    store::lay_aside(tx, space, seen.visibility).await?;
    Thing::remove(tx, &space.into()).await?;
    tx.record(Deed { actor: owner.id, verb: CLOSED, object: space.into(), target: None });
    Ok(())
}

/// Who was an owner opens it again for all who were in it, as far as they still have an account and such a
/// space can hold them.
///
/// Errors: `NotFound` for anybody else, `Conflict` if the space could hold none of its owners any more.
pub async fn reopen(tx: &mut Tx, person: &Person, space: SpaceId) -> Result<()> {
    let place = store::closed_space(tx, person, space).await?.ok_or(Error::NotFound)?;
    Thing::restore(tx, &space.into()).await?;
    store::update_visibility(tx, space, place.visibility).await?;
    store::take_back(tx, space).await?;
    must_have_an_owner(tx, space).await?;
    tx.record(Deed { actor: person.id, verb: REOPENED, object: space.into(), target: None });
    Ok(())
}

/// The closed spaces that this person may open again, by name.
pub async fn closed(from: &mut impl Reads, person: &Person, limit: i64) -> Result<Vec<Place>> {
    store::closed_of(from, person, limit).await
}

/// A space that holds this person and could not if she had that role; none if she may have it.
pub async fn misplaced(from: &mut impl Reads, person: PersonId, role: CompanyRole) -> Result<Option<Place>> {
    store::misplaced(from, person, role).await
}

/// The spaces that `person` is a member of, by name.
pub async fn mine(from: &mut impl Reads, person: &Person, limit: i64) -> Result<Vec<Place>> {
    store::places_of(from, person, limit).await
}

/// Members with their levels: owners first, then by name. Only for who may read the space.
pub async fn members(from: &mut impl Reads, space: &crate::Seen, limit: i64) -> Result<Vec<Member>> {
    store::members(from, space.space(), limit).await
}

/// How many people read what lies in this space: its members, all colleagues, or everybody (`None`).
pub async fn count_readers(from: &mut impl Reads, space: &crate::Seen) -> Result<Option<i64>> {
    match space.visibility {
        Visibility::Public => Ok(None),
        Visibility::Internal => store::count_colleagues(from).await.map(Some),
        Visibility::Private | Visibility::Customers => {
            store::count_members(from, space.space()).await.map(Some)
        }
    }
}

/// How many colleagues there are, who all read what lies in an internal space.
pub async fn count_colleagues(from: &mut impl Reads) -> Result<i64> {
    store::count_colleagues(from).await
}

/// Whether a space of this kind can hold a person of that role.
pub fn can_hold(visibility: Visibility, role: CompanyRole) -> bool {
    match role {
        CompanyRole::Admin | CompanyRole::Member => true,
        CompanyRole::Guest => visibility != Visibility::Internal,
        CompanyRole::Customer => matches!(visibility, Visibility::Public | Visibility::Customers),
        CompanyRole::Visitor => false,
    }
}

async fn must_have_an_owner(tx: &mut Tx, space: SpaceId) -> Result<()> {
    if store::count_owners(tx, space).await? == 0 {
        Err(Error::conflict("access-last-owner"))
    } else {
        Ok(())
    }
}
