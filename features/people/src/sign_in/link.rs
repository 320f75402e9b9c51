//! Links to sign in with: made, asked, used up.

use std::time::Duration;

use access::{Person, digest, fresh_secret, people};
use database::{Reads, Tx};
use kernel::clock::Time;
use kernel::ids::PersonId;
use kernel::{Error, Result, limits};

use crate::accounts::store;

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    SignIn,
    /// Leads to a new password.
    Reset,
    /// As `SignIn`, and works for days, because nobody waits for it.
    Invitation,
}

impl LinkKind {
    fn code(self) -> &'static str {
        match self {
            LinkKind::SignIn => "sign_in",
            LinkKind::Reset => "reset",
            LinkKind::Invitation => "invitation",
        }
    }

    fn lasts(self, reusable: bool) -> Duration {
        match self {
            _ if reusable => limits::SESSION_MAX,
            LinkKind::SignIn | LinkKind::Reset => limits::SIGN_IN_LINK_MAX,
            LinkKind::Invitation => limits::INVITATION_MAX,
        }
    }
}

/// The path of a new link. `reusable` ones are for the sample company alone.
pub async fn link(tx: &mut Tx, person: PersonId, kind: LinkKind, reusable: bool) -> Result<String> {
    let secret = fresh_secret()?;
    let ends_at = tx.at().plus(kind.lasts(reusable));
    store::insert_link(tx, &digest(&secret), person, kind.code(), ends_at, reusable).await?;
    Ok(format!("/sign-in/link/{secret}"))
}

/// Whose link it is and what it is for.
///
/// Errors: `NotFound` for one that never worked or works no more.
pub(crate) async fn look(from: &mut impl Reads, secret: &str, now: Time) -> Result<(Person, LinkKind, bool)> {
    let link = store::find_link(from, &digest(secret), now).await?.ok_or(Error::NotFound)?;
    let person = people::by_id(from, link.person_id.into()).await?.ok_or(Error::NotFound)?;
    let kind = match link.kind.as_str() {
        "reset" => LinkKind::Reset,
        "invitation" => LinkKind::Invitation,
        _ => LinkKind::SignIn,
    };
    Ok((person, kind, link.reusable == 1))
}

/// As [`look`], and afterwards it works no more.
pub(crate) async fn take(tx: &mut Tx, secret: &str) -> Result<(Person, LinkKind)> {
    let now = tx.at();
    let (person, kind, reusable) = look(tx, secret, now).await?;
    if !reusable && !store::use_up(tx, &digest(secret)).await? {
        return Err(Error::NotFound);
    }
    Ok((person, kind))
}
