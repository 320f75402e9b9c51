//! All SQL about assignments. What reads people here is declared as an evaluation.

use database::{Reads, Tx, execute, fetch_all, fetch_optional};
use kernel::ids::Uuid;
use kernel::{Locale, Result};

use super::assignment::{Assigned, Assignment, Given, Standing};

/// Names that one look can show.
const NAMES_MAX_ROWS: i64 = 2_000;
/// Assignments that one person has or oversees.
const ASSIGNMENTS_MAX_ROWS: i64 = 200;
/// Spaces that somebody can choose from.
const SPACES_MAX_ROWS: i64 = 500;
/// Looks that are told to who was named.
const LOOKS_MAX_ROWS: i64 = 100;

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

/// An assignment, if this person is its superior: who assigned it, who owns the space it is for, and the
/// admins once whoever assigned it has left.
pub(crate) async fn find_as_superior(
    from: &mut impl Reads,
    id: Uuid,
    superior: Uuid,
) -> Result<Option<Assignment>> {
    fetch_optional!(
        from,
        Assignment,
        "select id, course_id, kind, space_id, by_id, made_at, due_at, mandatory, ended_at
         from assignment where id = $1 and (by_id = $2
             or exists (select 1 from membership where membership.space_id = assignment.space_id
                 and membership.person_id = $2 and membership.level = 'owner')
             or exists (select 1 from person as me, person as former
                 where me.id = $2 and me.role = 'admin'
                     and former.id = assignment.by_id and former.deactivated_at is not null))",
        [id, superior]
    )
}

/// All that somebody is a superior of: what runs first, then what ended, the most urgent first.
pub(crate) async fn of_superior(from: &mut impl Reads, superior: Uuid, locale: Locale) -> Result<Vec<Given>> {
    fetch_all!(
        from,
        Given,
        "select assignment.id, assignment.course_id, assignment.kind, assignment.space_id, assignment.by_id,
             assignment.made_at, assignment.due_at, assignment.mandatory, assignment.ended_at,
             course_text.title as course_title, thing.title as space_title, person.name as by_name
         from assignment join person on person.id = assignment.by_id
         join course_text on course_text.course_id = assignment.course_id
             and course_text.language = coalesce(
                 (select language from course_text as words
                  where words.course_id = assignment.course_id and words.language = $2),
                 (select language from course_text as words
                  where words.course_id = assignment.course_id and words.position = 0))
         left join thing on thing.kind = 'space' and thing.id = assignment.space_id
             and thing.removed_at is null and exists (select 1 from reach
                 where reach.audience_id = thing.audience_id and reach.person_id = $1)
         where assignment.by_id = $1
             or exists (select 1 from membership where membership.space_id = assignment.space_id
                 and membership.person_id = $1 and membership.level = 'owner')
             or exists (select 1 from person as me where me.id = $1 and me.role = 'admin'
                 and person.deactivated_at is not null)
         order by case when assignment.ended_at is null then 0 else 1 end, assignment.due_at, assignment.id
         limit $3",
        [superior, locale.code(), ASSIGNMENTS_MAX_ROWS]
    )
}

/// The four numbers, of those to whom it is assigned now.
pub(crate) async fn standing(from: &mut impl Reads, it: &Assignment) -> Result<Standing> {
    let row = fetch_optional!(
        from,
        Standing,
        "select count(*) as assigned,
             count(case when learner_course.started_at is null then 1 end) as not_started,
             count(case when learner_course.started_at is not null
                 and learner_course.passed_at is null then 1 end) as started,
             count(learner_course.passed_at) as passed
         from assigned left join learner_course on learner_course.person_id = assigned.person_id
             and learner_course.course_id = $2
         where assigned.assignment_id = $1",
        [it.id, it.course_id]
    )?;
    Ok(row.unwrap_or_default())
}

/// Those to whom it is assigned and who have not passed, by name.
pub(crate) async fn not_passed(from: &mut impl Reads, it: &Assignment) -> Result<Vec<Assigned>> {
    fetch_all!(
        from,
        Assigned,
        "select person.id as person_id, person.name
         from assigned join person on person.id = assigned.person_id
         left join learner_course on learner_course.person_id = person.id
             and learner_course.course_id = $2
         where assigned.assignment_id = $1 and learner_course.passed_at is null
         order by person.name, person.id limit $3",
        [it.id, it.course_id, NAMES_MAX_ROWS]
    )
}

