//! The talk of a draft as learners will see it: nobody's place is kept, nothing counts as heard.

use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::Error;
use kernel::ids::Uuid;
use page::{Answer, Colleague, Html, Path, Query, Shell, Spot, Voice};
use serde::Deserialize;

use super::{author, workshop};
use crate::Parts;
use crate::script::fault::Faults;
use crate::script::talk;
use crate::talks::api::SceneJson;
use crate::talks::stage::Stage;

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
    title: String,
    stage: Stage,
    faults: usize,
}

impl Show {
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
    let told: Vec<SceneJson> = scenes.iter().cloned().map(|it| SceneJson::of(it, &[])).collect();
    let page = Show {
        stage: Stage::of(&v, language.to_owned(), scenes, &told, 0)?,
        course_title: workshop::title(&files, &course.key, asking.locale),
        course: id,
        path: which.path,
        faults: faults.0.len(),
        title,
        v,
        shell,
    };
    Ok(Html(page).into_response())
}
