//! Courses in and out, for programs.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Locale, line};
use page::{Answer, Colleague, Path, Query, SignedIn};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{aiken, archive, compose, gift, gift_out};
use crate::Parts;
use crate::courses::api::readable;
use crate::courses::{publish, store};
use crate::script::fault::Faults;
use crate::script::{Course, Files};

const TITLE_MAX_CHARS: usize = 120;

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
    let format = wanted.format.unwrap_or_default();
    let files = if format == "zip" {
        archive::unpack(&body)?
    } else {
        let title = wanted.title.unwrap_or_default();
        let title = line::parse("title", &title, TITLE_MAX_CHARS)?;
        let text = std::str::from_utf8(&body);
        let text = text.map_err(|_| Error::invalid("file", "learning-import-not-text"))?;
        let mut faults = Faults::default();
        let questions = match format.as_str() {
            "gift" => gift::parse(text, &mut faults),
            "aiken" => aiken::parse(text, &mut faults),
            _ => return Err(Error::invalid("format", "learning-import-format").into()),
        };
        if questions.is_empty() && faults.is_empty() {
            faults.add("", 1, "learning-import-nothing");
        }
        if !faults.is_empty() {
            return Ok(refused(&faults, asking.locale));
        }
        let key = format!("course-{}", Uuid::now_v7().simple());
        compose::compose(&key, &title, questions, asking.locale)
    };
    let known = parts.known.known();
    let course = match Course::read(&files, &|game, kind| known.plays(game, kind.word())) {
        Ok(course) => course,
        Err(faults) => return Ok(refused(&faults, asking.locale)),
    };
    let questions = course.chapters.iter().filter_map(|it| it.texts.values().next());
    let questions = questions.map(|it| it.questions.len()).sum();
    let is_admin = asking.person.role == access::CompanyRole::Admin;
    let mut tx = parts.database.begin().await?;
    let course_id = publish::publish(&mut tx, &course, &files, asking.person.id, is_admin).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, api::Json(Imported { course_id, questions })).into_response())
}

/// 422 with every fault and its line; nothing was taken.
fn refused(faults: &Faults, locale: Locale) -> Response {
    let body = json!({
        "type": "about:blank",
        "title": locale.t("learning-import-refused"),
        "status": 422,
        "detail": locale.t("learning-import-refused-more"),
        "errors": faults.json(locale),
    });
    let kind = HeaderValue::from_static("application/problem+json");
    (StatusCode::UNPROCESSABLE_ENTITY, [(CONTENT_TYPE, kind)], body.to_string()).into_response()
}

#[derive(Deserialize)]
struct As {
    #[serde(rename = "as")]
    format: Option<String>,
}

/// The published files as a zip, or with `?as=gift` the questions alone.
async fn export(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Query(wanted): Query<As>,
) -> Answer {
    let mut reader = parts.database.read().await?;
    let course = readable(&mut reader, &asking, id, asking.locale).await?;
    let files = store::published_files(&mut reader, course.id).await?.ok_or(Error::NotFound)?;
    drop(reader);
    let files: Files = serde_json::from_str(&files).map_err(Error::unexpected)?;
    let (bytes, kind, name) = if wanted.format.as_deref() == Some("gift") {
        let known = parts.known.known();
        let read = Course::read(&files, &|game, kind| known.plays(game, kind.word()));
        let read = read.map_err(|_| Error::unexpected("a published course cannot be read"))?;
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
