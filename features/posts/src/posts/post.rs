//! What a post is. Nothing here reads or writes.

use access::{CompanyRole, Named, Person, Seen};
use kernel::activity::Verb;
use kernel::clock::Time;
use kernel::ids::{SpaceId, Uuid};
use kernel::{Error, Result};
use richtext::talk;

use crate::activity::{ANNOUNCED, POLLED, POSTED, PRAISED, WONDERED};

kernel::typed_id!(
    /// Something told to those of a space, or to the whole company.
    PostId, "post"
);

/// As much of a post as fits one line of a list and stands for all of it.
const TITLE_LENGTH_MAX_CHARS: usize = 80;

#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "lowercase")]
pub(crate) enum Kind {
    Post,
    Question,
    Announcement,
    Praise,
}

impl Kind {
    pub fn code(self) -> &'static str {
        match self {
            Kind::Post => "post",
            Kind::Question => "question",
            Kind::Announcement => "announcement",
            Kind::Praise => "praise",
        }
    }

    /// Errors: `Invalid` on the field `kind`.
    pub fn parse(code: &str) -> Result<Self> {
        let all = [Kind::Post, Kind::Question, Kind::Announcement, Kind::Praise];
        let found = all.into_iter().find(|it| it.code() == code);
        found.ok_or_else(|| Error::invalid("kind", "posts-kind-unknown"))
    }

    pub fn icon(self) -> &'static str {
        match self {
            Kind::Post => "message-square-text",
            Kind::Question => "message-circle-question",
            Kind::Announcement => "megaphone",
            Kind::Praise => "party-popper",
        }
    }

    /// The key of its name.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Post => "posts-kind-post",
            Kind::Question => "posts-kind-question",
            Kind::Announcement => "posts-kind-announcement",
            Kind::Praise => "posts-kind-praise",
        }
    }

    /// What is told of one that can be read from now on.
    pub fn verb(self, has_poll: bool) -> Verb {
        match self {
            _ if has_poll => POLLED,
            Kind::Post => POSTED,
            Kind::Question => WONDERED,
            Kind::Announcement => ANNOUNCED,
            Kind::Praise => PRAISED,
        }
    }
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Post {
    pub id: Uuid,
    pub kind: Kind,
    pub space_id: Uuid,
    /// Markdown; empty if it was removed.
    pub body: String,
    pub at: i64,
    pub edited_at: Option<i64>,
    pub removed_at: Option<i64>,
    /// Of one that waits, when it is due.
    pub publish_at: Option<i64>,
    pub pinned_at: Option<i64>,
    pub answer_id: Option<Uuid>,
    pub read_by: Option<i64>,
    pub author_id: Uuid,
    /// Empty if the author was erased.
    pub author_name: String,
    pub author_picture: Option<String>,
    pub author_role: CompanyRole,
}

impl Post {
    /// One that is being written, by `author` at this time.
    pub fn new(id: Uuid, author: &Person, space: SpaceId, at: Time, kind: Kind, body: String) -> Self {
        let by = author.named();
        Self {
            id,
            kind,
            space_id: space.uuid(),
            body,
            at: at.micros(),
            edited_at: None,
            removed_at: None,
            publish_at: None,
            pinned_at: None,
            answer_id: None,
            read_by: None,
            author_id: by.id,
            author_name: by.name,
            author_picture: by.picture,
            author_role: by.role,
        }
    }

    pub fn thing(&self) -> PostId {
        self.id.into()
    }

    pub fn url(&self) -> String {
        format!("/posts/{}", self.id)
    }

    pub fn author(&self) -> Named {
        let (name, picture) = (self.author_name.clone(), self.author_picture.clone());
        Named { id: self.author_id, name, picture, role: self.author_role }
    }

    pub fn is_by(&self, person: &Person) -> bool {
        person.is_somebody() && self.author_id == person.id.uuid()
    }

    /// Whether nobody but the author knows of it yet.
    pub fn waits(&self) -> bool {
        self.publish_at.is_some()
    }

    pub fn is_question(&self) -> bool {
        self.kind == Kind::Question
    }

    pub fn is_announcement(&self) -> bool {
        self.kind == Kind::Announcement
    }

    /// Which state of the text a change of it is meant for, as an entity tag (RFC 9110, 8.8.3).
    pub fn etag(&self) -> String {
        format!("\"{}-{}\"", self.id.simple(), self.edited_at.unwrap_or(self.at))
    }

    /// Errors: `Forbidden` for anybody but the author.
    pub fn must_be_by(&self, person: &Person) -> Result<()> {
        if self.is_by(person) { Ok(()) } else { Err(Error::forbidden("posts-not-yours")) }
    }

    /// Errors: `Forbidden` for who neither wrote it nor owns the space.
    pub fn must_be_removable_by(&self, person: &Person, seen: &Seen) -> Result<()> {
        if seen.level.owns() { Ok(()) } else { self.must_be_by(person) }
    }

    /// Errors: `Invalid` on the field `kind` for anything but a question; `Forbidden` for who neither asked
    /// nor owns the space.
    pub fn must_be_answerable_by(&self, person: &Person, seen: &Seen) -> Result<()> {
        if !self.is_question() {
            return Err(Error::invalid("kind", "posts-no-question"));
        }
        let may = self.is_by(person) || seen.level.owns();
        if may { Ok(()) } else { Err(Error::forbidden("posts-not-your-question")) }
    }
}

/// The first line that says something, shortened between words.
pub(crate) fn title(body: &str) -> String {
    let plain = talk::plain(body);
    let first = plain.lines().map(str::trim).find(|it| !it.is_empty()).unwrap_or_default();
    let line = first.split_whitespace().collect::<Vec<_>>().join(" ");
    // A name that turns the direction of the sentence around it would look like another one.
    let line: String = line.chars().filter(|it| !kernel::line::is_override(*it)).collect();
    if line.is_empty() {
        return "…".to_owned();
    }
    match line.char_indices().nth(TITLE_LENGTH_MAX_CHARS) {
        None => line,
        Some((end, _)) => {
            let cut = line[..end].rfind(' ').filter(|it| *it > end / 2).unwrap_or(end);
            format!("{} …", line[..cut].trim_end_matches([',', ';', ':', '.', ' ']))
        }
    }
}
