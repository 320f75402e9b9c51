//! What somebody writes: a text that was checked, and whom it calls by name.

use std::collections::HashMap;

use access::{Person, Seen, people};
use database::Reads;
use kernel::ids::Uuid;
use kernel::{Error, Result, limits, line};
use richtext::talk;

/// Long enough for a notice with all its details; what needs more is a page.
pub(crate) const BODY_LENGTH_MAX_CHARS: usize = 20_000;

/// Readers of a space among whom a name is looked for.
const READERS_MAX_ROWS: i64 = 1_000;

/// Markdown as it was typed.
#[derive(Clone, Debug)]
pub(crate) struct Body(String);

impl Body {
    /// Errors: `Invalid` on the field `body` if nothing is left, for control characters but line breaks and
    /// tabs, and above [`BODY_LENGTH_MAX_CHARS`].
    pub fn parse(text: &str) -> Result<Self> {
        let text = line::lines("body", text, BODY_LENGTH_MAX_CHARS)?;
        if text.is_empty() { Err(Error::invalid("body", "posts-body-empty")) } else { Ok(Self(text)) }
    }
}

/// Those called in one post by their names of today.
pub(crate) type Names = HashMap<Uuid, String>;

/// A body as it is kept, with those who are meant in it, all of them readers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Addressed {
    pub body: String,
    pub mentioned: Vec<Uuid>,
}

impl Addressed {
    /// Finds those who are meant among the readers of the space.
    pub async fn find(from: &mut impl Reads, person: &Person, space: &Seen, body: Body) -> Result<Self> {
        let Body(body) = body;
        if !body.contains('@') {
            return Ok(Self { body, mentioned: Vec::new() });
        }
        let readers = people::readers(from, person, space, "", READERS_MAX_ROWS).await?;
        let names: Vec<(Uuid, String)> = readers.into_iter().map(|it| (it.id, it.name)).collect();
        let body = talk::resolve(&body, &names);
        let reads = |id: &Uuid| names.iter().any(|(reader, _)| reader == id);
        let mentioned = talk::mentions(&body).into_iter().filter(reads).take(limits::MENTIONS_MAX).collect();
        Ok(Self { body, mentioned })
    }
}

fn name_of(names: &Names, id: Uuid) -> Option<String> {
    names.get(&id).filter(|it| !it.is_empty()).cloned()
}

/// As harmless HTML. Who could not read it when it was written stays a bare word, and leads nowhere.
pub(crate) fn html(body: &str, names: &Names) -> String {
    if body.is_empty() { String::new() } else { talk::render_with_pictures(body, &|id| name_of(names, id)) }
}

/// As it was typed, for whoever edits it.
pub(crate) fn typed(body: &str, names: &Names) -> String {
    talk::typed(body, &|id| name_of(names, id))
}
