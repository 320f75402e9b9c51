//! All SQL about certificates. What reads people here is declared as an evaluation.

use database::{Reads, Tx, execute_and_count, fetch_optional};
use kernel::Result;
use kernel::ids::Uuid;

use super::certificate::Certificate;

/// The one of this code; none of somebody who was erased.
pub(crate) async fn find(from: &mut impl Reads, code: &str) -> Result<Option<Certificate>> {
    fetch_optional!(
        from,
        Certificate,
        "select learner_course.person_id, learner_course.course_id, person.name, learner_course.passed_at
         from learner_course join person on person.id = learner_course.person_id
         where learner_course.code = $1 and learner_course.passed_at is not null and person.name <> ''",
        [code]
    )
}

/// When she passed, and the code that can be shown, unless she took it back.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Own {
    pub passed_at: i64,
    pub code: Option<String>,
}

pub(crate) async fn own(from: &mut impl Reads, person: Uuid, course: Uuid) -> Result<Option<Own>> {
    fetch_optional!(
        from,
        Own,
        "select passed_at, code from learner_course
         where person_id = $1 and course_id = $2 and passed_at is not null",
        [person, course]
    )
}

/// Answers whether there was a course that she passed.
pub(crate) async fn set_code(tx: &mut Tx, person: Uuid, course: Uuid, code: Option<&str>) -> Result<bool> {
    let changed = execute_and_count!(
        tx,
        "update learner_course set code = $3
         where person_id = $1 and course_id = $2 and passed_at is not null",
        [person, course, code]
    )?;
    Ok(changed > 0)
}
