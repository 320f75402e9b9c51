//! Anchors follow their passages: when a text changed, each is looked for again.

use async_trait::async_trait;
use database::{Migration, Tx};
use dispatch::Reactor;
use feature::{Found, Later};
use kernel::Result;
use kernel::activity::{Activity, Deed};
use kernel::ids::{PersonId, ThingId};

use super::anchor::State;
use super::find::{Finding, Sought, find};
use super::line::plain_line;
use super::store::{self, Anchored};
use crate::activity::REANCHORED;
use crate::comments::comment::CommentId;

/// Anchors of one thing that follow; older ones stay where they were last seen.
const ANCHORS_MAX_ROWS: i64 = 500;

/// A text came out of a file; the version is the same as before.
const READ: &str = "read";

/// After one of these another text may stand in a document.
const CHANGES: [&str; 4] = [READ, "edited", "replaced", "restored"];

/// Looks for passages of comments in the new text of a document.
#[derive(Clone)]
pub struct Anchors {
    pub known: Later,
}

#[async_trait]
impl Reactor for Anchors {
    fn name(&self) -> &'static str {
        "anchors"
    }

    /// Anchors are columns of the comments.
    fn migrations(&self) -> &'static [Migration] {
        &[]
    }

    async fn react(&self, tx: &mut Tx, activity: &Activity) -> Result<()> {
        let deed = &activity.deed;
        let is_text = matches!(&*deed.object.kind, "document" | "version");
        if !is_text || !CHANGES.contains(&&*deed.verb.0) {
            return Ok(());
        }
        let about = deed.about();
        let anchored = store::of(tx, about, ANCHORS_MAX_ROWS).await?;
        let contents = self.known.known().contents(&about.kind).cloned();
        let Some(contents) = contents.filter(|_| !anchored.is_empty()) else { return Ok(()) };
        let Some(found) = contents.contents(tx, about.id).await? else { return Ok(()) };
        let is_read = deed.verb.0 == READ;
        // The text of a new file comes a moment later, and says so.
        if found.text.trim().is_empty() && !is_read {
            return Ok(());
        }
        follow(tx, about, &anchored, &found, is_read).await
    }
}

async fn follow(
    tx: &mut Tx,
    about: &ThingId,
    anchored: &[Anchored],
    text: &Found,
    is_read: bool,
) -> Result<()> {
    let (version, line) = (text.version, plain_line(&text.text));
    let mut changed = None;
    for anchor in anchored {
        let old = State::from_code(&anchor.anchor_state);
        let mut finding = find_again(&line, anchor);
        // It stood there more than once, or nobody knew where: the one that is left need not be the one.
        let is_sure = anchor.anchor_place.is_some() || version == anchor.anchor_version;
        if finding.state == State::Held && !is_sure {
            finding.state = State::Moved;
        }
        // Chosen in this very version by who saw it there, perhaps before its text was known.
        let seen_there = is_read && anchor.anchor_version == version && old == State::Held;
        if seen_there && finding.state == State::Lost {
            continue;
        }
        let words = changed_words(&line, &finding, &anchor.quote);
        let place = finding.range.as_ref().and_then(|it| i64::try_from(it.start).ok());
        // Where it was last seen is the best place to look for it once more.
        let place = if finding.state == State::Lost { anchor.anchor_place } else { place };
        if old != finding.state || version != anchor.anchor_version || place != anchor.anchor_place {
            store::settle(tx, anchor.id, finding.state, version, place, words).await?;
        }
        if old != finding.state {
            changed = Some(CommentId::from(anchor.id));
        }
    }
    if let Some(comment) = changed {
        let target = Some(about.clone());
        tx.record(Deed { actor: PersonId::NOBODY, verb: REANCHORED, object: comment.into(), target });
    }
    Ok(())
}

fn find_again(line: &str, anchor: &Anchored) -> Finding {
    let sought = Sought {
        quote: plain_line(&anchor.quote),
        prefix: plain_line(&anchor.prefix),
        suffix: plain_line(&anchor.suffix),
    };
    find(line, &sought, anchor.anchor_place.and_then(|it| usize::try_from(it).ok()))
}

/// How the passage reads now, if it does not read as it was quoted.
fn changed_words<'a>(line: &'a str, finding: &Finding, quote: &str) -> Option<&'a str> {
    let words = line.get(finding.range.clone()?)?;
    (words != plain_line(quote)).then_some(words)
}

/// Where the passage stands in this text, for an anchor that is new. `None` if nobody can say.
pub(crate) fn first_place(text: &str, anchor: &super::anchor::Anchor) -> Option<i64> {
    let found = find(&plain_line(text), &Sought::of(anchor), None);
    i64::try_from(found.range?.start).ok()
}
