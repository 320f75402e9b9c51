//! What somebody says: a text that was checked, and whom it calls by name.

use std::collections::HashMap;

use access::{Named, Person, Seen, people};
use database::Reads;
use kernel::ids::{PersonId, Uuid};
use kernel::{Error, Result, limits, line};
use richtext::talk;

/// Readers of a thing among whom a name is looked for.
pub(crate) const READERS_MAX_ROWS: i64 = 1_000;

/// Markdown as it was typed.
#[derive(Clone, Debug)]
pub(crate) struct Body(pub String);

impl Body {
    /// Trims `text` and makes one kind of line break of all.
    ///
    /// Errors: `Invalid` on the field `body` if nothing is left, for control characters but line breaks
    /// and tabs, and above [`limits::COMMENT_LENGTH_MAX_CHARS`] characters.
    pub fn parse(text: &str) -> Result<Self> {
        let text = line::lines("body", text, limits::COMMENT_LENGTH_MAX_CHARS)?;
        if text.is_empty() { Err(Error::invalid("body", "discussions-body-empty")) } else { Ok(Self(text)) }
    }

    /// Whether somebody may be called by name in it.
    pub fn calls_anybody(&self) -> bool {
        self.0.contains('@')
    }
}

/// A body as it is kept, with those who are meant in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Addressed {
    pub body: String,
    /// At most [`limits::MENTIONS_MAX`], all of them readers of the thing.
    pub mentioned: Vec<Named>,
    pub asked: Option<Named>,
}

impl Addressed {
    /// One that calls nobody.
    pub fn to_all(body: Body) -> Self {
        Self { body: body.0, ..Self::default() }
    }

    /// Finds those who are meant among the readers of the thing.
    ///
    /// Errors: `Invalid` on the field `asks` for somebody who does not read it, or for oneself.
    pub async fn find(
        from: &mut impl Reads,
        person: &Person,
        about: &Seen,
        body: Body,
        asks: Option<PersonId>,
    ) -> Result<Self> {
        let readers = people::readers(from, person, about, "", READERS_MAX_ROWS).await?;
        let names: Vec<(Uuid, String)> = readers.iter().map(|it| (it.id, it.name.clone())).collect();
        let body = talk::resolve(&body.0, &names);
        let reader = |id: Uuid| readers.iter().find(|it| it.id == id).cloned();
        let mentioned =
            talk::mentions(&body).into_iter().filter_map(reader).take(limits::MENTIONS_MAX).collect();
        let asked = match asks {
            None => None,
            Some(id) if id == person.id => return Err(Error::invalid("asks", "discussions-asks-oneself")),
            Some(id) => {
                let found = reader(id.uuid());
                Some(found.ok_or_else(|| Error::invalid("asks", "discussions-asks-no-reader"))?)
            }
        };
        Ok(Self { body, mentioned, asked })
    }

    pub fn names(&self) -> Names {
        self.mentioned.iter().map(|it| (it.id, it.name.clone())).collect()
    }
}

/// Those called in one comment by their names of today.
pub(crate) type Names = HashMap<Uuid, String>;

/// As harmless HTML. Who could not read it when it was written stays a bare word, and leads nowhere.
pub(crate) fn html(body: &str, names: &Names) -> String {
    if body.is_empty() {
        return String::new();
    }
    talk::render(body, &|id| names.get(&id).filter(|it| !it.is_empty()).cloned())
}

/// As it was typed: `@Name` for a mention, by today's name, for whoever edits it.
pub(crate) fn typed(body: &str, names: &Names) -> String {
    talk::typed(body, &|id| names.get(&id).filter(|it| !it.is_empty()).cloned())
}
