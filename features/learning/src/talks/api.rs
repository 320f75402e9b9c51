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
}

impl From<Scene> for SceneJson {
    fn from(it: Scene) -> Self {
        let Scene { speaker, line, mood, pose, slide, replies, label: _ } = it;
        Self { speaker, line, mood, pose, slide, replies }
    }
}

async fn talk(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Query(spoken): Query<Spoken>,
) -> Answer<api::Json<TalkJson>> {
    let text = readable_text(&parts, &asking, id, spoken.or(&asking)).await?;
    let scenes = scenes(&text)?.into_iter().map(SceneJson::from).collect();
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
/// Errors: `NotFound`.
pub(crate) async fn readable_text(
    parts: &Parts,
    asking: &Asking,
    chapter: Uuid,
    locale: kernel::Locale,
) -> Result<Text> {
    let mut reader = parts.database.read().await?;
    let course = store::course_of(&mut reader, chapter).await?.ok_or(Error::NotFound)?;
    readable(&mut reader, asking, course, locale).await?;
    store::text(&mut reader, chapter, locale).await?.ok_or(Error::NotFound)
}

pub(crate) fn scenes(text: &Text) -> Result<Vec<Scene>> {
    serde_json::from_str(&text.scenes).map_err(Error::unexpected)
}
