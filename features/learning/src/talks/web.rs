//! The page on which the presenter tells a chapter.

use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Result};
use page::{Answer, Colleague, Html, Path, Shell, Spot, Voice, see_other};
use serde_json::json;

use super::api::{SceneJson, readable_text, scenes, told};
use super::see;
use crate::Parts;
use crate::courses::course::{Chapter, Course};
use crate::courses::web::found;
use crate::courses::withdrawn;
use crate::script::{Scene, Slide};

/// The room with its flip chart; what is written on the chart lies between the two drawings.
pub(crate) const ROOM: &str = include_str!("../../../../web/talk/room.svg");

/// Frank Mertens and Ute; the browser moves them.
pub(crate) const FIGURES: &str = include_str!("../../../../web/talk/figures.svg");

/// What the browser says on its own, without `learning-talk-`.
pub(crate) const SAID_BY_THE_BROWSER: &[&str] =
    &["play", "pause", "go-on", "again", "count", "left", "left-one", "left-none"];

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/learn/chapters/{id}/talk", Who::Colleagues, show)
        .post("/learn/chapters/{id}/talk/seen", Who::Oneself, seen)
        .done()
}

#[derive(Template)]
#[template(path = "talks/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    course: Course,
    chapter: Chapter,
    /// In which the talk is; not always what the reader reads elsewhere.
    language: String,
    title: String,
    scenes: Vec<Scene>,
    /// Whether something can be heard where the browser has no voice.
    is_recorded: bool,
    /// Where it goes on, counted from 0.
    place: usize,
    /// JSON in which `<` is written as `\u003c`, so that nothing in it ends the element.
    scenes_json: String,
    texts_json: String,
}

impl Show {
    fn picture(&self) -> String {
        [ROOM, FIGURES].concat()
    }

    fn first(&self) -> Option<&Scene> {
        self.scenes.first()
    }

    /// The slide of this scene, if it was not there before.
    fn turned(&self, index: &usize) -> Option<&Slide> {
        let before = index.checked_sub(1).and_then(|it| self.scenes.get(it));
        let slide = self.scenes.get(*index)?.slide.as_ref()?;
        (before.and_then(|it| it.slide.as_ref()) != Some(slide)).then_some(slide)
    }

    fn game(&self) -> String {
        self.v.t(&format!("learning-game-{}", self.chapter.game))
    }
}

async fn show(State(parts): State<Parts>, Colleague(asking): Colleague, Path(id): Path<Uuid>) -> Answer {
    let (course, chapter, _) = found(&parts, &asking, id).await?;
    if course.withdrawn_at.is_some() {
        return withdrawn::page(&parts, &asking, course).await;
    }
    let text = readable_text(&parts, &asking, id, asking.locale).await?;
    let mut reader = parts.database.read().await?;
    let shell = Shell::load(&mut reader, &asking, Spot::Learn).await?;
    let (v, scenes) = (asking.voice(), scenes(&text)?);
    let texts: serde_json::Map<_, _> = SAID_BY_THE_BROWSER
        .iter()
        .map(|it| ((*it).to_owned(), json!(template_of(&v, &format!("learning-talk-{it}")))))
        .collect();
    let told = told(&parts, id, &text).await?;
    let place = chapter.scene.and_then(|it| usize::try_from(it).ok()).unwrap_or(0);
    let page = Show {
        texts_json: serde_json::to_string(&texts).map_err(Error::unexpected)?,
        scenes_json: unbroken(&told)?,
        is_recorded: told.iter().any(SceneJson::is_recorded),
        place: place.min(scenes.len().saturating_sub(1)),
        language: text.language,
        title: text.title,
        v,
        shell,
        course,
        chapter,
        scenes,
    };
    Ok(Html(page).into_response())
}

/// The text with `{n}` and `{count}` left for the browser to fill in.
pub(crate) fn template_of(v: &Voice, key: &str) -> String {
    v.t2(key, "n", "{n}", "count", "{count}")
}

pub(crate) fn unbroken(scenes: &[SceneJson]) -> Result<String> {
    Ok(serde_json::to_string(scenes).map_err(Error::unexpected)?.replace('<', "\\u003c"))
}

/// Heard to the end: on to the game.
async fn seen(State(parts): State<Parts>, Colleague(asking): Colleague, Path(id): Path<Uuid>) -> Answer {
    readable_text(&parts, &asking, id, asking.locale).await?;
    see::see(&parts, asking.person.id, id).await?;
    Ok(see_other(&format!("/learn/chapters/{id}/game")))
}
