//! What waits for me: a part of the start page, and a page for who has no script.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use feature::{Routes, Waiting, Who};
use kernel::ids::ThingId;
use kernel::when;
use page::{Answer, Asking, Form, Html, Shell, SignedIn, Spot, Voice, see_other};
use serde::Deserialize;

use super::list::{WAITING_MAX_ROWS, waiting};
use super::set_aside::set_aside;
use crate::Parts;

/// When what was put off waits again.
const MORNING_HOUR: i8 = 7;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/waiting", Who::Oneself, show_waiting)
        .post("/waiting/aside", Who::Oneself, put_aside)
        .done()
}

#[derive(Template)]
#[template(path = "waiting/waiting.html")]
struct Frame {
    v: Voice,
    open: Vec<Waiting>,
    /// How many more there are.
    more: usize,
}

impl Frame {
    fn is_late(&self, waiting: &Waiting) -> bool {
        waiting.due.is_some_and(|it| it <= self.v.now.micros())
    }
}

#[derive(Template)]
#[template(path = "waiting/page.html")]
struct WholePage {
    v: Voice,
    shell: Shell,
    frame: Frame,
}

async fn show_waiting(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    headers: HeaderMap,
) -> Answer<Response> {
    answer(&parts, &asking, &headers).await
}

async fn answer(parts: &Parts, asking: &Asking, headers: &HeaderMap) -> Answer<Response> {
    let mut reader = parts.database.read().await?;
    let mut open = waiting(&mut reader, &parts.known.known(), asking).await?;
    let more = open.len().saturating_sub(WAITING_MAX_ROWS);
    open.truncate(WAITING_MAX_ROWS);
    let frame = Frame { v: asking.voice(), open, more };
    if page::is_framed(headers) {
        return Ok(Html(frame).into_response());
    }
    let shell = Shell::load(&mut reader, asking, Spot::Home).await?;
    Ok(Html(WholePage { v: asking.voice(), shell, frame }).into_response())
}

#[derive(Deserialize)]
struct Aside {
    #[serde(default)]
    object: String,
    /// Not empty to be reminded tomorrow morning.
    #[serde(default)]
    later: String,
}

async fn put_aside(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    headers: HeaderMap,
    Form(aside): Form<Aside>,
) -> Answer {
    let object = ThingId::parse(&aside.object)?;
    let later = !aside.later.is_empty();
    let until = later.then(|| when::next_hour(asking.now, &asking.zone, MORNING_HOUR));
    set_aside(&parts.database, asking.person.id, &object, until).await?;
    if page::is_framed(&headers) {
        return answer(&parts, &asking, &headers).await;
    }
    Ok(see_other("/waiting"))
}
