//! Giving a course to people, with a day until when.

use access::{CompanyRole, Level, Person, may};
use kernel::activity::{Deed, Verb};
use kernel::clock::Time;
use kernel::ids::{SpaceId, ThingId, Uuid};
use kernel::{Error, Locale, Result};

use super::assignment::{Assignment, AssignmentId, Whom};
use super::store;
use crate::courses::course::CourseId;
use crate::courses::store as courses;
use crate::{Parts, reminders};

pub(crate) const ASSIGNED: Verb = Verb::new("assigned");

/// People named one by one in an assignment.
pub(crate) const PEOPLE_MAX: usize = 500;

/// Admins assign to anybody, the owners of a space to its members.
///
/// Errors: `NotFound` for a course or a space she may not know of, `Forbidden` if she is neither admin nor an
/// owner, `Invalid` on `due_at` for a day that is over and on `person_ids` for who is no colleague.
pub(crate) async fn assign(
    parts: &Parts,
    person: &Person,
    course: Uuid,
    whom: &Whom,
    due_at: Time,
    mandatory: bool,
) -> Result<Assignment> {
    if !person.role.is_colleague() {
        return Err(Error::NotFound);
    }
    let mut tx = parts.database.begin().await?;
    let found = courses::find(&mut tx, course, Locale::default()).await?.ok_or(Error::NotFound)?;
    if found.published_at.is_none() || found.withdrawn_at.is_some() {
        return Err(Error::NotFound);
    }
    if due_at <= tx.at() {
        return Err(Error::invalid("due_at", "learning-due-past"));
    }
    let (kind, space) = match whom {
        Whom::Everyone => ("everyone", None),
        Whom::Space(space) => ("space", Some(*space)),
        Whom::People(_) => ("people", None),
    };
    let is_admin = person.role == CompanyRole::Admin;
    if let Some(space) = space {
        let seen = may::read(&mut tx, person, &ThingId::from(SpaceId::from(space))).await?;
        if !is_admin && seen.level != Level::Owner {
            return Err(Error::forbidden("learning-assign-owners"));
        }
    } else if !is_admin {
        return Err(Error::forbidden("learning-assign-admins"));
    }
    let assignment = Assignment {
        id: AssignmentId::fresh().uuid(),
        course_id: course,
        kind: kind.to_owned(),
        space_id: space,
        by_id: person.id.uuid(),
        made_at: tx.at().micros(),
        due_at: due_at.micros(),
        mandatory: i64::from(mandatory),
        ended_at: None,
    };
    store::insert(&mut tx, &assignment).await?;
    if let Whom::People(people) = whom {
        if people.is_empty() || people.len() > PEOPLE_MAX {
            return Err(Error::invalid("person_ids", "learning-assign-whom"));
        }
        for one in people {
            if !store::is_colleague(&mut tx, *one).await? {
                return Err(Error::invalid("person_ids", "learning-assign-colleagues"));
            }
            store::insert_person(&mut tx, assignment.id, *one).await?;
        }
    }
    let object = ThingId::from(AssignmentId::from(assignment.id));
    let target = Some(ThingId::from(CourseId::from(course)));
    tx.record(Deed { actor: person.id, verb: ASSIGNED, object, target });
    reminders::begin(&mut tx, &parts.gate.zone, assignment.id).await?;
    tx.commit().await?;
    Ok(assignment)
}
