//! All SQL about assignments. What reads people here is declared as an evaluation.

use database::{Reads, Tx, execute, fetch_all, fetch_optional};
use kernel::Result;
use kernel::ids::Uuid;

use super::assignment::{Assigned, Assignment};

/// People whom one assignment can reach.
pub(crate) const ASSIGNED_MAX_ROWS: i64 = 50_000;
const ASSIGNMENTS_MAX_ROWS: i64 = 200;

pub(crate) async fn insert(tx: &mut Tx, it: &Assignment) -> Result<()> {
    execute!(
        tx,
        "insert into assignment (id, course_id, kind, space_id, by_id, made_at, due_at, mandatory)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        [it.id, it.course_id, &it.kind, it.space_id, it.by_id, it.made_at, it.due_at, it.mandatory]
    )
}

pub(crate) async fn insert_person(tx: &mut Tx, assignment: Uuid, person: Uuid) -> Result<()> {
    execute!(
        tx,
        "insert into assignment_person (assignment_id, person_id) values ($1, $2)
         on conflict (assignment_id, person_id) do nothing",
        [assignment, person]
    )
}

/// Whether somebody may be assigned a course: a colleague with an account.
pub(crate) async fn is_colleague(from: &mut impl Reads, person: Uuid) -> Result<bool> {
    let row: Option<(Uuid,)> = fetch_optional!(
        from,
        (Uuid,),
        "select id from person where id = $1 and role in ('member', 'admin') and deactivated_at is null",
        [person]
    )?;
    Ok(row.is_some())
}

/// An assignment, if this person is its superior: who assigned it, and who owns the space it is for.
pub(crate) async fn find_as_superior(
    from: &mut impl Reads,
    id: Uuid,
    superior: Uuid,
) -> Result<Option<Assignment>> {
    fetch_optional!(
        from,
        Assignment,
        "select id, course_id, kind, space_id, by_id, made_at, due_at, mandatory
         from assignment where id = $1 and (by_id = $2 or exists (
             select 1 from membership where membership.space_id = assignment.space_id
                 and membership.person_id = $2 and membership.level = 'owner'))",
        [id, superior]
    )
}

/// Those to whom it is assigned now, by name.
pub(crate) async fn assigned(from: &mut impl Reads, it: &Assignment) -> Result<Vec<Assigned>> {
    fetch_all!(
        from,
        Assigned,
        "select person.id as person_id, person.name, learner_course.started_at, learner_course.passed_at
         from person
         left join learner_course on learner_course.person_id = person.id
             and learner_course.course_id = $2
         where person.role in ('member', 'admin') and person.deactivated_at is null
             and ($3 = 'everyone'
                 or $3 = 'space' and exists (select 1 from membership
                     where membership.space_id = $4 and membership.person_id = person.id)
                 or exists (select 1 from assignment_person
                     where assignment_person.assignment_id = $1
                         and assignment_person.person_id = person.id))
         order by person.name, person.id limit $5",
        [it.id, it.course_id, &it.kind, it.space_id, ASSIGNED_MAX_ROWS]
    )
}

/// What was assigned to somebody, the most urgent first.
pub(crate) async fn of_person(from: &mut impl Reads, person: Uuid) -> Result<Vec<Assignment>> {
    fetch_all!(
        from,
        Assignment,
        "select id, course_id, kind, space_id, by_id, made_at, due_at, mandatory
         from assignment where ended_at is null
             and exists (select 1 from person where person.id = $1
                 and person.role in ('member', 'admin') and person.deactivated_at is null)
             and (kind = 'everyone'
                 or kind = 'space' and exists (select 1 from membership
                     where membership.space_id = assignment.space_id and membership.person_id = $1)
                 or exists (select 1 from assignment_person
                     where assignment_person.assignment_id = assignment.id
                         and assignment_person.person_id = $1))
         order by due_at, id limit $2",
        [person, ASSIGNMENTS_MAX_ROWS]
    )
}

/// Notes that somebody was shown these names.
pub(crate) async fn note_look(tx: &mut Tx, look: Uuid, assignment: Uuid, by: Uuid) -> Result<()> {
    let at = tx.at().micros();
    execute!(
        tx,
        "insert into standing_look (id, assignment_id, by_id, at) values ($1, $2, $3, $4)",
        [look, assignment, by, at]
    )
}

pub(crate) async fn note_named(tx: &mut Tx, look: Uuid, person: Uuid) -> Result<()> {
    execute!(tx, "insert into standing_named (look_id, person_id) values ($1, $2)", [look, person])
}

/// Who saw a person's name, and when.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Look {
    pub by_name: String,
    pub at: i64,
}

pub(crate) async fn looks_at(from: &mut impl Reads, person: Uuid) -> Result<Vec<Look>> {
    fetch_all!(
        from,
        Look,
        "select person.name as by_name, standing_look.at
         from standing_named join standing_look on standing_look.id = standing_named.look_id
         join person on person.id = standing_look.by_id
         where standing_named.person_id = $1 order by standing_look.at desc limit 100",
        [person]
    )
}
