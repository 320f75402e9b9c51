//! Tasks for programs.

use axum::extract::State;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Locale, Result};
use page::{Answer, Asking, Path, Query, SignedIn};
use serde::{Deserialize, Serialize};

use super::check::{self, Checked};
use super::skip;
use crate::Parts;
use crate::courses::api::Spoken;
use crate::script::Task;
use crate::talks::api::readable_text;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/api/v1/chapters/{id}/task", Who::Oneself, show)
        .post("/api/v1/chapters/{id}/task/check", Who::Oneself, look_again)
        .post("/api/v1/chapters/{id}/task/skip", Who::Oneself, leave_out)
        .done()
}

#[derive(Serialize)]
struct TaskJson {
    title: String,
    /// Markdown, with the names of the buttons.
    instruction: String,
    checks: Vec<CheckJson>,
    passed: bool,
}

#[derive(Serialize)]
struct CheckJson {
    text: String,
    done: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    missing: Option<String>,
}

impl TaskJson {
    fn of(task: &Task, checked: Vec<Checked>, locale: Locale) -> Self {
        let checks = checked.into_iter().map(|it| CheckJson {
            text: named(&it.text, locale),
            missing: (!it.done).then(|| named(&it.missing, locale)),
            done: it.done,
        });
        let checks: Vec<CheckJson> = checks.collect();
        Self {
            title: task.title.clone(),
            instruction: named(&task.instruction, locale),
            passed: checks.iter().all(|it| it.done),
            checks,
        }
    }
}

/// With the names of buttons as they stand on the pages: `{{documents-upload}}`.
pub(crate) fn named(text: &str, locale: Locale) -> String {
    let (mut named, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((key, after)) = after.split_once("}}") else { break };
        named.push_str(before);
        named.push_str(&locale.t(key.trim()));
        rest = after;
    }
    named.push_str(rest);
    named
}

async fn show(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Query(spoken): Query<Spoken>,
) -> Answer<api::Json<TaskJson>> {
    let locale = spoken.or(&asking);
    let (task, checked) = look(&parts, &asking, id, locale).await?;
    Ok(api::Json(TaskJson::of(&task, checked, locale)))
}

/// The task and its checks as they are now.
///
/// Errors: `NotFound` for a chapter that this person may not know of.
pub(crate) async fn look(
    parts: &Parts,
    asking: &Asking,
    chapter: Uuid,
    locale: Locale,
) -> Result<(Task, Vec<Checked>)> {
    readable_text(parts, asking, chapter, locale).await?;
    let mut reader = parts.database.read().await?;
    let task = check::task(&mut reader, chapter, locale).await?;
    let known = parts.known.known();
    let checked = check::check(&mut reader, &known, asking.person.id, chapter, &task).await?;
    Ok((task, checked))
}

async fn look_again(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Query(spoken): Query<Spoken>,
) -> Answer<api::Json<TaskJson>> {
    let locale = spoken.or(&asking);
    readable_text(&parts, &asking, id, locale).await?;
    let (task, checked) = check::look_again(&parts, asking.person.id, id, locale).await?;
    Ok(api::Json(TaskJson::of(&task, checked, locale)))
}

#[derive(Deserialize)]
struct Reason {
    #[serde(default)]
    reason: String,
}

async fn leave_out(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    api::Json(sent): api::Json<Reason>,
) -> Answer<api::Json<TaskJson>> {
    readable_text(&parts, &asking, id, asking.locale).await?;
    skip::skip(&parts, asking.person.id, id, &sent.reason).await?;
    let (task, checked) = look(&parts, &asking, id, asking.locale).await?;
    Ok(api::Json(TaskJson::of(&task, checked, asking.locale)))
}
