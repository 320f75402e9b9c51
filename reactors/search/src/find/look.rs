//! Somebody looks for words.

use access::{Named, Person, may};
use database::Reads;
use kernel::ids::{SpaceId, Uuid};
use kernel::{Error, Result, Words, limits};

use super::snippet::snippet;
use super::store::{self, Candidate, Narrowed};
use crate::analyser::{Analyser, Asked, for_postgres, for_sqlite};

/// The newest that are ranked. Common words match more: the older ones are found by asking more narrowly.
const CANDIDATES_MAX_ROWS: i64 = 500;

/// What a kind may be, beyond families.
const KINDS: [&str; 4] = ["document", "comment", "space", "person"];

/// The families that features tell.
pub(crate) const FAMILIES: [&str; 9] =
    ["page", "pdf", "word", "sheet", "slides", "text", "image", "mail", "other"];

pub(crate) struct Hit {
    pub found: Candidate,
    /// HTML, with marks.
    pub snippet: String,
}

impl Hit {
    /// Of a comment the thing it is about, at the comment.
    pub fn url(&self) -> String {
        match self.found.kind.as_str() {
            "comment" => format!("{}#comment-{}", self.found.url, self.found.object_id),
            _ => self.found.url.clone(),
        }
    }
}

pub(crate) struct Found {
    pub hits: Vec<Hit>,
    pub people: Vec<Named>,
    /// Of everything that was ranked; no more than that is counted.
    pub count: usize,
}

/// A page of what was found: titles first, then the newest.
///
/// Errors: `Invalid` on `q` for a question that is too long, on `kind` for one that nobody tells; `NotFound`
/// for a space that `person` may not know of.
pub(crate) async fn look(
    from: &mut impl Reads,
    person: &Person,
    question: &str,
    narrowed: &Narrowed,
    skip: usize,
    limit: usize,
) -> Result<Found> {
    if question.chars().count() > limits::QUERY_LENGTH_MAX_CHARS {
        let words = Words::new("search-question-long").with("max", limits::QUERY_LENGTH_MAX_CHARS);
        return Err(Error::invalid("q", words));
    }
    if !narrowed.kind.is_empty()
        && !KINDS.contains(&narrowed.kind.as_str())
        && !FAMILIES.contains(&narrowed.kind.as_str())
    {
        return Err(Error::invalid("kind", "search-kind-unknown"));
    }
    if let Some(space) = narrowed.space {
        may::read(from, person, &SpaceId::from(space).into()).await?;
    }
    let analyser = Analyser::default();
    let asked = analyser.question(question);
    if asked.is_empty() {
        return Ok(Found { hits: Vec::new(), people: Vec::new(), count: 0 });
    }
    let (sqlite, postgres) = (for_sqlite(&asked), for_postgres(&asked));
    let mut found =
        store::candidates(from, person, &sqlite, &postgres, narrowed, CANDIDATES_MAX_ROWS).await?;
    // A stable sort: within each, the newest stay first.
    found.sort_by_key(|it| !is_titled(&analyser, &asked, it));
    let wants_people = narrowed.space.is_none() && ["", "person"].contains(&narrowed.kind.as_str());
    let people = match wants_people && skip == 0 {
        true => store::people(from, person, &sqlite, &postgres, limits::PAGE_LENGTH_ROWS).await?,
        false => Vec::new(),
    };
    let count = found.len();
    let mut hits = Vec::new();
    for found in found.into_iter().skip(skip).take(limit) {
        let body = store::body(from, found.id).await?;
        hits.push(Hit { snippet: snippet(&analyser, &asked, &body), found });
    }
    Ok(Found { hits, people, count })
}

fn is_titled(analyser: &Analyser, asked: &[Asked], candidate: &Candidate) -> bool {
    let tokens = analyser.tokens(&candidate.own_title);
    asked.iter().all(|it| it.is_in(&tokens))
}

/// A filter as a form sends it; empty is none.
///
/// Errors: `NotFound` for what is no id.
pub(crate) fn space_of(text: &str) -> Result<Option<Uuid>> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| Error::NotFound)
}
