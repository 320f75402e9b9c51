//! Somebody looks for words.

use std::cmp::Reverse;
use std::collections::HashSet;

use access::{Named, Person, may, people};
use database::Reads;
use kernel::ids::{SpaceId, Uuid};
use kernel::{Error, Result, Words, limits};

use super::snippet::{after_title, snippet};
use super::store::{self, Candidate, Narrowed};
use crate::analyser::{Analyser, Asked, Match};

/// The newest that are ranked. Common words match more: the older ones are found by asking more narrowly.
const CANDIDATES_MAX_ROWS: i64 = 300;

/// Those with the words in their title, however old.
const TITLED_MAX_ROWS: i64 = 200;

/// People of whom the words tell; more are found on their page.
const PEOPLE_MAX_ROWS: i64 = 50;

/// What a kind may be, beyond families.
const KINDS: [&str; 5] = ["document", "post", "comment", "space", PERSON];

const PERSON: &str = "person";

/// The families that features tell.
pub(crate) const FAMILIES: [&str; 9] =
    ["page", "pdf", "word", "sheet", "slides", "text", "image", "mail", "other"];

pub(crate) struct Hit {
    pub found: Candidate,
    /// The words stand in the title.
    pub titled: bool,
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

/// One list: people, then titles, then the newest. This is a piece of it.
#[derive(Default)]
pub(crate) struct Found {
    pub people: Vec<Named>,
    pub hits: Vec<Hit>,
    /// How long the whole list is; no more is counted than was ranked.
    pub count: usize,
    /// More matched than were ranked.
    pub is_more: bool,
}

/// Which piece of the list is wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    pub skip: usize,
    pub limit: usize,
}

impl Piece {
    /// Where the next piece begins, if there is one.
    pub fn next(self, count: usize) -> Option<usize> {
        let next = self.skip.saturating_add(self.limit);
        (count > next).then_some(next)
    }
}

/// A piece of what was found.
///
/// Errors: `Invalid` on `q` for a question that is too long, on `kind` for one that nobody tells; `NotFound`
/// for a space or an author that `person` may not know of.
pub(crate) async fn look(
    from: &mut impl Reads,
    person: &Person,
    question: &str,
    narrowed: &Narrowed,
    piece: Piece,
) -> Result<Found> {
    check(question, narrowed)?;
    if let Some(space) = narrowed.space {
        may::read(from, person, &SpaceId::from(space).into()).await?;
    }
    if let Some(author) = narrowed.author {
        people::known(from, person, author.into()).await?;
    }
    let analyser = Analyser::default();
    let asked = analyser.question(question);
    if asked.is_empty() {
        return Ok(Found::default());
    }
    let people = people_of(from, person, &asked, narrowed).await?;
    let (found, is_more) = ranked(from, person, &asked, narrowed).await?;
    let (count, before) = (people.len() + found.len(), piece.skip.saturating_sub(people.len()));
    let people: Vec<Named> = people.into_iter().skip(piece.skip).take(piece.limit).collect();
    let mut hits = Vec::new();
    for (titled, found) in found.into_iter().skip(before).take(piece.limit - people.len()) {
        let body = store::body(from, found.id).await?;
        hits.push(Hit {
            titled,
            snippet: snippet(&analyser, &asked, after_title(&body, &found.title)),
            found,
        });
    }
    Ok(Found { people, hits, count, is_more })
}

fn check(question: &str, narrowed: &Narrowed) -> Result<()> {
    if question.chars().count() > limits::QUERY_LENGTH_MAX_CHARS {
        let words = Words::new("search-question-long").with("max", limits::QUERY_LENGTH_MAX_CHARS);
        return Err(Error::invalid("q", words));
    }
    let kind = narrowed.kind.as_str();
    let is_known = kind.is_empty() || KINDS.contains(&kind) || FAMILIES.contains(&kind);
    if is_known { Ok(()) } else { Err(Error::invalid("kind", "search-kind-unknown")) }
}

/// People lie in no space, are written by nobody, and do not change.
async fn people_of(
    from: &mut impl Reads,
    person: &Person,
    asked: &[Asked],
    narrowed: &Narrowed,
) -> Result<Vec<Named>> {
    let are_meant = ["", PERSON].contains(&narrowed.kind.as_str());
    let is_narrow = narrowed.space.is_some() || narrowed.author.is_some() || narrowed.since > 0;
    if !are_meant || is_narrow {
        return Ok(Vec::new());
    }
    store::people(from, person, &Match::anywhere(asked, PERSON), PEOPLE_MAX_ROWS).await
}

/// Each with whether it has the words in its title; these first, then the newest. And whether there are more.
async fn ranked(
    from: &mut impl Reads,
    person: &Person,
    asked: &[Asked],
    narrowed: &Narrowed,
) -> Result<(Vec<(bool, Candidate)>, bool)> {
    let titles = Match::in_titles(asked, &narrowed.kind);
    let titled = store::candidates(from, person, &titles, narrowed, TITLED_MAX_ROWS).await?;
    let all = Match::anywhere(asked, &narrowed.kind);
    let all = store::candidates(from, person, &all, narrowed, CANDIDATES_MAX_ROWS).await?;
    let is_more = i64::try_from(all.len()).unwrap_or(i64::MAX) >= CANDIDATES_MAX_ROWS;
    let ids: HashSet<i64> = titled.iter().map(|it| it.id).collect();
    let others = all.into_iter().filter(|it| !ids.contains(&it.id)).map(|it| (false, it));
    let mut found: Vec<_> = titled.into_iter().map(|it| (true, it)).chain(others).collect();
    found.sort_by_key(|(titled, it)| (!titled, Reverse(it.at)));
    Ok((found, is_more))
}

/// A filter as a form sends it; empty is none.
///
/// Errors: `NotFound` for what is no id.
pub(crate) fn id_of(text: &str) -> Result<Option<Uuid>> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| Error::NotFound)
}

#[cfg(test)]
mod tests {
    use super::{Narrowed, Piece, check};

    fn refused(question: &str, kind: &str) -> bool {
        check(question, &Narrowed { kind: kind.to_owned(), ..Narrowed::default() }).is_err()
    }

    #[test]
    fn what_is_too_long_or_of_no_kind_is_refused() {
        assert!(!refused(&"ü".repeat(400), "") && refused(&"\"".repeat(500), ""));
        assert!(!refused("", "pdf") && !refused("", "comment") && refused("", "pdf\" OR \"x"));
    }

    #[test]
    fn the_last_piece_has_no_next_one() {
        let piece = |skip| Piece { skip, limit: 20 };
        assert_eq!(piece(0).next(20), None);
        assert_eq!(piece(0).next(21), Some(20));
        assert_eq!(piece(usize::MAX).next(500), None);
    }
}
