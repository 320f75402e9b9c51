//! What somebody is to learn, has begun and has passed: for herself alone.

use access::may;
use axum::extract::State;
use database::Reads;
use feature::{Routes, Who};
use kernel::Result;
use kernel::ids::{SpaceId, ThingId, Uuid};
use page::{Answer, Asking, SignedIn, Voice};
use serde::Serialize;

use super::assignment::Assignment;
use super::store::{self, Look};
use super::{settings, web};
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
    let looks = store::looks_at(&mut reader, person, asking.locale).await?;
    let looks = looks.into_iter().map(|it| LookJson { name: it.by_name, at: api::time(it.at) });
    Ok(api::Json(MineJson {
        assignments: assigned.collect(),
        courses: courses.collect(),
        looks: looks.collect(),
    }))
}

/// What stands on her page beside the courses.
pub(crate) struct Mine {
    /// Who saw her name in a standing, the newest first.
    pub looks: Vec<Look>,
    pub names_agreed: bool,
    /// There is something for her to oversee, or there may be.
    pub may_oversee: bool,
}

impl Mine {
    pub async fn load(from: &mut impl Reads, asking: &Asking) -> Result<Self> {
        let me = asking.person.id.uuid();
        let may_oversee = web::may_assign(from, asking).await?
            || !store::of_superior(from, me, asking.locale).await?.is_empty();
        Ok(Self {
            looks: store::looks_at(from, me, asking.locale).await?,
            names_agreed: settings::names_agreed(from).await?,
            may_oversee,
        })
    }
}

/// A number that those see to whom a course is assigned together.
pub(crate) struct Team {
    joined: i64,
    assigned: i64,
    /// The name of the space; of nobody's for the whole house.
    space: Option<String>,
}

impl Team {
    /// "7 von 9 sind dabei."
    pub fn said(&self, v: &Voice) -> String {
        let words = match &self.space {
            Some(space) => kernel::Words::new("learning-mine-joined-space").with("space", space),
            None => kernel::Words::new("learning-mine-joined"),
        };
        v.say(&words.with("joined", self.joined).with("assigned", self.assigned))
    }
}

/// Of the most urgent of these assignments of one course that is for a group of people enough to be counted.
/// Who was chosen one by one is no team, and is not told of the others.
pub(crate) async fn team(
    from: &mut impl Reads,
    asking: &Asking,
    assigned: &[Assignment],
) -> Result<Option<Team>> {
    for it in assigned.iter().filter(|it| it.kind != "people") {
        let standing = store::standing(from, it).await?;
        if !standing.is_counted() {
            continue;
        }
        let space = match it.space_id {
            Some(space) => {
                let space = ThingId::from(SpaceId::from(space));
                may::read(from, &asking.person, &space).await.ok().map(|it| it.title)
            }
            None => None,
        };
        return Ok(Some(Team { joined: standing.joined(), assigned: standing.assigned, space }));
    }
    Ok(None)
}
