//! Whether a task is done: by its checks, whoever did it whenever and wherever.

use database::Reader;
use feature::{Asked, Known};
use kernel::ids::{PersonId, ThingId, Uuid};
use kernel::{Error, Locale, Result};

use super::store;
use crate::Parts;
use crate::courses::course::ChapterId;
use crate::courses::store as courses;
use crate::progress;
use crate::script::{Check, Predicate, Task};

pub(crate) const DID: kernel::activity::Verb = kernel::activity::Verb::new("did");

/// A check and whether it is so.
#[derive(Clone, Debug)]
pub(crate) struct Checked {
    pub text: String,
    pub done: bool,
    pub missing: String,
}

/// The task of a chapter in a language.
///
/// Errors: `NotFound`.
pub(crate) async fn task(reader: &mut Reader, chapter: Uuid, locale: Locale) -> Result<Task> {
    let text = courses::text(reader, chapter, locale).await?.ok_or(Error::NotFound)?;
    serde_json::from_str(&text.task).map_err(Error::unexpected)
}

/// Each check of the task, as it is at this moment.
pub(crate) async fn check(
    reader: &mut Reader,
    known: &Known,
    person: PersonId,
    chapter: Uuid,
    task: &Task,
) -> Result<Vec<Checked>> {
    let mut checked = Vec::with_capacity(task.checks.len());
    for Check { predicate, text, missing } in &task.checks {
        let done = count(reader, known, person, chapter, predicate).await? >= predicate.at_least;
        checked.push(Checked { text: text.clone(), done, missing: missing.clone() });
    }
    Ok(checked)
}

async fn count(
    reader: &mut Reader,
    known: &Known,
    person: PersonId,
    chapter: Uuid,
    predicate: &Predicate,
) -> Result<i64> {
    let thing: Option<ThingId> = match predicate.given.first() {
        Some(file) => match store::thing(reader, person.uuid(), chapter, file).await? {
            Some(thing) => Some(thing),
            // What is not laid out yet cannot have been touched.
            None => return Ok(0),
        },
        None => None,
    };
    if let ("placed", Some(thing)) = (predicate.fact.as_str(), &thing) {
        let place = store::lies_in(reader, thing).await?;
        return Ok(i64::from(place.as_ref() == predicate.given.get(1)));
    }
    match known.facts(&predicate.fact) {
        Some(facts) => facts.count(reader, &Asked { fact: predicate.fact.clone(), person, thing }).await,
        None => Err(Error::unexpected(format!("nobody knows the fact {}", predicate.fact))),
    }
}

/// Looks again, and notes it if all is there; answers the checks.
///
/// Errors: `NotFound` for a chapter that is not there.
pub(crate) async fn look_again(
    parts: &Parts,
    person: PersonId,
    chapter: Uuid,
    locale: Locale,
) -> Result<(Task, Vec<Checked>)> {
    let mut reader = parts.database.read().await?;
    let task = task(&mut reader, chapter, locale).await?;
    let checked = check(&mut reader, &parts.known.known(), person, chapter, &task).await?;
    drop(reader);
    if checked.iter().all(|it| it.done) {
        let mut tx = parts.database.begin().await?;
        let course = courses::course_of(&mut tx, chapter).await?.ok_or(Error::NotFound)?;
        progress::store::begin(&mut tx, person.uuid(), course, chapter).await?;
        progress::store::set_task(&mut tx, person.uuid(), chapter, "done", None).await?;
        tx.record(kernel::activity::Deed {
            actor: person,
            verb: DID,
            object: ChapterId::from(chapter).into(),
            target: None,
        });
        progress::advance::advance(&mut tx, person, course).await?;
        tx.commit().await?;
    }
    Ok((task, checked))
}