/// What was assigned to somebody and runs, the most urgent first.
pub(crate) async fn of_person(from: &mut impl Reads, person: Uuid) -> Result<Vec<Assignment>> {
    fetch_all!(
        from,
        Assignment,
        "select assignment.id, assignment.course_id, assignment.kind, assignment.space_id, assignment.by_id,
             assignment.made_at, assignment.due_at, assignment.mandatory, assignment.ended_at
         from assigned join assignment on assignment.id = assigned.assignment_id
         where assigned.person_id = $1
         order by assignment.due_at, assignment.id limit $2",
        [person, ASSIGNMENTS_MAX_ROWS]
    )
}

pub(crate) async fn end(tx: &mut Tx, id: Uuid) -> Result<()> {
    let at = tx.at().micros();
    execute!(tx, "update assignment set ended_at = coalesce(ended_at, $2) where id = $1", [id, at])
}

pub(crate) async fn set_due(tx: &mut Tx, id: Uuid, due_at: i64) -> Result<()> {
    execute!(tx, "update assignment set due_at = $2 where id = $1", [id, due_at])
}

/// The spaces to which somebody may assign: hers, for an admin all that she reads. Nobody learns by order in
/// a space for practising.
pub(crate) async fn spaces(
    from: &mut impl Reads,
    person: Uuid,
    is_admin: bool,
) -> Result<Vec<(Uuid, String)>> {
    fetch_all!(
        from,
        (Uuid, String),
        "select thing.id, thing.title from thing
         join reach on reach.audience_id = thing.audience_id and reach.person_id = $1
         where thing.kind = 'space' and thing.removed_at is null
             and (cast($2 as bigint) = 1 or exists (select 1 from membership
                 where membership.space_id = thing.id
                     and membership.person_id = $1 and membership.level = 'owner'))
             and not exists (select 1 from practice_space where practice_space.space_id = thing.id)
         order by thing.title, thing.id limit $3",
        [person, i64::from(is_admin), SPACES_MAX_ROWS]
    )
}

/// Colleagues by the beginning of a word of their name; `pattern` as of `access::sought`.
pub(crate) async fn colleagues(from: &mut impl Reads, pattern: &str, limit: i64) -> Result<Vec<Assigned>> {
    fetch_all!(
        from,
        Assigned,
        sqlite: "select id as person_id, name from person
             where role in ('member', 'admin') and deactivated_at is null
                 and (name glob $1 || '*' or name glob '*[- ]' || $1 || '*')
             order by name, id limit $2",
        postgres: "select id as person_id, name from person
             where role in ('member', 'admin') and deactivated_at is null
                 and (name ~ ('^' || $1) or name ~ ('[- ]' || $1))
             order by name, id limit $2",
        [pattern, limit]
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

/// A look at names, if it was hers and is not older than `since`.
pub(crate) async fn look_of(
    from: &mut impl Reads,
    look: Uuid,
    assignment: Uuid,
    by: Uuid,
    since: i64,
) -> Result<Option<i64>> {
    let row: Option<(i64,)> = fetch_optional!(
        from,
        (i64,),
        "select at from standing_look where id = $1 and assignment_id = $2 and by_id = $3 and at >= $4",
        [look, assignment, by, since]
    )?;
    Ok(row.map(|it| it.0))
}

/// Who was named in a look and has still not passed, by name.
pub(crate) async fn named(from: &mut impl Reads, look: Uuid, course: Uuid) -> Result<Vec<Assigned>> {
    fetch_all!(
        from,
        Assigned,
        "select person.id as person_id, person.name
         from standing_named join person on person.id = standing_named.person_id
         left join learner_course on learner_course.person_id = person.id
             and learner_course.course_id = $2
         where standing_named.look_id = $1 and learner_course.passed_at is null
         order by person.name, person.id limit $3",
        [look, course, NAMES_MAX_ROWS]
    )
}

/// Who saw a person's name, when, and in the standing of which course.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Look {
    pub by_name: String,
    pub at: i64,
    pub course_title: String,
}

/// The newest first.
pub(crate) async fn looks_at(from: &mut impl Reads, person: Uuid, locale: Locale) -> Result<Vec<Look>> {
    fetch_all!(
        from,
        Look,
        "select person.name as by_name, standing_look.at, course_text.title as course_title
         from standing_named join standing_look on standing_look.id = standing_named.look_id
         join person on person.id = standing_look.by_id
         join assignment on assignment.id = standing_look.assignment_id
         join course_text on course_text.course_id = assignment.course_id
             and course_text.language = coalesce(
                 (select language from course_text as words
                  where words.course_id = assignment.course_id and words.language = $2),
                 (select language from course_text as words
                  where words.course_id = assignment.course_id and words.position = 0))
         where standing_named.person_id = $1 order by standing_look.at desc limit $3",
        [person, locale.code(), LOOKS_MAX_ROWS]
    )
}
