//! The talk for programs.

use axum::extract::State;
use axum::http::StatusCode;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Result};
use page::{Answer, Asking, Path, Query, SignedIn};
use serde::{Deserialize, Serialize};

use super::see;
use crate::Parts;
use crate::courses::api::{Spoken, readable};
use crate::courses::store::{self, Text};
use crate::recordings::recording::{Recording, words_of};
use crate::recordings::store as recordings;
use crate::script::talk::SCENES_MAX;
use crate::script::{Reply, Scene, Slide};

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/api/v1/chapters/{id}/talk", Who::Colleagues, talk)
        .post("/api/v1/chapters/{id}/talk/seen", Who::Oneself, seen)
        .put("/api/v1/chapters/{id}/talk/place", Who::Oneself, place)
        .done()
}

#[derive(Serialize)]
struct TalkJson {
    title: String,
    language: String,
    scenes: Vec<SceneJson>,
}

#[derive(Serialize)]
pub(crate) struct SceneJson {
    speaker: String,
    line: String,
    mood: String,
    pose: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    slide: Option<Slide>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    replies: Vec<Reply>,
    /// Where the line can be heard, if somebody spoke it.
    #[serde(skip_serializing_if = "Option::is_none")]
    recording: Option<String>,
}

impl SceneJson {
    pub fn of(it: Scene, recordings: &[Recording]) -> Self {
        let words = words_of(&it);
        let recording = recordings.iter().find(|it| it.words == words).map(Recording::url);
        let Scene { speaker, line, mood, pose, slide, replies, label: _ } = it;
        Self { speaker, line, mood, pose, slide, replies, recording }
    }

    pub fn is_recorded(&self) -> bool {
        self.recording.is_some()
    }
}

async fn talk(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Query(spoken): Query<Spoken>,
) -> Answer<api::Json<TalkJson>> {
    let text = readable_text(&parts, &asking, id, spoken.or(&asking)).await?;
    let scenes = told(&parts, id, &text).await?;
    Ok(api::Json(TalkJson { title: text.title, language: text.language, scenes }))
}

async fn seen(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
) -> Answer<StatusCode> {
    readable_text(&parts, &asking, id, asking.locale).await?;
    see::see(&parts, asking.person.id, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
struct Place {
    /// Counted from 0.
    scene: usize,
}

async fn place(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    api::Json(place): api::Json<Place>,
) -> Answer<StatusCode> {
    readable_text(&parts, &asking, id, asking.locale).await?;
    let scene = i64::try_from(place.scene.min(SCENES_MAX)).unwrap_or(0);
    see::keep_place(&parts, asking.person.id, id, scene).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The texts of a chapter whose course this person may know of.
///
/// Errors: `NotFound`, `Conflict` if it was withdrawn.
pub(crate) async fn readable_text(
    parts: &Parts,
    asking: &Asking,
    chapter: Uuid,
    locale: kernel::Locale,
) -> Result<Text> {
    let mut reader = parts.database.read().await?;
    let course = store::course_of(&mut reader, chapter).await?.ok_or(Error::NotFound)?;
    let course = readable(&mut reader, asking, course, locale).await?;
    if course.withdrawn_at.is_some() {
        return Err(Error::conflict("learning-withdrawn"));
    }
    store::text(&mut reader, chapter, locale).await?.ok_or(Error::NotFound)
}

/// The scenes with the voices that they were given.
pub(crate) async fn told(parts: &Parts, chapter: Uuid, text: &Text) -> Result<Vec<SceneJson>> {
    let mut reader = parts.database.read().await?;
    let recordings = recordings::of_chapter(&mut reader, chapter, &text.language).await?;
    Ok(scenes(text)?.into_iter().map(|it| SceneJson::of(it, &recordings)).collect())
}

pub(crate) fn scenes(text: &Text) -> Result<Vec<Scene>> {
    serde_json::from_str(&text.scenes).map_err(Error::unexpected)
}
