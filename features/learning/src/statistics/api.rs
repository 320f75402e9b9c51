//! The statistics of a course for its authors.

use axum::extract::State;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Locale};
use page::{Answer, Path, SignedIn};
use serde::Serialize;

use super::question::{self, Share};
use super::store::{self, First};
use crate::Parts;
use crate::courses::api::{is_author, readable};
use crate::script::Question;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/api/v1/courses/{id}/statistics", Who::Colleagues, show).done()
}

#[derive(Serialize)]
struct StatisticsJson {
    questions: Vec<QuestionJson>,
}

#[derive(Serialize)]
struct QuestionJson {
    id: Uuid,
    chapter_id: Uuid,
    prompt: String,
    /// Nothing while there are fewer than five people; then `said` says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    first_tries: Option<Share>,
    #[serde(skip_serializing_if = "Option::is_none")]
    said: Option<String>,
    /// Wrong options that nobody chose at first: they teach nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    never_chosen: Vec<String>,
}

/// Errors: `NotFound` for who is no author of the course.
async fn show(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
) -> Answer<api::Json<StatisticsJson>> {
    let mut reader = parts.database.read().await?;
    let course = readable(&mut reader, &asking, id, asking.locale).await?;
    if !is_author(&asking, &course) {
        return Err(Error::NotFound.into());
    }
    let tries = store::first_tries(&mut reader, id).await?;
    let mut questions = Vec::new();
    for asked in store::questions(&mut reader, id, asking.locale.code()).await? {
        let body: Question = serde_json::from_str(&asked.body).map_err(Error::unexpected)?;
        let mine: Vec<&First> = tries.iter().filter(|it| it.question_id == asked.id).collect();
        questions.push(told((asked.id, asked.chapter_id), &body, &mine, asking.locale));
    }
    Ok(api::Json(StatisticsJson { questions }))
}

fn told((id, chapter_id): (Uuid, Uuid), body: &Question, tries: &[&First], locale: Locale) -> QuestionJson {
    let people = i64::try_from(tries.len()).unwrap_or(i64::MAX);
    let right = i64::try_from(tries.iter().filter(|it| it.first == "right").count()).unwrap_or(0);
    let first_tries = question::share(right, people);
    let chosen: Vec<usize> = tries
        .iter()
        .flat_map(|it| serde_json::from_str::<Vec<usize>>(&it.chosen).unwrap_or_default())
        .collect();
    let never = body.options.iter().enumerate().filter(|(at, it)| !it.right && !chosen.contains(at));
    let never_chosen = match first_tries {
        Some(_) if body.kind.chooses() => never.map(|(_, it)| it.text.clone()).collect(),
        _ => Vec::new(),
    };
    QuestionJson {
        id,
        chapter_id,
        prompt: body.prompt.clone(),
        said: first_tries.is_none().then(|| locale.t("learning-statistics-too-few")),
        first_tries,
        never_chosen,
    }
}
