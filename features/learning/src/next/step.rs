//! The one course to go on with, and its next part.

use kernel::ids::Uuid;
use kernel::{Locale, Result};
use page::Voice;

use crate::Parts;
use crate::assignments::assignment::due_day;
use crate::assignments::store as assignments;
use crate::courses::course::{self, Chapter, Course};
use crate::courses::store as courses;
use crate::courses::web::next;
use crate::progress::store as progress;

/// Courses that are looked into before we say that there is nothing: more than anybody learns at once.
const COURSES_MAX: usize = 12;

pub(crate) struct Step {
    pub course: Course,
    pub chapter: Chapter,
    /// `talk`, `game` or `task`.
    pub part: &'static str,
    pub chapters: usize,
    pub done: usize,
    /// Of an assigned course.
    pub due_at: Option<i64>,
    pub is_mandatory: bool,
}

impl Step {
    pub fn url(&self) -> String {
        format!("/learn/chapters/{}/{}", self.chapter.id, self.part)
    }

    pub fn due(&self, v: &Voice) -> String {
        self.due_at.map(|at| due_day(v.locale, at, v.now, &v.zone)).unwrap_or_default()
    }

    pub fn is_fresh(&self) -> bool {
        self.done == 0 && self.chapter.started_at.is_none()
    }
}

/// What was assigned comes first, by its day; then what she began herself, the newest first. Nothing of what
/// she has passed, and nothing that she neither began nor was asked to learn.
pub(crate) async fn step(parts: &Parts, person: Uuid, locale: Locale) -> Result<Option<Step>> {
    let mut reader = parts.database.read().await?;
    let assigned = assignments::of_person(&mut reader, person).await?;
    let begun = progress::begun(&mut reader, person).await?;
    let mut wanted: Vec<Uuid> = assigned.iter().map(|it| it.course_id).collect();
    wanted.extend(begun.iter().rev().map(|it| it.course_id));
    wanted.retain(|id| !begun.iter().any(|it| it.course_id == *id && it.passed_at.is_some()));
    let mut seen = Vec::new();
    for id in wanted {
        if seen.contains(&id) || seen.len() >= COURSES_MAX {
            continue;
        }
        seen.push(id);
        let Some(course) = courses::find(&mut reader, id, locale).await? else { continue };
        if course.published_at.is_none() || course.withdrawn_at.is_some() {
            continue;
        }
        let chapters = courses::chapters(&mut reader, id, locale, person).await?;
        let states = course::states(&chapters);
        let Some((chapter, part)) = next(&chapters, &states) else { continue };
        let due = assigned.iter().find(|it| it.course_id == id);
        return Ok(Some(Step {
            course,
            chapter,
            part,
            done: chapters.iter().map(Chapter::done).sum(),
            chapters: chapters.len(),
            due_at: due.map(|it| it.due_at),
            is_mandatory: due.is_some_and(|it| it.mandatory == 1),
        }));
    }
    Ok(None)
}
