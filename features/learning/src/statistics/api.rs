//! The statistics of a course for its authors.

use axum::extract::State;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Locale};
use page::{Answer, Path, SignedIn};
use serde::Serialize;

use super::question::Share;
use super::report::{self, Told};
use crate::Parts;
use crate::courses::api::{is_author, readable};

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
    /// The other wrong options, the most chosen first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    wrong: Vec<WrongJson>,
}

#[derive(Serialize)]
struct WrongJson {
    text: String,
    people: i64,
}

impl QuestionJson {
    fn of(told: Told, locale: Locale) -> Self {
        let chosen = told.wrong.iter().filter(|(_, people)| *people > 0);
        Self {
            never_chosen: told.never().map(str::to_owned).collect(),
            wrong: chosen.map(|(text, people)| WrongJson { text: text.clone(), people: *people }).collect(),
            said: told.share.is_none().then(|| locale.t("learning-statistics-too-few")),
            id: told.id,
            chapter_id: told.chapter_id,
            prompt: told.prompt,
            first_tries: told.share,
        }
    }
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
    let told = report::report(&mut reader, id, asking.locale).await?;
    let questions = told.into_iter().map(|it| QuestionJson::of(it, asking.locale)).collect();
    Ok(api::Json(StatisticsJson { questions }))
}
