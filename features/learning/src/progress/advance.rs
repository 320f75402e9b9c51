//! A part of a chapter is through; perhaps the course is, too.

use database::Tx;
use kernel::Result;
use kernel::activity::{Deed, Verb};
use kernel::ids::{PersonId, ThingId, Uuid};

use super::store;
use crate::courses::course::CourseId;

/// Told of a course, to nobody: a certificate is shown by whoever has it.
pub(crate) const PASSED: Verb = Verb::new("passed");

/// To be called after a part was noted, in the same transaction.
pub(crate) async fn advance(tx: &mut Tx, person: PersonId, course: Uuid) -> Result<()> {
    if store::missing(tx, person.uuid(), course).await? > 0 {
        return Ok(());
    }
    let code = access::fresh_secret()?;
    if store::set_course_passed(tx, person.uuid(), course, &code).await? {
        let object = ThingId::from(CourseId::from(course));
        tx.record(Deed { actor: person, verb: PASSED, object, target: None });
    }
    Ok(())
}
