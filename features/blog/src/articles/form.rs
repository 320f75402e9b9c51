//! What is typed about an article, and what a page needs to show the form again.

use access::{Named, Person, Seen, people};
use database::Reads;
use kernel::clock::Time;
use kernel::ids::Uuid;
use kernel::{Error, Result, limits};
use page::Voice;
use serde::Deserialize;

use super::article::{self, Article};
use super::change::Change;
use super::store;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    pub slug: String,
    pub teaser: String,
    pub language: String,
    /// Separated by commas.
    pub tags: String,
    pub author1: String,
    pub author2: String,
    pub author3: String,
    pub translation_of: String,
    pub picture_alt: String,
}

impl Typed {
    /// As it is kept.
    pub async fn of(from: &mut impl Reads, article: &Article) -> Result<Self> {
        let tags = store::tags(from, article.id).await?;
        let tags: Vec<&str> = tags.iter().map(|it| it.tag.as_str()).collect();
        let mut authors = store::authors(from, article.id).await?.into_iter().map(|it| it.to_string());
        let mut next = || authors.next().unwrap_or_default();
        let (author1, author2, author3) = (next(), next(), next());
        let other = store::translations(from, article).await?.first().map(|it| it.id.to_string());
        Ok(Self {
            slug: article.slug.clone(),
            teaser: article.teaser.clone(),
            language: article.language.clone(),
            tags: tags.join(", "),
            author1,
            author2,
            author3,
            translation_of: other.unwrap_or_default(),
            picture_alt: article.picture_alt.clone(),
        })
    }

    /// Errors: `Invalid` on one of the fields.
    pub fn authors(&self) -> Result<Vec<Uuid>> {
        let named = [&self.author1, &self.author2, &self.author3].into_iter().filter(|it| !it.is_empty());
        let unknown = |_| Error::invalid("authors", "blog-author-unknown");
        named.map(|it| it.parse().map_err(unknown)).collect()
    }

    /// Errors: `Invalid` on the field `translation_of`.
    pub fn translation(&self) -> Result<Option<Uuid>> {
        if self.translation_of.is_empty() {
            return Ok(None);
        }
        let unknown = |_| Error::invalid("translation_of", "blog-translation-unknown");
        self.translation_of.parse().map(Some).map_err(unknown)
    }

    /// Errors: `Invalid` on one of the fields.
    pub fn change(&self) -> Result<Change> {
        Ok(Change {
            slug: Some(self.slug.clone()).filter(|it| !it.trim().is_empty()),
            teaser: Some(self.teaser.clone()),
            language: Some(self.language.clone()),
            tags: Some(article::tags(self.tags.split(','))?),
            authors: Some(self.authors()?),
            translation_of: Some(self.translation()?),
            picture_alt: Some(self.picture_alt.clone()),
        })
    }
}

/// The form with all that can be chosen in it.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    pub v: Voice,
    pub typed: Typed,
    /// Who may be named as an author: those who read the page.
    pub people: Vec<Named>,
    /// Other articles, of which it may be the translation.
    pub others: Vec<Article>,
    pub field: &'static str,
    pub problem: String,
}

impl Form {
    pub async fn load(
        from: &mut impl Reads,
        person: &Person,
        v: Voice,
        seen: &Seen,
        own: Option<Uuid>,
        typed: Typed,
    ) -> Result<Self> {
        let mut people = people::readers(from, person, seen, "", limits::LIST_LENGTH_MAX_ROWS).await?;
        if people.iter().all(|it| it.id != person.id.uuid()) {
            people.insert(0, person.named());
        }
        let mut others = store::all(from, person).await?;
        others.retain(|it| Some(it.id) != own);
        Ok(Self { v, typed, people, others, field: "", problem: String::new() })
    }

    /// Errors: everything that cannot be mended by typing something else.
    pub fn refused(mut self, error: Error) -> Result<Self> {
        match error {
            Error::Invalid { field, message } => {
                (self.field, self.problem) = (field, self.v.say(&message));
                Ok(self)
            }
            other => Err(other),
        }
    }

    pub fn is_wrong(&self, field: &str) -> bool {
        self.field == field
    }

    /// The attributes of a field that is wrong.
    pub fn marks(&self, field: &str) -> &'static str {
        if self.field == field { " aria-invalid=true aria-describedby=fault" } else { "" }
    }

    pub fn chosen(&self, number: &str, id: &Uuid) -> bool {
        let typed = match number {
            "author1" => &self.typed.author1,
            "author2" => &self.typed.author2,
            _ => &self.typed.author3,
        };
        *typed == id.to_string()
    }

    pub fn translates(&self, id: &Uuid) -> bool {
        self.typed.translation_of == id.to_string()
    }

    pub fn speaks(&self, code: &str) -> bool {
        self.typed.language == code
    }
}

/// `2026-12-24T10:30`, as a browser sends a day and a time, in the zone of the house; nothing for at once.
///
/// Errors: `Invalid` on the field `at`.
pub(crate) fn moment(v: &Voice, text: &str) -> Result<Option<Time>> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let wrong = || Error::invalid("at", "blog-time-wrong");
    let local: jiff::civil::DateTime = text.trim().parse().map_err(|_| wrong())?;
    let at = v.zone.to_timestamp(local).map_err(|_| wrong())?;
    Ok(Some(Time::from(at.as_microsecond())))
}
