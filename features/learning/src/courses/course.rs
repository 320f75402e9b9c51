//! A course as it stands in the database, without its contents.

use kernel::ids::Uuid;
use sqlx::FromRow;

kernel::typed_id!(
    /// A course.
    CourseId, "course"
);
kernel::typed_id!(
    /// A chapter of a course.
    ChapterId, "chapter"
);

#[derive(Clone, Debug, FromRow)]
pub(crate) struct Course {
    pub id: Uuid,
    pub owner_id: Uuid,
    pub title: String,
    pub about: String,
    pub published_at: Option<i64>,
    pub withdrawn_at: Option<i64>,
}

/// A chapter and how far somebody is in it.
#[derive(Clone, Debug, FromRow)]
pub(crate) struct Chapter {
    pub id: Uuid,
    pub position: i64,
    pub game: String,
    pub deal: i64,
    pub title: String,
    pub started_at: Option<i64>,
    pub scene: Option<i64>,
    pub seen_at: Option<i64>,
    pub passed_at: Option<i64>,
    pub task: Option<String>,
}

/// Where a chapter stands for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// The chapter before it is not through.
    Locked,
    Open,
    Started,
    Passed,
}

impl State {
    pub fn word(self) -> &'static str {
        match self {
            Self::Locked => "locked",
            Self::Open => "open",
            Self::Started => "started",
            Self::Passed => "passed",
        }
    }
}

impl Chapter {
    pub fn number(&self) -> i64 {
        self.position + 1
    }

    /// Whether the next one opens.
    pub fn opens_next(&self) -> bool {
        self.seen_at.is_some() && self.passed_at.is_some()
    }

    pub fn is_passed(&self) -> bool {
        self.opens_next() && self.task.is_some()
    }

    /// How many of its three parts are done.
    pub fn done(&self) -> usize {
        [self.seen_at.is_some(), self.passed_at.is_some(), self.task.is_some()]
            .iter()
            .filter(|it| **it)
            .count()
    }

    pub fn state(&self, locked: bool) -> State {
        match self.started_at {
            _ if locked => State::Locked,
            _ if self.is_passed() => State::Passed,
            Some(_) => State::Started,
            None => State::Open,
        }
    }
}

/// The chapters of a course with their states: each opens when the one before is through.
pub(crate) fn states(chapters: &[Chapter]) -> Vec<State> {
    let mut open = true;
    let mut states = Vec::with_capacity(chapters.len());
    for chapter in chapters {
        states.push(chapter.state(!open));
        open = open && chapter.opens_next();
    }
    states
}
