//! Assignments for programs.

use axum::extract::State;
use axum::http::StatusCode;
use feature::{Routes, Who};
use kernel::clock::Time;
use kernel::ids::Uuid;
use kernel::{Error, Result};
use page::{Answer, Path, SignedIn};
use serde::{Deserialize, Serialize};

use super::assignment::{Assignment, Standing, Whom};
use super::{assign, change, look, settings, store};
use crate::Parts;

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
    let mut reader = parts.database.read().await?;
    let found = change::overseen(&mut reader, &asking.person, id).await?;
    if found.is_over() {
        return Err(Error::NotFound.into());
    }
    let standing = store::standing(&mut reader, &found).await?;
    let shown = found.may_name(asking.now) && settings::names_agreed(&mut reader).await?;
    drop(reader);
    // A program that asks is told the names at once; so each of its questions is a look.
    let names = match shown {
        true => {
            let (_, named) = look::look(&parts, &asking.person, id).await?;
            Some(named.into_iter().map(|it| it.name).collect())
        }
        false => None,
    };
    Ok(api::Json(StandingJson { standing, names }))
}
