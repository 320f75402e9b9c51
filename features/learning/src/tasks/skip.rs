//! Leaving a task out, with a reason in one's own words.

use kernel::activity::{Deed, Verb};
use kernel::ids::{PersonId, Uuid};
use kernel::{Error, Result, line};

use crate::Parts;
use crate::courses::course::ChapterId;
use crate::courses::store as courses;
use crate::progress;

pub(crate) const SKIPPED: Verb = Verb::new("skipped");

const REASON_MAX_CHARS: usize = 500;

/// Errors: `Invalid` on `reason` if there is none; `NotFound` for a chapter that is not there.
pub(crate) async fn skip(parts: &Parts, person: PersonId, chapter: Uuid, reason: &str) -> Result<()> {
    let reason = line::parse("reason", reason, REASON_MAX_CHARS)?;
    let mut tx = parts.database.begin().await?;
    let course = courses::course_of(&mut tx, chapter).await?.ok_or(Error::NotFound)?;
    progress::store::begin(&mut tx, person.uuid(), course, chapter).await?;
    progress::store::set_task(&mut tx, person.uuid(), chapter, "skipped", Some(&reason)).await?;
    let object = ChapterId::from(chapter).into();
    tx.record(Deed { actor: person, verb: SKIPPED, object, target: None });
    progress::advance::advance(&mut tx, person, course).await?;
    tx.commit().await
}
