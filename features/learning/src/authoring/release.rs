//! From draft to what people learn: what will change is shown before, and what was stays as a version.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Flaw, Result};
use page::{Answer, Asking, Colleague, Form, Html, Path, Shell, Spot, Voice, see_other, toast, with_status};
use serde::Deserialize;

use super::difference::{Change, difference};
use super::store::Draft;
use super::{author, draft, publish, workshop, write};
use crate::Parts;
use crate::courses::store as courses;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/learn/authors/{id}/publish", Who::Colleagues, show)
        .post("/learn/authors/{id}/publish", Who::Colleagues, release)
        .post("/learn/authors/{id}/withdrawal", Who::Colleagues, withdraw)
        .post("/learn/authors/{id}/return", Who::Colleagues, bring_back)
        .post("/learn/authors/{id}/versions/{number}/restoration", Who::Colleagues, restore)
        .post("/learn/authors/{id}/asides/{number}/restoration", Who::Colleagues, restore_aside)
        .done()
}

#[derive(Template)]
#[template(path = "authoring/publish.html")]
struct Show {
    v: Voice,
    shell: Shell,
    course: Draft,
    title: String,
    /// The tag of the draft that is looked at: this one is published, or none.
    base: String,
    changes: Vec<Change>,
    flaws: Vec<Flaw>,
    /// Whether there is anything to publish.
    is_changed: bool,
    /// Somebody saved while this was looked at.
    is_stale: bool,
}

impl Show {
    fn file(&self, flaw: &Flaw) -> String {
        let path = page::encoded(&flaw.file);
        format!("/learn/authors/{}/file?path={path}#line-{}", self.course.id, flaw.line)
    }
}

async fn page(parts: &Parts, asking: &Asking, id: Uuid, is_stale: bool) -> Result<Show> {
    let mut reader = parts.database.read().await?;
    let course = author::seen(&mut reader, &asking.person, id).await?;
    let shell = Shell::load(&mut reader, asking, Spot::Learn).await?;
    let published = courses::published_files(&mut reader, id).await?;
    drop(reader);
    let known = parts.known.known();
    let files = author::files(&course.files)?;
    let published = published.map(|it| author::files(&it)).transpose()?;
    let before = published.as_ref().and_then(|it| draft::read(it, &course.key, &known).ok());
    let (changes, flaws) = match draft::read(&files, &course.key, &known) {
        Ok(now) => (difference(before.as_ref(), &now), Vec::new()),
        Err(faults) => (Vec::new(), faults.0),
    };
    Ok(Show {
        v: asking.voice(),
        shell,
        title: workshop::title(&files, &course.key, asking.locale),
        base: draft::tag(&course.files),
        is_changed: published.as_ref() != Some(&files),
        course,
        changes,
        flaws,
        is_stale,
    })
}

async fn show(State(parts): State<Parts>, Colleague(asking): Colleague, Path(id): Path<Uuid>) -> Answer {
    Ok(Html(page(&parts, &asking, id, false).await?).into_response())
}

#[derive(Deserialize)]
struct Looked {
    #[serde(default)]
    base: String,
}

async fn release(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Path(id): Path<Uuid>,
    Form(looked): Form<Looked>,
) -> Answer {
    match publish::publish_draft(&parts, &asking.person, id, &looked.base).await {
        Ok(()) => {
            let answer = see_other(&format!("/learn/authors/{id}"));
            Ok(toast(answer, &asking.locale.t("learning-author-published")))
        }
        Err(Error::Flawed(_)) => {
            let page = page(&parts, &asking, id, false).await?;
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Err(Error::Conflict(_)) => {
            Ok(with_status(StatusCode::CONFLICT, page(&parts, &asking, id, true).await?))
        }
        Err(error) => Err(error.into()),
    }
}

async fn withdraw(State(parts): State<Parts>, Colleague(asking): Colleague, Path(id): Path<Uuid>) -> Answer {
    publish::withdraw(&parts, &asking.person, id).await?;
    let answer = see_other(&format!("/learn/authors/{id}"));
    Ok(toast(answer, &asking.locale.t("learning-author-is-withdrawn")))
}

async fn bring_back(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Path(id): Path<Uuid>,
) -> Answer {
    publish::bring_back(&parts, &asking.person, id).await?;
    let answer = see_other(&format!("/learn/authors/{id}"));
    Ok(toast(answer, &asking.locale.t("learning-author-is-back")))
}

async fn restore(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Path((id, number)): Path<(Uuid, i64)>,
) -> Answer {
    write::restore(&parts, &asking.person, id, number, false).await?;
    let answer = see_other(&format!("/learn/authors/{id}"));
    Ok(toast(answer, &asking.locale.t("learning-author-restored")))
}

async fn restore_aside(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Path((id, number)): Path<(Uuid, i64)>,
) -> Answer {
    write::restore(&parts, &asking.person, id, number, true).await?;
    let answer = see_other(&format!("/learn/authors/{id}"));
    Ok(toast(answer, &asking.locale.t("learning-author-restored")))
}
