//! The pages of a course: what there is, and one big "go on".

use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Result};
use page::{Answer, Asking, Colleague, Html, Path, Shell, Spot, Voice, see_other};

use super::api::readable;
use super::course::{self, Chapter, Course, State as Standing};
use super::{store, withdrawn};
use crate::Parts;
use crate::assignments::assignment::due_day;
use crate::assignments::mine::{self, Mine, Team};
use crate::assignments::store as assignments;
use crate::certificates::store as certificates;
use crate::rounds::deal;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/learn", Who::Colleagues, list)
        .get("/learn/courses/{id}", Who::Colleagues, show)
        .get("/learn/chapters/{id}", Who::Colleagues, chapter)
        .get("/learn/chapters/{id}/game", Who::Colleagues, before)
        .post("/learn/chapters/{id}/game", Who::Oneself, begin)
        .get("/learn/chapters/{id}/summary", Who::Colleagues, summary)
        .done()
}

/// A course with how far the reader is in it.
struct Line {
    course: Course,
    done: usize,
    parts: usize,
    due_at: Option<i64>,
    is_mandatory: bool,
    /// There is a certificate to look after.
    is_passed: bool,
    /// How many of those to whom it is assigned have joined in.
    team: Option<Team>,
}

impl Line {
    fn due(&self, v: &Voice) -> String {
        self.due_at.map(|at| due_day(v.locale, at, v.now, &v.zone)).unwrap_or_default()
    }

    fn key(&self) -> &'static str {
        match (self.done, self.parts) {
            (0, _) => "learning-begin",
            (done, parts) if done == parts => "learning-look-again",
            _ => "learning-go-on",
        }
    }
}

#[derive(Template)]
#[template(path = "courses/list.html")]
struct List {
    v: Voice,
    shell: Shell,
    lines: Vec<Line>,
    mine: Mine,
}

impl List {
    fn is_assigned(&self) -> bool {
        self.lines.iter().any(|it| it.due_at.is_some())
    }

    fn is_all_assigned(&self) -> bool {
        self.lines.iter().all(|it| it.due_at.is_some())
    }
}

#[derive(Template)]
#[template(path = "courses/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    line: Line,
    chapters: Vec<(Chapter, Standing)>,
    /// Where to go on: the chapter, and which part of it.
    next: Option<(Chapter, &'static str)>,
}

#[derive(Template)]
#[template(path = "courses/before.html")]
struct Before {
    v: Voice,
    shell: Shell,
    course: Course,
    chapter: Chapter,
    /// Why it cannot be played now, as a key of a text.
    closed: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "courses/summary.html")]
struct Summary {
    v: Voice,
    shell: Shell,
    course: Course,
    chapter: Chapter,
    /// Sanitised.
    html: String,
}

async fn line(parts: &Parts, asking: &Asking, course: Course) -> Result<(Line, Vec<Chapter>)> {
    let mut reader = parts.database.read().await?;
    let person = asking.person.id.uuid();
    let chapters = store::chapters(&mut reader, course.id, asking.locale, person).await?;
    let mut assigned = assignments::of_person(&mut reader, person).await?;
    assigned.retain(|it| it.course_id == course.id);
    let team = mine::team(&mut reader, asking, &assigned).await?;
    let assigned = assigned.first();
    let line = Line {
        done: chapters.iter().map(Chapter::done).sum(),
        parts: chapters.len() * 3,
        due_at: assigned.map(|it| it.due_at),
        is_mandatory: assigned.is_some_and(|it| it.mandatory == 1),
        is_passed: certificates::own(&mut reader, person, course.id).await?.is_some(),
        team,
        course,
    };
    Ok((line, chapters))
}

async fn list(State(parts): State<Parts>, Colleague(asking): Colleague) -> Answer {
    let mut reader = parts.database.read().await?;
    let shell = Shell::load(&mut reader, &asking, Spot::Learn).await?;
    let is_admin = asking.person.role == access::CompanyRole::Admin;
    let courses = store::list(&mut reader, asking.locale, asking.person.id.uuid(), is_admin).await?;
    let mine = Mine::load(&mut reader, &asking).await?;
    drop(reader);
    let mut lines = Vec::with_capacity(courses.len());
    // Drafts stand among the courses of their authors.
    for course in courses.into_iter().filter(|it| it.published_at.is_some()) {
        lines.push(line(&parts, &asking, course).await?.0);
    }
    Ok(Html(List { v: asking.voice(), shell, lines, mine }).into_response())
}

