//! The page on which the presenter tells a chapter.

use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use page::{Answer, Colleague, Html, Path, Shell, Spot, Voice, see_other};

use super::api::{readable_text, scenes, told};
use super::see;
use super::stage::Stage;
use crate::Parts;
use crate::courses::course::{Chapter, Course};
use crate::courses::web::found;
use crate::courses::withdrawn;

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
    title: String,
    stage: Stage,
}

impl Show {
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
    let v = asking.voice();
    let told = told(&parts, id, &text).await?;
    let place = chapter.scene.and_then(|it| usize::try_from(it).ok()).unwrap_or(0);
    let scenes = scenes(&text)?;
    let stage = Stage::of(&v, text.language, scenes, &told, place)?;
    let page = Show { title: text.title, stage, v, shell, course, chapter };
    Ok(Html(page).into_response())
}

/// Heard to the end: on to the game.
async fn seen(State(parts): State<Parts>, Colleague(asking): Colleague, Path(id): Path<Uuid>) -> Answer {
    readable_text(&parts, &asking, id, asking.locale).await?;
    see::see(&parts, asking.person.id, id).await?;
    Ok(see_other(&format!("/learn/chapters/{id}/game")))
}
