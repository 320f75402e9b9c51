//! The page of a task: what to do, what is there already, what is missing.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::{Error, ids::Uuid};
use page::{Answer, Asking, Colleague, Form, Html, Path, Shell, Spot, Voice, see_other, with_status};
use serde::Deserialize;

use super::api::{look, named};
use super::check::{self, Checked};
use super::skip;
use crate::Parts;
use crate::courses::course::{Chapter, Course};
use crate::courses::web::found;
use crate::courses::withdrawn;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/learn/chapters/{id}/task", Who::Oneself, show)
        .post("/learn/chapters/{id}/task/check", Who::Oneself, look_again)
        .post("/learn/chapters/{id}/task/skip", Who::Oneself, leave_out)
        .done()
}

#[derive(Template)]
#[template(path = "tasks/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    course: Course,
    chapter: Chapter,
    title: String,
    /// Sanitised.
    instruction: String,
    checks: Vec<Checked>,
    is_done: bool,
    /// Whether something can be practised without bothering anybody.
    has_practice: bool,
    /// What was typed, and what is wrong with it.
    reason: String,
    fault: Option<String>,
}

async fn page(
    parts: &Parts,
    asking: &Asking,
    id: Uuid,
    (reason, fault): (String, Option<String>),
) -> kernel::Result<Show> {
    let (course, chapter, _) = found(parts, asking, id).await?;
    let (task, mut checks) = look(parts, asking, id, asking.locale).await?;
    for check in &mut checks {
        check.text = named(&check.text, asking.locale);
        check.missing = named(&check.missing, asking.locale);
    }
    let mut reader = parts.database.read().await?;
    let shell = Shell::load(&mut reader, asking, Spot::Learn).await?;
    let instruction = richtext::from_markdown(&named(&task.instruction, asking.locale));
    Ok(Show {
        v: asking.voice(),
        shell,
        course,
        has_practice: !task.practice.is_empty(),
        is_done: chapter.task.as_deref() == Some("done"),
        chapter,
        title: task.title,
        instruction: richtext::to_html(&instruction),
        checks,
        reason,
        fault,
    })
}

async fn show(State(parts): State<Parts>, Colleague(asking): Colleague, Path(id): Path<Uuid>) -> Answer {
    let (course, ..) = found(&parts, &asking, id).await?;
    if course.withdrawn_at.is_some() {
        return withdrawn::page(&parts, &asking, course).await;
    }
    Ok(Html(page(&parts, &asking, id, (String::new(), None)).await?).into_response())
}

async fn look_again(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Path(id): Path<Uuid>,
) -> Answer {
    found(&parts, &asking, id).await?;
    check::look_again(&parts, asking.person.id, id, asking.locale).await?;
    Ok(see_other(&format!("/learn/chapters/{id}/task")))
}

#[derive(Deserialize)]
struct Reason {
    #[serde(default)]
    reason: String,
}

async fn leave_out(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Path(id): Path<Uuid>,
    Form(sent): Form<Reason>,
) -> Answer {
    found(&parts, &asking, id).await?;
    match skip::skip(&parts, asking.person.id, id, &sent.reason).await {
        Ok(()) => Ok(see_other(&format!("/learn/chapters/{id}"))),
        Err(Error::Invalid { message, .. }) => {
            let fault = Some(asking.locale.say(&message));
            let page = page(&parts, &asking, id, (sent.reason, fault)).await?;
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Err(error) => Err(error.into()),
    }
}
