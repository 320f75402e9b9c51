//! What an article is, and what may become of it; no I/O.

use kernel::clock::Time;
use kernel::ids::{PersonId, ThingId, Uuid};
use kernel::{Error, Locale, Result, Words, typed_id};

use super::slug;

typed_id!(
    /// The public face of a page.
    ArticleId, "article"
);

/// Two lines below the heading, and what a search engine shows.
pub(crate) const TEASER_LENGTH_MAX_CHARS: usize = 300;

/// More words would say nothing about an article.
pub(crate) const TAGS_MAX: usize = 10;
const TAG_LENGTH_MAX_CHARS: usize = 40;

/// Who wrote it together.
pub(crate) const AUTHORS_MAX: usize = 10;

/// What a picture shows, for who does not see it.
pub(crate) const ALT_LENGTH_MAX_CHARS: usize = 300;

/// Words that people read in a minute, silently and with understanding.
const WORDS_PER_MINUTE: i64 = 220;

#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "lowercase")]
pub(crate) enum State {
    /// Only inside.
    Draft,
    /// For somebody else to let it out.
    Waiting,
    /// Until its time.
    Scheduled,
    Published,
    /// Was public and is not any more.
    Withdrawn,
}

impl State {
    pub fn code(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Waiting => "waiting",
            State::Scheduled => "scheduled",
            State::Published => "published",
            State::Withdrawn => "withdrawn",
        }
    }
}

/// As those inside see it; the title is that of the page.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Article {
    pub id: Uuid,
    pub page_id: Uuid,
    pub slug: String,
    pub language: String,
    pub teaser: String,
    pub picture: Option<String>,
    pub picture_alt: String,
    pub group_id: Uuid,
    pub state: State,
    pub publish_at: Option<i64>,
    pub published_at: Option<i64>,
    pub asked_by: Option<Uuid>,
    pub made_by: Uuid,
    pub title: String,
}

impl Article {
    pub fn page(&self) -> ThingId {
        ThingId { kind: "document".into(), id: self.page_id }
    }

    pub fn thing(&self) -> ThingId {
        ArticleId::from(self.id).into()
    }

    pub fn is_public(&self) -> bool {
        self.state == State::Published
    }

    pub fn is_waiting(&self) -> bool {
        self.state == State::Waiting
    }

    pub fn is_scheduled(&self) -> bool {
        self.state == State::Scheduled
    }

    /// Whether `person` has to ask somebody else, in a house where two look at everything.
    pub fn needs_another(&self, person: PersonId) -> bool {
        self.state != State::Waiting || self.asked_by == Some(person.uuid())
    }
}

/// As everybody sees it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Public {
    pub id: Uuid,
    pub slug: String,
    pub language: String,
    pub teaser: String,
    pub picture: Option<String>,
    pub picture_alt: String,
    pub group_id: Uuid,
    pub published_at: i64,
    pub title: String,
    pub html: String,
    pub words: i64,
    /// When this text was let out; later than `published_at` if it was changed since.
    pub at: i64,
}

impl Public {
    pub fn locale(&self) -> Locale {
        Locale::parse(&self.language).unwrap_or_default()
    }

    pub fn url(&self) -> String {
        format!("/blog/{}", self.slug)
    }

    pub fn minutes(&self) -> i64 {
        minutes(self.words)
    }

    /// Address of the lead picture.
    pub fn picture_url(&self) -> Option<String> {
        self.picture.as_deref().map(picture_url)
    }
}

/// At least one.
pub(crate) fn minutes(words: i64) -> i64 {
    ((words + WORDS_PER_MINUTE - 1) / WORDS_PER_MINUTE).max(1)
}

pub(crate) fn picture_url(hash: &str) -> String {
    format!("/blog-pictures/{hash}")
}

#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct Tag {
    /// As it stands in addresses.
    pub key: String,
    pub tag: String,
}

/// Each once, in the order in which they were given.
///
/// Errors: `Invalid` on the field `tags`.
pub(crate) fn tags<'a>(given: impl IntoIterator<Item = &'a str>) -> Result<Vec<Tag>> {
    let mut tags: Vec<Tag> = Vec::new();
    for text in given {
        let tag = kernel::line::optional("tags", text, TAG_LENGTH_MAX_CHARS)?;
        let key = slug::of(&tag);
        if !key.is_empty() && tags.iter().all(|it| it.key != key) {
            tags.push(Tag { key, tag });
        }
    }
    let too_many = || Error::invalid("tags", Words::new("blog-tags-too-many").with("max", TAGS_MAX));
    if tags.len() > TAGS_MAX { Err(too_many()) } else { Ok(tags) }
}

/// Errors: `Invalid` on the field `teaser`.
pub(crate) fn teaser(text: &str) -> Result<String> {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    kernel::line::optional("teaser", &one_line, TEASER_LENGTH_MAX_CHARS)
}

/// Errors: `Invalid` on the field `language`.
pub(crate) fn language(code: &str) -> Result<Locale> {
    let known = Locale::ALL.into_iter().find(|it| it.code() == code);
    known.ok_or_else(|| Error::invalid("language", "blog-language-unknown"))
}

/// RFC 3339.
///
/// Errors: `Invalid` on the field `publish_at`.
pub(crate) fn publish_at(text: &str) -> Result<Time> {
    kernel::when::parse_rfc3339(text).ok_or_else(|| Error::invalid("publish_at", "blog-time-wrong"))
}
