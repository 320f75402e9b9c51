//! Courses for programs: what there is, and how far I am.

use api::{List, Listing};
use axum::extract::State;
use database::{Reader, Reads};
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Locale, Result};
use page::{Answer, Asking, Path, Query, SignedIn};
use serde::{Deserialize, Serialize};

use super::course::{self, Chapter, Course, State as Standing};
use super::store;
use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/api/v1/courses", Who::SignedIn, list)
        .get("/api/v1/courses/{id}", Who::SignedIn, show)
        .done()
}

/// `?language=de`, else what the person reads.
#[derive(Deserialize)]
pub(crate) struct Spoken {
    language: Option<String>,
}

impl Spoken {
    pub fn or(&self, asking: &Asking) -> Locale {
        self.language.as_deref().and_then(Locale::parse).unwrap_or(asking.locale)
    }
}

#[derive(Serialize)]
struct CourseJson {
    id: Uuid,
    title: String,
    about: String,
    languages: Vec<String>,
    chapters: Vec<ChapterJson>,
    /// `draft`, `published` or `withdrawn`.
    state: &'static str,
}

#[derive(Serialize)]
struct ChapterJson {
    id: Uuid,
    number: i64,
    title: String,
    game: String,
    /// `locked`, `open`, `started` or `passed`.
    state: &'static str,
    /// The scene of the talk at which to go on, counted from 0.
    place: i64,
    parts: PartsJson,
}

#[derive(Serialize)]
struct PartsJson {
    talk: &'static str,
    game: &'static str,
    task: &'static str,
}

impl ChapterJson {
    fn of((chapter, state): (&Chapter, &Standing)) -> Self {
        let done = |is: bool| match (is, *state) {
            (true, _) => "done",
            (_, Standing::Locked) => "locked",
            _ => "open",
        };
        let task = match chapter.task.as_deref() {
            Some("skipped") => "skipped",
            task => done(task.is_some()),
        };
        let talk = if chapter.seen_at.is_some() { "done" } else { "open" };
        Self {
            id: chapter.id,
            number: chapter.number(),
            title: chapter.title.clone(),
            game: chapter.game.clone(),
            state: state.word(),
            place: chapter.scene.unwrap_or_default(),
            parts: PartsJson { talk, game: done(chapter.passed_at.is_some()), task },
        }
    }
}

async fn whole(from: &mut impl Reads, course: Course, locale: Locale, person: Uuid) -> Result<CourseJson> {
    let chapters = store::chapters(from, course.id, locale, person).await?;
    let states = course::states(&chapters);
    Ok(CourseJson {
        id: course.id,
        languages: store::languages(from, course.id).await?,
        chapters: chapters.iter().zip(&states).map(ChapterJson::of).collect(),
        state: match (course.published_at, course.withdrawn_at) {
            (_, Some(_)) => "withdrawn",
            (Some(_), _) => "published",
            _ => "draft",
        },
        title: course.title,
        about: course.about,
    })
}

/// Courses are for colleagues: for others there are none.
async fn list(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Query(spoken): Query<Spoken>,
    Query(listing): Query<Listing>,
) -> Answer<api::Json<List<CourseJson>>> {
    let locale = spoken.or(&asking);
    let mut reader = parts.database.read().await?;
    let mut found = Vec::new();
    if asking.person.role.is_colleague() {
        let is_admin = asking.person.role == access::CompanyRole::Admin;
        let courses = store::list(&mut reader, locale, asking.person.id.uuid(), is_admin).await?;
        let after: Option<Uuid> = listing.after()?;
        let skipped =
            after.and_then(|it| courses.iter().position(|course| course.id == it)).map_or(0, |it| it + 1);
        let wanted = usize::try_from(listing.limit()? + 1).unwrap_or(usize::MAX);
        for course in courses.into_iter().skip(skipped).take(wanted) {
            found.push(whole(&mut reader, course, locale, asking.person.id.uuid()).await?);
        }
    }
    Ok(api::Json(List::cut(found, listing.limit()?, |it| it.id.to_string())))
}

async fn show(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Query(spoken): Query<Spoken>,
) -> Answer<api::Json<CourseJson>> {
    let locale = spoken.or(&asking);
    let mut reader = parts.database.read().await?;
    let course = readable(&mut reader, &asking, id, locale).await?;
    Ok(api::Json(whole(&mut reader, course, locale, asking.person.id.uuid()).await?))
}

/// The course, if this person may know of it.
///
/// Errors: `NotFound` for who is no colleague, and for the draft of somebody else.
pub(crate) async fn readable(
    reader: &mut Reader,
    asking: &Asking,
    id: Uuid,
    locale: Locale,
) -> Result<Course> {
    if !asking.person.role.is_colleague() {
        return Err(Error::NotFound);
    }
    let course = store::find(reader, id, locale).await?.ok_or(Error::NotFound)?;
    if course.published_at.is_none() && !is_author(asking, &course) {
        return Err(Error::NotFound);
    }
    Ok(course)
}

/// Who may change it and see how its questions do.
pub(crate) fn is_author(asking: &Asking, course: &Course) -> bool {
    asking.person.role == access::CompanyRole::Admin
        || asking.person.role.is_colleague() && course.owner_id == asking.person.id.uuid()
}
