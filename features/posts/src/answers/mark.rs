//! Who asked says which comment is the answer, so that the next one who wonders reads that first.

use access::Person;
use kernel::activity::Deed;
use kernel::ids::Uuid;
use kernel::{Error, Result};

use crate::Parts;
use crate::activity::{ANSWERED, UNANSWERED};
use crate::posts::{find, store};

/// `None` takes the mark away. May be repeated.
///
/// Errors: `NotFound`; `Forbidden` for who neither asked nor owns the space; `Invalid` on the field `kind`
/// for what is no question, and on `comment_id` for what is no comment about it.
pub(crate) async fn mark(parts: &Parts, person: &Person, post: Uuid, comment: Option<Uuid>) -> Result<()> {
    let mut tx = parts.database.begin().await?;
    let (found, seen) = find::read(&mut tx, person, post).await?;
    found.must_be_answerable_by(person, &seen)?;
    if let Some(comment) = comment {
        let about = parts.talk.about(&mut tx, comment).await?.map(|(about, _)| about);
        if about != Some(found.thing().into()) {
            return Err(Error::invalid("comment_id", "posts-no-comment-of-it"));
        }
    }
    if found.answer_id == comment {
        return Ok(());
    }
    store::mark(&mut tx, post, comment).await?;
    let verb = if comment.is_some() { ANSWERED } else { UNANSWERED };
    tx.record(Deed { actor: person.id, verb, object: found.thing().into(), target: None });
    tx.commit().await
}