async fn show(State(parts): State<Parts>, Colleague(asking): Colleague, Path(id): Path<Uuid>) -> Answer {
    let mut reader = parts.database.read().await?;
    let course = readable(&mut reader, &asking, id, asking.locale).await?;
    if course.withdrawn_at.is_some() {
        return withdrawn::page(&parts, &asking, course).await;
    }
    let shell = Shell::load(&mut reader, &asking, Spot::Learn).await?;
    drop(reader);
    let (line, chapters) = line(&parts, &asking, course).await?;
    let states = course::states(&chapters);
    let next = next(&chapters, &states);
    let chapters = chapters.into_iter().zip(states).collect();
    Ok(Html(Show { v: asking.voice(), shell, line, chapters, next }).into_response())
}

/// The first part that is not done, in an open chapter.
pub(crate) fn next(chapters: &[Chapter], states: &[Standing]) -> Option<(Chapter, &'static str)> {
    let open = chapters.iter().zip(states).filter(|(_, state)| **state != Standing::Locked);
    let parts = |it: &Chapter| match (it.seen_at, it.passed_at, it.task.as_deref()) {
        (None, ..) => Some("talk"),
        (_, None, _) => Some("game"),
        (_, _, None) => Some("task"),
        _ => None,
    };
    open.filter_map(|(it, _)| Some((it.clone(), parts(it)?))).next()
}

/// The course of a chapter, the chapter, and where it stands.
pub(crate) async fn found(
    parts: &Parts,
    asking: &Asking,
    chapter: Uuid,
) -> Result<(Course, Chapter, Standing)> {
    let mut reader = parts.database.read().await?;
    let id = store::course_of(&mut reader, chapter).await?.ok_or(Error::NotFound)?;
    let course = readable(&mut reader, asking, id, asking.locale).await?;
    let chapters = store::chapters(&mut reader, id, asking.locale, asking.person.id.uuid()).await?;
    let states = course::states(&chapters);
    let found = chapters.into_iter().zip(states).find(|(it, _)| it.id == chapter);
    found.map(|(chapter, state)| (course, chapter, state)).ok_or(Error::NotFound)
}

async fn chapter(State(parts): State<Parts>, Colleague(asking): Colleague, Path(id): Path<Uuid>) -> Answer {
    let (course, ..) = found(&parts, &asking, id).await?;
    Ok(see_other(&format!("/learn/courses/{}#chapter-{id}", course.id)))
}

async fn before(State(parts): State<Parts>, Colleague(asking): Colleague, Path(id): Path<Uuid>) -> Answer {
    let (course, chapter, state) = found(&parts, &asking, id).await?;
    if course.withdrawn_at.is_some() {
        return withdrawn::page(&parts, &asking, course).await;
    }
    let closed = (state == Standing::Locked).then_some("learning-locked");
    let mut reader = parts.database.read().await?;
    let shell = Shell::load(&mut reader, &asking, Spot::Learn).await?;
    Ok(Html(Before { v: asking.voice(), shell, course, chapter, closed }).into_response())
}

async fn begin(State(parts): State<Parts>, Colleague(asking): Colleague, Path(id): Path<Uuid>) -> Answer {
    let round = deal::deal(&parts, &asking.person, id, asking.locale).await?;
    Ok(see_other(&format!("/play/{round}")))
}

async fn summary(State(parts): State<Parts>, Colleague(asking): Colleague, Path(id): Path<Uuid>) -> Answer {
    let (course, chapter, _) = found(&parts, &asking, id).await?;
    let mut reader = parts.database.read().await?;
    let text = store::text(&mut reader, id, asking.locale).await?.ok_or(Error::NotFound)?;
    let shell = Shell::load(&mut reader, &asking, Spot::Learn).await?;
    let html = richtext::to_html(&richtext::from_markdown(&text.summary));
    Ok(Html(Summary { v: asking.voice(), shell, course, chapter, html }).into_response())
}
