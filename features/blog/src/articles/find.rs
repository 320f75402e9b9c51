//! An article, for whom it is about: who reads its page knows of it, who writes there changes it.

use access::{Person, Seen, may};
use database::{Reads, Tx};
use kernel::ids::Uuid;
use kernel::{Error, Result};

use super::article::Article;
use super::store;

/// Errors: `NotFound`.
pub(crate) async fn read(from: &mut impl Reads, person: &Person, id: Uuid) -> Result<(Article, Seen)> {
    let article = store::find(from, id).await?;
    let seen = may::read(from, person, &article.page()).await?;
    Ok((article, seen))
}

/// Errors: `NotFound`, `Forbidden` for who only reads or is no member.
pub(crate) async fn write(from: &mut impl Reads, person: &Person, id: Uuid) -> Result<(Article, Seen)> {
    let (article, seen) = read(from, person, id).await?;
    must_write(person, &seen)?;
    Ok((article, seen))
}

/// Whoever speaks for the house to the whole web belongs to it, and has joined the space before, with a click
/// that says so.
pub(crate) fn must_write(person: &Person, seen: &Seen) -> Result<()> {
    if !person.role.is_colleague() {
        return Err(Error::forbidden("page-colleagues-only"));
    }
    seen.level.must_write()?;
    if seen.joins.is_some() { Err(Error::forbidden("blog-join-first")) } else { Ok(()) }
}

/// Errors: as for [`write`].
pub(crate) async fn change(tx: &mut Tx, person: &Person, id: Uuid) -> Result<Article> {
    write(tx, person, id).await.map(|(article, _)| article)
}
