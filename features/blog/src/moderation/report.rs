//! Somebody thinks that a comment should not stand there, and says why.

use api::Json;
use askama::Template;
use axum::extract::State as Shared;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use feature::{Routes, Who};
use kernel::ids::{PersonId, Uuid};
use kernel::{Error, Locale, Result, limits, line};
use page::{Answer, Anyone, Asking, Form, Html, Path, Voice};
use serde::Deserialize;
use serde_json::json;

use super::store;
use crate::Parts;
use crate::activity::REPORTED;
use crate::comments::comment::{Comment, State};
use crate::comments::{store as comments, write};
use crate::public::site::Site;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/comments/{id}/report", Who::Everybody, show)
        .post("/comments/{id}/report", Who::Everybody, send)
        .post("/api/v1/comments/{id}/report", Who::Everybody, send_by_program)
        .done()
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    reason: String,
    law: String,
    email: String,
}

/// Errors: `NotFound` for what nobody reads, `Invalid` on `reason`, `law` or `email`.
async fn report(parts: &Parts, asking: &Asking, id: Uuid, typed: &Typed, locale: Locale) -> Result<Uuid> {
    let reason = line::lines("reason", &typed.reason, limits::ABOUT_LENGTH_MAX_CHARS)?;
    if reason.is_empty() {
        return Err(Error::invalid("reason", "blog-report-reason-missing"));
    }
    let law = line::optional("law", &typed.law, limits::NOTE_LENGTH_MAX_CHARS)?;
    let mut tx = parts.database.begin().await?;
    let comment = comments::find(&mut tx, id).await?.filter(|it| it.state == State::Shown);
    let comment = comment.ok_or(Error::NotFound)?;
    let visitor = match typed.email.trim() {
        "" => None,
        email => Some(visitors::meet(&mut tx, email, locale).await?.id),
    };
    let at = tx.at().micros();
    let language = locale.code().to_owned();
    let report =
        store::Report { id: Uuid::now_v7(), comment_id: id, visitor_id: visitor, reason, law, language, at };
    store::insert_report(&mut tx, &report).await?;
    let actor = if asking.person.is_somebody() { asking.person.id } else { PersonId::NOBODY };
    write::tell(&mut tx, actor, REPORTED, &comment);
    tx.commit().await?;
    Ok(report.id)
}

#[derive(Template)]
#[template(path = "moderation/report.html")]
struct Show {
    v: Voice,
    site: Site,
    comment: Comment,
    typed: Typed,
    field: &'static str,
    problem: String,
    thanked: bool,
}

impl Show {
    fn is_wrong(&self, field: &str) -> bool {
        self.field == field
    }

    fn page_title(&self) -> String {
        self.v.t(if self.thanked { "blog-report-thanks" } else { "blog-report-heading" })
    }
}

async fn load(parts: &Parts, asking: &Asking, id: Uuid) -> Result<Show> {
    let mut reader = parts.database.read().await?;
    let comment = comments::find(&mut reader, id).await?.filter(|it| it.state == State::Shown);
    let comment = comment.ok_or(Error::NotFound)?;
    let site = Site::load(parts, &mut reader, asking).await?;
    let (v, typed) = (site.v.clone(), Typed::default());
    Ok(Show { v, site, comment, typed, field: "", problem: String::new(), thanked: false })
}

async fn show(Shared(parts): Shared<Parts>, Anyone(asking): Anyone, Path(id): Path<Uuid>) -> Answer {
    Ok(Html(load(&parts, &asking, id).await?).into_response())
}

fn with(status: StatusCode, page: Show) -> Response {
    page::with_status(status, page)
}

async fn send(
    Shared(parts): Shared<Parts>,
    Anyone(asking): Anyone,
    Path(id): Path<Uuid>,
    Form(typed): Form<Typed>,
) -> Answer {
    parts.visitors.doors.count(asking.address)?;
    let mut page = load(&parts, &asking, id).await?;
    match report(&parts, &asking, id, &typed, asking.locale).await {
        Ok(_) => {
            page.thanked = true;
            Ok(with(StatusCode::OK, page))
        }
        Err(Error::Invalid { field, message }) => {
            (page.field, page.problem, page.typed) = (field, page.v.say(&message), typed);
            Ok(with(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Err(error) => Err(error.into()),
    }
}

async fn send_by_program(
    Shared(parts): Shared<Parts>,
    Anyone(asking): Anyone,
    Path(id): Path<Uuid>,
    headers: HeaderMap,
    Json(typed): Json<Typed>,
) -> Answer {
    if !asking.person.is_somebody() {
        let answer = visitors::work_answer(&headers);
        if let Err(refusal) = parts.visitors.doors.pass(asking.address, answer, asking.now)? {
            return Ok(refusal.problem(&asking.voice()));
        }
    }
    let id = report(&parts, &asking, id, &typed, asking.locale).await?;
    Ok((StatusCode::CREATED, Json(json!({ "id": id }))).into_response())
}
