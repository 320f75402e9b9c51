//! The page where the day begins: what waits, what is new, what I am working on.

use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use page::{Answer, Html, Query, Shell, SignedIn, Spot, Voice};
use serde::Deserialize;

use crate::Parts;
use crate::entries::stream::{self, Only, Stream, Wish};

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/", Who::SignedIn, show).done()
}

#[derive(Template)]
#[template(path = "home/show.html")]
struct Home {
    v: Voice,
    shell: Shell,
    greeting: String,
    stream: Stream,
    first_steps: FirstSteps,
}

impl Home {
    /// The attribute that marks the current filter.
    fn current(&self, word: &str) -> &'static str {
        if self.stream.only == Only::of(word) { " aria-current=true" } else { "" }
    }
}

/// What to do where nothing has happened yet.
#[derive(Template)]
#[template(path = "home/_first_steps.html")]
pub(crate) struct FirstSteps {
    pub v: Voice,
    /// Whether she can put something somewhere at all.
    pub may_begin: bool,
}

/// The key of what is said at this hour of the reader's day.
pub(crate) fn greeting(hour: u8) -> &'static str {
    match hour {
        5..=10 => "feed-good-morning",
        11..=17 => "feed-good-day",
        _ => "feed-good-evening",
    }
}

fn hour(v: &Voice) -> u8 {
    let clock = v.clock(&v.now.micros());
    clock.split(':').next().and_then(|it| it.parse().ok()).unwrap_or(12)
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    only: String,
}

async fn show(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let mut reader = parts.database.read().await?;
    let (v, shell) = (asking.voice(), Shell::load(&mut reader, &asking, Spot::Home).await?);
    let wish = Wish { only: Only::of(&wanted.only), ..Wish::default() };
    let stream = stream::load(&mut reader, &parts.known.known(), &asking, wish).await?;
    let greeting = v.t1(greeting(hour(&v)), "name", &asking.person.name);
    let may_begin = shell.is_colleague || !shell.places.is_empty();
    let first_steps = FirstSteps { v: v.clone(), may_begin };
    Ok(Html(Home { v, shell, greeting, stream, first_steps }).into_response())
}
