//! The talk of a draft as learners will see it: nobody's place is kept, nothing counts as heard.

use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::Error;
use kernel::ids::Uuid;
use page::{Answer, Colleague, Html, Path, Query, Shell, Spot, Voice};
use serde::Deserialize;
use serde_json::json;

use super::{author, workshop};
use crate::Parts;
use crate::script::fault::Faults;
use crate::script::{Scene, Slide, talk};
use crate::talks::api::SceneJson;
use crate::talks::web::{FIGURES, ROOM, SAID_BY_THE_BROWSER, template_of, unbroken};

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/learn/authors/{id}/talk", Who::Colleagues, show).done()
}

#[derive(Template)]
#[template(path = "authoring/talk.html")]
struct Show {
    v: Voice,
    shell: Shell,
    course: Uuid,
    course_title: String,
    /// Back to the file; of a talk from a file of questions.
    path: String,
    language: String,
    title: String,
    scenes: Vec<Scene>,
    faults: usize,
    is_recorded: bool,
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

    fn file(&self) -> String {
        format!("/learn/authors/{}/file?path={}", self.course, page::encoded(&self.path))
    }
}

#[derive(Deserialize)]
struct Which {
    /// The talk, or a file beside it.
    path: String,
}

async fn show(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Path(id): Path<Uuid>,
    Query(which): Query<Which>,
) -> Answer {
    let mut reader = parts.database.read().await?;
    let course = author::seen(&mut reader, &asking.person, id).await?;
    let shell = Shell::load(&mut reader, &asking, Spot::Learn).await?;
    drop(reader);
    let files = author::files(&course.files)?;
    let (folder, _) = which.path.rsplit_once('/').ok_or(Error::NotFound)?;
    let (language, _) = folder.split_once('/').ok_or(Error::NotFound)?;
    let file = format!("{folder}/talk.txt");
    let mut faults = Faults::default();
    let (title, scenes) = talk::parse(&file, files.get(&file).ok_or(Error::NotFound)?, &mut faults);
    let v = asking.voice();
    let texts: serde_json::Map<_, _> = SAID_BY_THE_BROWSER
        .iter()
        .map(|it| ((*it).to_owned(), json!(template_of(&v, &format!("learning-talk-{it}")))))
        .collect();
    let told: Vec<SceneJson> = scenes.iter().cloned().map(|it| SceneJson::of(it, &[])).collect();
    let page = Show {
        texts_json: serde_json::to_string(&texts).map_err(Error::unexpected)?,
        scenes_json: unbroken(&told)?,
        course_title: workshop::title(&files, &course.key, asking.locale),
        course: id,
        language: language.to_owned(),
        path: which.path,
        faults: faults.0.len(),
        is_recorded: false,
        title,
        scenes,
        v,
        shell,
    };
    Ok(Html(page).into_response())
}
