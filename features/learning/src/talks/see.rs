//! How far somebody has listened.

use database::Tx;
use kernel::activity::{Deed, Verb};
use kernel::ids::{PersonId, ThingId, Uuid};
use kernel::{Error, Result};

use crate::Parts;
use crate::courses::course::{ChapterId, CourseId};
use crate::courses::store as courses;
use crate::progress::{advance, store};

pub(crate) const SAW: Verb = Verb::new("saw");

/// Where it goes on, on any device.
///
/// Errors: `NotFound` for a chapter that is not there.
pub(crate) async fn keep_place(parts: &Parts, person: PersonId, chapter: Uuid, scene: i64) -> Result<()> {
    let mut tx = parts.database.begin().await?;
    begin(&mut tx, person, chapter).await?;
    store::set_scene(&mut tx, person.uuid(), chapter, scene).await?;
    tx.commit().await
}

/// It was told to the end.
///
/// Errors: `NotFound` for a chapter that is not there.
pub(crate) async fn see(parts: &Parts, person: PersonId, chapter: Uuid) -> Result<()> {
    let mut tx = parts.database.begin().await?;
    let course = begin(&mut tx, person, chapter).await?;
    store::set_seen(&mut tx, person.uuid(), chapter).await?;
    let object = ThingId::from(ChapterId::from(chapter));
    let target = Some(ThingId::from(CourseId::from(course)));
    tx.record(Deed { actor: person, verb: SAW, object, target });
    advance::advance(&mut tx, person, course).await?;
    tx.commit().await
}

/// Answers the course.
async fn begin(tx: &mut Tx, person: PersonId, chapter: Uuid) -> Result<Uuid> {
    let course = courses::course_of(tx, chapter).await?.ok_or(Error::NotFound)?;
    store::begin(tx, person.uuid(), course, chapter).await?;
    Ok(course)
}
