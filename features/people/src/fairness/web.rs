//! Everything that could show how a person works, for everybody to read.

use api::{Json, List};
use askama::Template;
use axum::extract::State as Shared;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::evaluation::Evaluation;
use page::{Answer, Html, Shell, SignedIn, Spot, Voice};
use serde::Serialize;

use crate::State;

pub(crate) fn routes(state: State) -> Routes {
    Routes::with(state)
        .get("/fairness", Who::SignedIn, show)
        .get("/api/v1/fairness", Who::SignedIn, list)
        .done()
}

/// In the reader's words.
#[derive(Serialize)]
struct Told {
    purpose: String,
    data: String,
    seen_by: String,
    kept: String,
}

impl Told {
    fn new(v: &Voice, it: &Evaluation) -> Self {
        Self { purpose: v.t(it.purpose), data: v.t(it.data), seen_by: v.t(it.seen_by), kept: v.t(it.kept) }
    }
}

#[derive(Template)]
#[template(path = "fairness/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    evaluations: Vec<Told>,
}

async fn show(Shared(state): Shared<State>, SignedIn(asking): SignedIn) -> Answer {
    let mut reader = state.parts.database.read().await?;
    let (v, shell) = (asking.voice(), Shell::load(&mut reader, &asking, Spot::Nowhere).await?);
    let known = state.parts.known.known();
    let evaluations = known.evaluations().iter().map(|it| Told::new(&v, it)).collect();
    Ok(Html(Show { v, shell, evaluations }).into_response())
}

async fn list(Shared(state): Shared<State>, SignedIn(asking): SignedIn) -> Answer {
    let (v, known) = (asking.voice(), state.parts.known.known());
    let all: Vec<Told> = known.evaluations().iter().map(|it| Told::new(&v, it)).collect();
    Ok(Json(List::whole(all)).into_response())
}
