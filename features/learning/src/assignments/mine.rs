//! What somebody is to learn, has begun and has passed: for herself alone.

use axum::extract::State;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use page::{Answer, SignedIn};
use serde::Serialize;

use super::store;
use crate::Parts;
use crate::progress::store as progress;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/api/v1/me/learning", Who::Oneself, mine).done()
}

#[derive(Serialize)]
struct MineJson {
    assignments: Vec<AssignedJson>,
    courses: Vec<BegunJson>,
    /// Who was shown my name in a standing.
    looks: Vec<LookJson>,
}

#[derive(Serialize)]
struct AssignedJson {
    course_id: Uuid,
    due_at: String,
    mandatory: bool,
}

#[derive(Serialize)]
struct BegunJson {
    course_id: Uuid,
    started_at: String,
    passed_at: Option<String>,
    certificate_url: Option<String>,
}

#[derive(Serialize)]
struct LookJson {
    name: String,
    at: String,
}

async fn mine(State(parts): State<Parts>, SignedIn(asking): SignedIn) -> Answer<api::Json<MineJson>> {
    let person = asking.person.id.uuid();
    let mut reader = parts.database.read().await?;
    let assigned = store::of_person(&mut reader, person).await?.into_iter().map(|it| AssignedJson {
        course_id: it.course_id,
        due_at: api::time(it.due_at),
        mandatory: it.mandatory == 1,
    });
    let courses = progress::begun(&mut reader, person).await?.into_iter().map(|it| BegunJson {
        course_id: it.course_id,
        started_at: api::time(it.started_at),
        passed_at: it.passed_at.map(api::time),
        certificate_url: it.code.map(|code| format!("/certificates/{code}")),
    });
    let looks = store::looks_at(&mut reader, person).await?;
    let looks = looks.into_iter().map(|it| LookJson { name: it.by_name, at: api::time(it.at) });
    Ok(api::Json(MineJson {
        assignments: assigned.collect(),
        courses: courses.collect(),
        looks: looks.collect(),
    }))
}
