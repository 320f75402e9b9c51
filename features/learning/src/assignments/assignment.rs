//! An assignment, and how it stands.

use kernel::ids::Uuid;
use serde::Serialize;

kernel::typed_id!(
    /// A course given to people.
    AssignmentId, "assignment"
);

/// To whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Whom {
    /// Members and admins, whoever they are at the time.
    Everyone,
    /// The colleagues who are members of the space at the time.
    Space(Uuid),
    People(Vec<Uuid>),
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Assignment {
    pub id: Uuid,
    pub course_id: Uuid,
    pub kind: String,
    pub space_id: Option<Uuid>,
    pub by_id: Uuid,
    pub made_at: i64,
    pub due_at: i64,
    pub mandatory: i64,
}

/// All that others see. They add up: assigned = not started + started + passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Standing {
    pub assigned: i64,
    pub not_started: i64,
    pub started: i64,
    pub passed: i64,
}

impl Standing {
    pub fn of(rows: &[Assigned]) -> Self {
        let count =
            |it: fn(&Assigned) -> bool| i64::try_from(rows.iter().filter(|row| it(row)).count()).unwrap_or(0);
        let passed = count(|it| it.passed_at.is_some());
        let started = count(|it| it.started_at.is_some() && it.passed_at.is_none());
        let assigned = i64::try_from(rows.len()).unwrap_or(0);
        Self { assigned, not_started: assigned - started - passed, started, passed }
    }
}

/// One of those to whom it was assigned; of the times only whether there is one is ever shown.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Assigned {
    pub person_id: Uuid,
    pub name: String,
    pub started_at: Option<i64>,
    pub passed_at: Option<i64>,
}
