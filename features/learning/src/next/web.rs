//! The frame for home: one card and one link, or nothing at all.

use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use page::{Answer, Html, SignedIn, Voice};

use super::step::{self, Step};
use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/learn/next", Who::Oneself, show).done()
}

#[derive(Template)]
#[template(path = "next/frame.html")]
struct Frame {
    v: Voice,
    step: Option<Step>,
}

async fn show(State(parts): State<Parts>, SignedIn(asking): SignedIn) -> Answer {
    let step = if asking.person.role.is_colleague() {
        step::step(&parts, asking.person.id.uuid(), asking.locale).await?
    } else {
        None
    };
    Ok(Html(Frame { v: asking.voice(), step }).into_response())
}
