//! The page of what was found.

use std::time::Duration;

use access::Named;
use access::spaces::{self, Place};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::{Error, limits};
use page::{Answer, Html, Query, Shell, SignedIn, Spot, Voice, encoded, with_status};
use serde::Deserialize;

use super::line::{self, Line};
use super::look::{FAMILIES, Found, Piece, id_of, look};
use super::quick;
use super::store::{self, Narrowed};
use crate::Parts;

/// Hits on one page.
const PAGE_HITS: usize = 20;

const DAY: Duration = Duration::from_secs(86_400);

/// More days than anybody has been at work here.
const DAYS_MAX: u32 = 36_600;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/search", Who::SignedIn, show)
        .get("/search/quick", Who::SignedIn, quick::answer)
        .done()
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Asked {
    q: String,
    space: String,
    kind: String,
    /// Who wrote it.
    person: String,
    /// Days back, as a number; empty for any time.
    since: String,
    /// How many were shown before.
    from: usize,
}

#[derive(Template)]
#[template(path = "find/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    asked: Asked,
    /// What was wrong with the question.
    wrong: Option<String>,
    people: Vec<Named>,
    lines: Vec<Line>,
    count: usize,
    is_more: bool,
    spaces: Vec<Place>,
    everybody: Vec<Named>,
    kinds: Vec<&'static str>,
    times: [&'static str; 4],
    next: Option<usize>,
}

impl Show {
    fn is_in(&self, place: &Place) -> bool {
        self.asked.space == place.id.to_string()
    }

    fn is_kind(&self, kind: &str) -> bool {
        self.asked.kind == kind
    }

    fn is_by(&self, person: &Named) -> bool {
        self.asked.person == person.id.to_string()
    }

    fn is_since(&self, since: &str) -> bool {
        self.asked.since == since
    }

    fn narrowed(&self) -> usize {
        let Asked { space, kind, person, since, .. } = &self.asked;
        [space, kind, person, since].into_iter().filter(|it| !it.is_empty()).count()
    }

    fn is_empty(&self) -> bool {
        self.people.is_empty() && self.lines.is_empty()
    }

    /// The same question, further down the list.
    fn address_of(&self, next: &usize) -> String {
        let Asked { q, space, kind, person, since, .. } = &self.asked;
        let values = [("q", q), ("space", space), ("kind", kind), ("person", person), ("since", since)];
        let query = values.map(|(name, value)| format!("{name}={}", encoded(value)));
        format!("/search?{}&from={next}", query.join("&"))
    }

    /// Everywhere and of every kind.
    fn address_of_all(&self) -> String {
        format!("/search?q={}", encoded(&self.asked.q))
    }
}

async fn show(State(parts): State<Parts>, SignedIn(asking): SignedIn, Query(asked): Query<Asked>) -> Answer {
    let v = asking.voice();
    let days: u32 = asked.since.parse().unwrap_or(0);
    let since = if days == 0 { 0 } else { asking.now.minus(DAY * days.min(DAYS_MAX)).micros() };
    let (space, author) = (id_of(&asked.space)?, id_of(&asked.person)?);
    let narrowed = Narrowed { space, author, kind: asked.kind.clone(), since };
    let piece = Piece { skip: asked.from, limit: PAGE_HITS };
    let mut reader = parts.database.read().await?;
    let (found, wrong) = match look(&mut reader, &asking.person, &asked.q, &narrowed, piece).await {
        Err(Error::Invalid { field: "q", message }) => (Found::default(), Some(v.say(&message))),
        found => (found?, None),
    };
    let Found { people, hits, count, is_more } = found;
    let is_wrong = wrong.is_some();
    let page = Show {
        lines: line::lines(&mut reader, &parts.known.known(), &asking, hits).await?,
        spaces: spaces::mine(&mut reader, &asking.person, limits::LIST_LENGTH_MAX_ROWS).await?,
        everybody: store::everybody(&mut reader, &asking.person, limits::LIST_LENGTH_MAX_ROWS).await?,
        shell: Shell::load(&mut reader, &asking, Spot::Search).await?,
        kinds: ["document", "post", "comment", "person", "space"].into_iter().chain(FAMILIES).collect(),
        times: ["", "7", "30", "365"],
        next: piece.next(count),
        v,
        asked,
        wrong,
        people,
        count,
        is_more,
    };
    if is_wrong {
        return Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page));
    }
    Ok(Html(page).into_response())
}
