//! Address, teaser, tags and what else stands around the text are changed; what is public changes at once.

use access::Person;
use kernel::activity::Deed;
use kernel::ids::Uuid;
use kernel::{Error, Result};

use super::article::{self, Article, Tag};
use super::{find, slug, store, write};
use crate::Parts;
use crate::activity::ARRANGED;

/// What is named is changed, the rest stays.
#[derive(Clone, Debug, Default)]
pub(crate) struct Change {
    pub slug: Option<String>,
    pub teaser: Option<String>,
    pub language: Option<String>,
    pub tags: Option<Vec<Tag>>,
    pub authors: Option<Vec<Uuid>>,
    /// `Some(None)`: it stands alone again.
    pub translation_of: Option<Option<Uuid>>,
    pub picture_alt: Option<String>,
}

/// Errors: `NotFound`, `Forbidden`, `Invalid` on one of the fields.
pub(crate) async fn change(parts: &Parts, person: &Person, id: Uuid, change: &Change) -> Result<Article> {
    let mut tx = parts.database.begin().await?;
    let mut article = find::change(&mut tx, person, id).await?;
    if let Some(wish) = &change.slug
        && slug::parse(wish)? != article.slug
    {
        let new = write::free_slug(&mut tx, id, Some(wish), &article.title).await?;
        store::keep_slug(&mut tx, id, &article.slug, &new).await?;
        article.slug = new;
    }
    if let Some(teaser) = &change.teaser {
        article.teaser = article::teaser(teaser)?;
    }
    if let Some(language) = &change.language {
        article.language = article::language(language)?.code().to_owned();
    }
    if let Some(alt) = &change.picture_alt {
        article.picture_alt = kernel::line::optional("picture_alt", alt, article::ALT_LENGTH_MAX_CHARS)?;
    }
    match change.translation_of {
        Some(Some(other)) if other != id => {
            article.group_id = write::translation(&mut tx, person, other, id, &article.language).await?;
        }
        Some(None) => article.group_id = id,
        _ => {}
    }
    let taken = |error| match error {
        Error::Conflict(_) => Error::invalid("language", "blog-translation-taken"),
        other => other,
    };
    store::update(&mut tx, &article).await.map_err(taken)?;
    if let Some(tags) = &change.tags {
        store::put_tags(&mut tx, id, tags).await?;
    }
    if let Some(authors) = &change.authors {
        let authors = write::authors(&mut tx, person, authors).await?;
        store::put_authors(&mut tx, id, &authors).await?;
    }
    let target = Some(article.page());
    tx.record(Deed { actor: person.id, verb: ARRANGED, object: article.thing(), target });
    tx.commit().await?;
    Ok(article)
}
