//! Courses in and out, for programs.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, line};
use page::{Answer, Colleague, Path, Query, SignedIn};
use serde::{Deserialize, Serialize};

use super::read::{self, Format};
use super::{archive, gift_out};
use crate::Parts;
use crate::authoring::store as drafts;
use crate::courses::api::{is_author, readable};
use crate::courses::{publish, store};
use crate::script::{Course, Files};

pub(crate) const TITLE_MAX_CHARS: usize = 120;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .post("/api/v1/courses/import", Who::Colleagues, import)
        .get("/api/v1/courses/{id}/export", Who::Colleagues, export)
        .done()
}

#[derive(Deserialize)]
struct Wanted {
    format: Option<String>,
    title: Option<String>,
}

#[derive(Serialize)]
struct Imported {
    course_id: Uuid,
    questions: usize,
}

async fn import(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Query(wanted): Query<Wanted>,
    body: Bytes,
) -> Answer {
    let format = Format::of(&wanted.format.unwrap_or_default());
    let format = format.ok_or_else(|| Error::invalid("format", "learning-import-format"))?;
    let title = match format {
        Format::Zip => String::new(),
        _ => line::parse("title", &wanted.title.unwrap_or_default(), TITLE_MAX_CHARS)?,
    };
    let key = format!("course-{}", Uuid::now_v7().simple());
    let files = read::files(format, &body, &key, &title, asking.locale)?;
    let known = parts.known.known();
    let course = Course::read(&files, &|game, kind| known.plays(game, kind.word())).map_err(Error::from)?;
    let questions = course.chapters.iter().filter_map(|it| it.texts.values().next());
    let questions = questions.map(|it| it.questions.len()).sum();
    let is_admin = asking.person.role == access::CompanyRole::Admin;
    let mut tx = parts.database.begin().await?;
    let course_id = publish::publish(&mut tx, &course, &files, asking.person.id, is_admin).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, api::Json(Imported { course_id, questions })).into_response())
}

#[derive(Deserialize)]
struct As {
    #[serde(rename = "as")]
    format: Option<String>,
    /// `draft` for what its authors are working on, which may be wrong; else what is published.
    of: Option<String>,
}

/// The files as a zip, or with `?as=gift` the questions alone: for its authors, since all that is right
/// stands in them.
async fn export(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Query(wanted): Query<As>,
) -> Answer {
    let mut reader = parts.database.read().await?;
    let course = readable(&mut reader, &asking, id, asking.locale).await?;
    if !is_author(&asking, &course) {
        return Err(Error::forbidden("learning-export-authors").into());
    }
    let files = match wanted.of.as_deref() {
        Some("draft") => drafts::find(&mut reader, course.id).await?.map(|it| it.files),
        _ => store::published_files(&mut reader, course.id).await?,
    };
    let files = files.ok_or(Error::NotFound)?;
    drop(reader);
    let files: Files = serde_json::from_str(&files).map_err(Error::unexpected)?;
    let (bytes, kind, name) = if wanted.format.as_deref() == Some("gift") {
        let known = parts.known.known();
        let read = Course::read(&files, &|game, kind| known.plays(game, kind.word()));
        let read = read.map_err(Error::from)?;
        let language = asking.locale.code();
        let texts = read.chapters.iter().filter_map(|it| it.texts.get(language).or(it.texts.values().next()));
        let text: String = texts.map(|it| gift_out::write(&it.questions)).collect();
        (text.into_bytes(), "text/plain; charset=utf-8", "course.gift")
    } else {
        (archive::pack(&files)?, "application/zip", "course.zip")
    };
    let disposition = format!("attachment; filename=\"{name}\"");
    let disposition = HeaderValue::from_str(&disposition).map_err(Error::unexpected)?;
    let headers = [(CONTENT_TYPE, HeaderValue::from_static(kind)), (CONTENT_DISPOSITION, disposition)];
    Ok((headers, bytes).into_response())
}
