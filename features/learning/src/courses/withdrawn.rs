//! A course that was withdrawn says so, and what stays: nobody stands before a closed door without a word.

use askama::Template;
use axum::response::IntoResponse;
use page::{Answer, Asking, Html, Shell, Spot, Voice};

use super::api::is_author;
use super::course::{Chapter, Course};
use super::store;
use crate::Parts;
use crate::certificates::store as certificates;

#[derive(Template)]
#[template(path = "courses/withdrawn.html")]
struct Withdrawn {
    v: Voice,
    shell: Shell,
    course: Course,
    /// The chapters whose summaries she may go on reading: those she had begun.
    begun: Vec<Chapter>,
    done: i64,
    parts: i64,
    /// There is a certificate, which stays.
    is_passed: bool,
    is_author: bool,
}

/// In place of the course, of its talks, games and tasks.
pub(crate) async fn page(parts: &Parts, asking: &Asking, course: Course) -> Answer {
    let mut reader = parts.database.read().await?;
    let shell = Shell::load(&mut reader, asking, Spot::Learn).await?;
    let person = asking.person.id.uuid();
    let chapters = store::chapters(&mut reader, course.id, asking.locale, person).await?;
    let done: usize = chapters.iter().map(Chapter::done).sum();
    let page = Withdrawn {
        v: asking.voice(),
        shell,
        is_author: is_author(asking, &course),
        is_passed: certificates::own(&mut reader, person, course.id).await?.is_some(),
        done: i64::try_from(done).unwrap_or(0),
        parts: i64::try_from(chapters.len() * 3).unwrap_or(0),
        begun: chapters.into_iter().filter(|it| it.started_at.is_some()).collect(),
        course,
    };
    Ok(Html(page).into_response())
}
