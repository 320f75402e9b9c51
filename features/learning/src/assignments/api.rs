//! Assignments for programs.

use axum::extract::State;
use axum::http::StatusCode;
use database::Reads;
use feature::{Routes, Who};
use kernel::clock::Time;
use kernel::ids::Uuid;
use kernel::{Error, Result};
use page::{Answer, Asking, Path, SignedIn};
use serde::{Deserialize, Serialize};

use super::assignment::{Assigned, Assignment, Standing, Whom};
use super::{assign, store};
use crate::Parts;

/// The setting that says `yes` where company and works council agreed that a superior may see the names of
/// who has not passed a mandatory course after its day.
pub(crate) const NAMES: &str = "learning.names";

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .post("/api/v1/assignments", Who::Colleagues, post)
        .get("/api/v1/assignments/{id}/standing", Who::Colleagues, standing)
        .done()
}

#[derive(Deserialize)]
struct Sent {
    course_id: String,
    #[serde(default)]
    everyone: bool,
    space_id: Option<String>,
    person_ids: Option<Vec<String>>,
    due_at: String,
    #[serde(default)]
    mandatory: bool,
}

impl Sent {
    fn whom(&self) -> Result<Whom> {
        let id = |it: &String| it.parse::<Uuid>().map_err(|_| Error::NotFound);
        match (self.everyone, &self.space_id, &self.person_ids) {
            (true, None, None) => Ok(Whom::Everyone),
            (false, Some(space), None) => Ok(Whom::Space(id(space)?)),
            (false, None, Some(people)) => Ok(Whom::People(people.iter().map(id).collect::<Result<_>>()?)),
            _ => Err(Error::invalid("everyone", "learning-assign-whom")),
        }
    }
}

#[derive(Serialize)]
struct AssignmentJson {
    id: Uuid,
    course_id: Uuid,
    due_at: String,
    mandatory: bool,
}

async fn post(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    api::Json(sent): api::Json<Sent>,
) -> Answer<(StatusCode, api::Json<AssignmentJson>)> {
    let course: Uuid = sent.course_id.parse().map_err(|_| Error::NotFound)?;
    let due = sent.due_at.parse::<jiff::Timestamp>();
    let due = due.map_err(|_| Error::invalid("due_at", "learning-due-unreadable"))?;
    let due = Time::from(due.as_microsecond());
    let made = assign::assign(&parts, &asking.person, course, &sent.whom()?, due, sent.mandatory).await?;
    let Assignment { id, course_id, due_at, mandatory, .. } = made;
    let made = AssignmentJson { id, course_id, due_at: api::time(due_at), mandatory: mandatory == 1 };
    Ok((StatusCode::CREATED, api::Json(made)))
}

#[derive(Serialize)]
struct StandingJson {
    #[serde(flatten)]
    standing: Standing,
    /// Who has not passed; only of a mandatory course, after its day, where that was agreed.
    #[serde(skip_serializing_if = "Option::is_none")]
    names: Option<Vec<String>>,
}

async fn standing(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
) -> Answer<api::Json<StandingJson>> {
    let (_, rows, named) = look(&parts, &asking, id).await?;
    let names = named.map(|it| it.into_iter().map(|it| it.name).collect());
    Ok(api::Json(StandingJson { standing: Standing::of(&rows), names }))
}

/// The assignment, all to whom it is assigned (to be counted, never shown), and those who may be named now.
/// Being named is noted, and shown to who was.
///
/// Errors: `NotFound` for who is not its superior.
pub(crate) async fn look(
    parts: &Parts,
    asking: &Asking,
    id: Uuid,
) -> Result<(Assignment, Vec<Assigned>, Option<Vec<Assigned>>)> {
    let mut reader = parts.database.read().await?;
    let superior = asking.person.id.uuid();
    let found = store::find_as_superior(&mut reader, id, superior).await?;
    let found = found.filter(|_| asking.person.role.is_colleague()).ok_or(Error::NotFound)?;
    let rows = store::assigned(&mut reader, &found).await?;
    let overdue = found.mandatory == 1 && asking.now.micros() > found.due_at;
    if !overdue || !names_agreed(&mut reader).await? {
        return Ok((found, rows, None));
    }
    drop(reader);
    let named: Vec<Assigned> = rows.iter().filter(|it| it.passed_at.is_none()).cloned().collect();
    let mut tx = parts.database.begin().await?;
    let look = Uuid::now_v7();
    store::note_look(&mut tx, look, id, superior).await?;
    for one in &named {
        store::note_named(&mut tx, look, one.person_id).await?;
    }
    tx.commit().await?;
    Ok((found, rows, Some(named)))
}

pub(crate) async fn names_agreed(from: &mut impl Reads) -> Result<bool> {
    Ok(access::settings::get(from, NAMES).await?.as_deref() == Some("yes"))
}
