//! The page on which authors see how their questions do.

use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::Error;
use kernel::ids::Uuid;
use page::{Answer, Colleague, Html, Path, Shell, Spot, Voice};

use super::question::{PEOPLE_MIN, Share};
use super::report::{self, Told};
use crate::Parts;
use crate::courses::api::{is_author, readable};
use crate::courses::course::{Chapter, Course};
use crate::courses::store;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/learn/authors/{id}/statistics", Who::Colleagues, show).done()
}

struct Part {
    chapter: Chapter,
    told: Vec<Told>,
    /// Those with too few answers.
    few: Vec<Told>,
}

#[derive(Template)]
#[template(path = "statistics/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    course: Course,
    chapters: Vec<Part>,
    /// From how many people on something is shown.
    people_min: i64,
}

impl Show {
    /// For a drawing of the width 100.
    fn at(&self, share: &f64) -> String {
        format!("{:.1}", share.clamp(0.0, 1.0) * 100.0)
    }

    fn width(&self, share: &Share) -> String {
        format!("{:.1}", (share.to.min(1.0) - share.from.max(0.0)).max(0.0) * 100.0)
    }

    #[expect(clippy::cast_possible_truncation, reason = "a share of a hundred")]
    fn percent(&self, share: &f64) -> i64 {
        (share.clamp(0.0, 1.0) * 100.0).round() as i64
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "a number of people")]
    fn right(&self, share: &Share) -> i64 {
        (share.right * share.people as f64).round() as i64
    }

    fn interval(&self, share: &Share) -> String {
        let (from, to) = (self.percent(&share.from), self.percent(&share.to));
        self.v.t2("learning-statistics-interval", "from", from, "to", to)
    }
}

async fn show(State(parts): State<Parts>, Colleague(asking): Colleague, Path(id): Path<Uuid>) -> Answer {
    let mut reader = parts.database.read().await?;
    let course = readable(&mut reader, &asking, id, asking.locale).await?;
    if !is_author(&asking, &course) {
        return Err(Error::NotFound.into());
    }
    let shell = Shell::load(&mut reader, &asking, Spot::Learn).await?;
    let mut told = report::report(&mut reader, id, asking.locale).await?;
    let person = asking.person.id.uuid();
    let mut chapters = Vec::new();
    for chapter in store::chapters(&mut reader, id, asking.locale, person).await? {
        let (mine, rest): (Vec<Told>, _) = told.into_iter().partition(|it| it.chapter_id == chapter.id);
        told = rest;
        let (told, few) = mine.into_iter().partition(|it| it.share.is_some());
        chapters.push(Part { chapter, told, few });
    }
    let v = asking.voice();
    Ok(Html(Show { v, shell, course, chapters, people_min: PEOPLE_MIN }).into_response())
}
