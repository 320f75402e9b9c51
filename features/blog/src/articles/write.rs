//! A page becomes an article, or an article is begun with a page of its own.

use access::{Person, may, people, settings};
use database::Tx;
use kernel::activity::Deed;
use kernel::ids::{SpaceId, ThingId, Uuid};
use kernel::{Error, Locale, Result, limits};

use super::article::{self, Article, ArticleId, Tag};
use super::{editors, find, slug, store};
use crate::Parts;
use crate::activity::TURNED;

/// How many of the same name are counted; what comes then gets a name of its own.
const SAME_NAME_MAX: usize = 100;

/// What the article shall be.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted<'a> {
    pub title: &'a str,
    pub slug: Option<&'a str>,
    pub teaser: &'a str,
    pub language: Locale,
    pub tags: Vec<Tag>,
    /// Nobody named is whoever writes it.
    pub authors: Vec<Uuid>,
    pub translation_of: Option<Uuid>,
}

/// A new page with this Markdown, and its article; both or neither.
///
/// Errors: `NotFound` for a space she may not know of, `Forbidden`, `Invalid` on `title` or `slug`.
pub(crate) async fn begin(
    parts: &Parts,
    person: &Person,
    space: Option<SpaceId>,
    wanted: &Wanted<'_>,
    markdown: &str,
) -> Result<Article> {
    if !person.role.is_colleague() {
        return Err(Error::forbidden("page-colleagues-only"));
    }
    let title = kernel::line::parse("title", wanted.title, limits::TITLE_LENGTH_MAX_CHARS)?;
    let mut tx = parts.database.begin().await?;
    let space = match space {
        Some(space) => space,
        None => editors::space_to_write_in(&mut tx, person).await?,
    };
    let page = parts.pages.make(&mut tx, person, space, &title, markdown).await?;
    let id = turn(&mut tx, person, &page, &Wanted { title: &title, ..wanted.clone() }).await?;
    let article = store::find(&mut tx, id).await?;
    tx.commit().await?;
    Ok(article)
}

/// A page that is there already.
///
/// Errors: `NotFound`, `Forbidden`, `Conflict` if it is one, `Invalid` on `slug` or `translation_of`.
pub(crate) async fn turn_page(
    parts: &Parts,
    person: &Person,
    page: &ThingId,
    wanted: &Wanted<'_>,
) -> Result<Article> {
    // Asked before it is written down: what is no page, is refused in words.
    parts.pages.read(person, page).await?;
    let mut tx = parts.database.begin().await?;
    let seen = may::read(&mut tx, person, page).await?;
    find::must_write(person, &seen)?;
    let id = turn(&mut tx, person, page, &Wanted { title: &seen.title, ..wanted.clone() }).await?;
    let article = store::find(&mut tx, id).await?;
    tx.commit().await?;
    Ok(article)
}

async fn turn(tx: &mut Tx, person: &Person, page: &ThingId, wanted: &Wanted<'_>) -> Result<Uuid> {
    if store::of_page(tx, page.id).await?.is_some() {
        return Err(Error::conflict("blog-is-one-already"));
    }
    let id = ArticleId::fresh();
    let slug = free_slug(tx, id.uuid(), wanted.slug, wanted.title).await?;
    let group_id = group(tx, person, id.uuid(), wanted).await?;
    let fresh = store::Fresh {
        id: id.uuid(),
        page_id: page.id,
        slug: &slug,
        language: wanted.language.code(),
        teaser: &article::teaser(wanted.teaser)?,
        group_id,
        made_by: person.id,
    };
    store::insert(tx, &fresh).await?;
    store::put_tags(tx, id.uuid(), &wanted.tags).await?;
    let authors = authors(tx, person, &wanted.authors).await?;
    store::put_authors(tx, id.uuid(), &authors).await?;
    // Links for outsiders are signed with it; here it is made if there is none yet.
    settings::signing_key(tx).await?;
    let target = Some(page.clone());
    tx.record(Deed { actor: person.id, verb: TURNED, object: id.into(), target });
    Ok(id.uuid())
}

/// The wished one, or one made of the title that nobody else has or had.
///
/// Errors: `Invalid` on the field `slug`.
pub(crate) async fn free_slug(tx: &mut Tx, id: Uuid, wish: Option<&str>, title: &str) -> Result<String> {
    if let Some(wish) = wish.filter(|it| !it.trim().is_empty()) {
        let slug = slug::parse(wish)?;
        let taken = store::is_taken(tx, &slug, id).await?;
        return if taken { Err(Error::invalid("slug", "blog-slug-taken")) } else { Ok(slug) };
    }
    let slug = slug::of_title(title);
    for number in 1..=SAME_NAME_MAX {
        let numbered = slug::numbered(&slug, number);
        if !store::is_taken(tx, &numbered, id).await? {
            return Ok(numbered);
        }
    }
    Ok(id.simple().to_string())
}

/// Of the article that says the same in another language, or its own.
///
/// Errors: `Invalid` on the field `translation_of`.
async fn group(tx: &mut Tx, person: &Person, own: Uuid, wanted: &Wanted<'_>) -> Result<Uuid> {
    let Some(other) = wanted.translation_of else { return Ok(own) };
    translation(tx, person, other, own, wanted.language.code()).await
}

/// The group of `other`, if it has no article in this language but `own`.
///
/// Errors: `Invalid` on the field `translation_of`.
pub(crate) async fn translation(
    tx: &mut Tx,
    person: &Person,
    other: Uuid,
    own: Uuid,
    language: &str,
) -> Result<Uuid> {
    let unknown = |_| Error::invalid("translation_of", "blog-translation-unknown");
    // Its public page will name this one.
    let (other, _) = find::write(tx, person, other).await.map_err(unknown)?;
    let mut family = store::translations(tx, &other).await?;
    let group = other.group_id;
    family.push(other);
    let taken = family.iter().any(|it| it.id != own && it.language == language);
    if taken { Err(Error::invalid("translation_of", "blog-translation-taken")) } else { Ok(group) }
}

/// Those whom she may know of; herself if she named nobody.
///
/// Errors: `Invalid` on the field `authors`.
pub(crate) async fn authors(tx: &mut Tx, person: &Person, named: &[Uuid]) -> Result<Vec<Uuid>> {
    let mut authors = Vec::new();
    for id in named.iter().take(article::AUTHORS_MAX) {
        let unknown = |_| Error::invalid("authors", "blog-author-unknown");
        people::known(tx, person, (*id).into()).await.map_err(unknown)?;
        if !authors.contains(id) {
            authors.push(*id);
        }
    }
    if authors.is_empty() {
        authors.push(person.id.uuid());
    }
    Ok(authors)
}
