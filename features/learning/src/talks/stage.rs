//! What stands on the page of a talk, whether it is a published one or that of a draft: the room, the
//! presenter, what he says, and the wording beside it. Drawn by `_stage.html` and `_wording.html`.

use kernel::{Error, Result};
use page::Voice;
use serde_json::json;

use super::api::SceneJson;
use crate::script::{Scene, Slide};

/// The room with its flip chart; what is written on the chart lies between the two drawings.
const ROOM: &str = include_str!("../../../../web/talk/room.svg");

/// Frank Mertens and Ute; the browser moves them.
const FIGURES: &str = include_str!("../../../../web/talk/figures.svg");

/// What the browser says on its own, without `learning-talk-`.
const SAID_BY_THE_BROWSER: &[&str] =
    &["play", "pause", "go-on", "again", "count", "left", "left-one", "left-none"];

pub(crate) struct Stage {
    /// In which the talk is; not always what the reader reads elsewhere.
    pub language: String,
    pub scenes: Vec<Scene>,
    /// Whether something can be heard where the browser has no voice.
    pub is_recorded: bool,
    /// Where it goes on, counted from 0.
    pub place: usize,
    /// JSON in which `<` is written as `\u003c`, so that nothing in it ends the element.
    pub scenes_json: String,
    pub texts_json: String,
}

impl Stage {
    /// `told` are the same scenes as the browser is told them.
    ///
    /// Errors: `Unexpected` for what is no JSON.
    pub fn of(
        v: &Voice,
        language: String,
        scenes: Vec<Scene>,
        told: &[SceneJson],
        place: usize,
    ) -> Result<Self> {
        let texts: serde_json::Map<_, _> = SAID_BY_THE_BROWSER
            .iter()
            .map(|it| ((*it).to_owned(), json!(template_of(v, &format!("learning-talk-{it}")))))
            .collect();
        Ok(Self {
            texts_json: serde_json::to_string(&texts).map_err(Error::unexpected)?,
            scenes_json: serde_json::to_string(told).map_err(Error::unexpected)?.replace('<', "\\u003c"),
            is_recorded: told.iter().any(SceneJson::is_recorded),
            place: place.min(scenes.len().saturating_sub(1)),
            language,
            scenes,
        })
    }

    pub fn picture(&self) -> String {
        [ROOM, FIGURES].concat()
    }

    pub fn first(&self) -> Option<&Scene> {
        self.scenes.first()
    }

    /// The slide of this scene, if it was not there before.
    pub fn turned(&self, index: &usize) -> Option<&Slide> {
        let before = index.checked_sub(1).and_then(|it| self.scenes.get(it));
        let slide = self.scenes.get(*index)?.slide.as_ref()?;
        (before.and_then(|it| it.slide.as_ref()) != Some(slide)).then_some(slide)
    }
}

/// The text with `{n}` and `{count}` left for the browser to fill in.
fn template_of(v: &Voice, key: &str) -> String {
    v.t2(key, "n", "{n}", "count", "{count}")
}
