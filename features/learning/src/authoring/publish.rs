//! A draft becomes what people learn from, stops being it, and is it again.

use access::Person;
use kernel::activity::{Deed, Verb};
use kernel::ids::{ThingId, Uuid};
use kernel::{Error, Result};

use super::{author, draft, store};
use crate::Parts;
use crate::courses::course::CourseId;
use crate::courses::publish;

pub(crate) const WITHDREW: Verb = Verb::new("withdrew");
pub(crate) const BROUGHT_BACK: Verb = Verb::new("brought_back");

/// Publishes the draft whose tag is `base`, the one that was looked at before.
///
/// Errors: `Flawed` with all that is wrong, `Conflict` if somebody saved meanwhile.
pub(crate) async fn publish_draft(parts: &Parts, person: &Person, course: Uuid, base: &str) -> Result<()> {
    let known = parts.known.known();
    let mut tx = parts.database.begin().await?;
    let (draft, files) = author::written(&mut tx, person, course).await?;
    let read = draft::read(&files, &draft.key, &known).map_err(Error::from)?;
    if draft::tag(&draft.files) != base {
        return Err(Error::conflict("learning-author-changed-meanwhile"));
    }
    publish::publish(&mut tx, &read, &files, person.id, true).await?;
    tx.commit().await
}

/// Nobody begins it or goes on with it any more; what was passed stays passed.
pub(crate) async fn withdraw(parts: &Parts, person: &Person, course: Uuid) -> Result<()> {
    let mut tx = parts.database.begin().await?;
    author::seen(&mut tx, person, course).await?;
    if store::withdraw(&mut tx, course).await? {
        let object = ThingId::from(CourseId::from(course));
        tx.record(Deed { actor: person.id, verb: WITHDREW, object, target: None });
    }
    tx.commit().await
}

/// It goes on for everybody where it stopped.
pub(crate) async fn bring_back(parts: &Parts, person: &Person, course: Uuid) -> Result<()> {
    let mut tx = parts.database.begin().await?;
    author::seen(&mut tx, person, course).await?;
    if store::bring_back(&mut tx, course).await? {
        let object = ThingId::from(CourseId::from(course));
        tx.record(Deed { actor: person.id, verb: BROUGHT_BACK, object, target: None });
    }
    tx.commit().await
}
