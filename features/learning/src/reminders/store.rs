//! All SQL about reminders. It finds who has not passed, and tells nobody but herself.

use database::{Reads, Tx, execute, execute_and_count, fetch_all, fetch_optional};
use kernel::Result;
use kernel::ids::Uuid;

/// Assignments of one batch of people.
const PENDING_MAX_ROWS: i64 = 10_000;

/// Colleagues in the order of their ids, after one of them.
pub(crate) async fn people_after(from: &mut impl Reads, after: Uuid, limit: i64) -> Result<Vec<Uuid>> {
    let rows: Vec<(Uuid,)> = fetch_all!(
        from,
        (Uuid,),
        "select id from person where id > $1 and role in ('member', 'admin') and deactivated_at is null
         order by id limit $2",
        [after, limit]
    )?;
    Ok(rows.into_iter().map(|it| it.0).collect())
}

/// A course that somebody is to pass and has not.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Pending {
    pub person_id: Uuid,
    pub assignment_id: Uuid,
    pub course_id: Uuid,
    pub made_at: i64,
    pub due_at: i64,
    pub mandatory: i64,
    /// How far she was reminded; `None` for not yet.
    pub stage: Option<i64>,
}

/// What is open for the people between two ids, the second among them: by person, the most urgent first.
/// Without withdrawn courses, and without what she wants to hear no more of.
pub(crate) async fn pending(from: &mut impl Reads, after: Uuid, last: Uuid) -> Result<Vec<Pending>> {
    fetch_all!(
        from,
        Pending,
        "select assigned.person_id, assignment.id as assignment_id, assignment.course_id,
             assignment.made_at, assignment.due_at, assignment.mandatory, reminder.stage
         from assigned join assignment on assignment.id = assigned.assignment_id
         join course on course.id = assignment.course_id
             and course.published_at is not null and course.withdrawn_at is null
         left join learner_course on learner_course.person_id = assigned.person_id
             and learner_course.course_id = assignment.course_id
         left join reminder on reminder.assignment_id = assignment.id
             and reminder.person_id = assigned.person_id
         where assigned.person_id > $1 and assigned.person_id <= $2
             and learner_course.passed_at is null
             and (assignment.mandatory = 1 or reminder.stopped_at is null)
         order by assigned.person_id, assignment.due_at, assignment.id limit $3",
        [after, last, PENDING_MAX_ROWS]
    )
}

/// Whether a morning still has something to look after.
pub(crate) async fn any_runs(from: &mut impl Reads) -> Result<bool> {
    let row: Option<(Uuid,)> =
        fetch_optional!(from, (Uuid,), "select id from assignment where ended_at is null limit 1", [])?;
    Ok(row.is_some())
}

/// Takes the day for a mail to this person; `false` if she has had one of this day. Two rounds at once are
/// told apart by the row.
pub(crate) async fn claim_day(tx: &mut Tx, person: Uuid, day: &str) -> Result<bool> {
    let claimed = execute_and_count!(
        tx,
        "insert into reminder_day (person_id, day) values ($1, $2)
         on conflict (person_id) do update set day = excluded.day where reminder_day.day < excluded.day",
        [person, day]
    )?;
    Ok(claimed == 1)
}

pub(crate) async fn put(tx: &mut Tx, assignment: Uuid, person: Uuid, stage: i64) -> Result<()> {
    execute!(
        tx,
        "insert into reminder (assignment_id, person_id, stage) values ($1, $2, $3)
         on conflict (assignment_id, person_id) do update set stage = excluded.stage",
        [assignment, person, stage]
    )
}

/// She wants to hear no more of it.
pub(crate) async fn stop(tx: &mut Tx, assignment: Uuid, person: Uuid) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "update reminder set stopped_at = coalesce(stopped_at, $3)
         where assignment_id = $1 and person_id = $2",
        [assignment, person, at]
    )
}

/// After another day was set: all have been told that it began, and nothing else.
pub(crate) async fn begin_anew(tx: &mut Tx, assignment: Uuid) -> Result<()> {
    execute!(tx, "update reminder set stage = 0 where assignment_id = $1", [assignment])
}

/// What a link in a mail is about: the course, and whether it is mandatory.
pub(crate) async fn about(from: &mut impl Reads, assignment: Uuid) -> Result<Option<(Uuid, i64)>> {
    fetch_optional!(
        from,
        (Uuid, i64),
        "select course_id, mandatory from assignment where id = $1",
        [assignment]
    )
}
