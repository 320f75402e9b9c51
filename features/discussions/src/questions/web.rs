//! What waits for me: a part of the start page.

use askama::Template;
use axum::extract::State;
use feature::{Routes, Who};
use page::{Answer, Html, SignedIn, Voice};
use richtext::talk;

use super::store::{self, Open};
use crate::Parts;

/// More than anybody answers in a morning; the oldest come first.
const WAITING_MAX_ROWS: i64 = 20;

/// As much of a question as fits two lines.
const QUESTION_SHOWN_CHARS: usize = 120;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/waiting", Who::Oneself, show_waiting).done()
}

#[derive(Template)]
#[template(path = "questions/waiting.html")]
struct Waiting {
    v: Voice,
    open: Vec<Open>,
}

impl Waiting {
    /// The question in one line.
    fn words(open: &Open) -> String {
        let plain = talk::plain(&open.body);
        let line = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        match line.char_indices().nth(QUESTION_SHOWN_CHARS) {
            Some((end, _)) => format!("{} …", line[..end].trim_end()),
            None => line,
        }
    }
}

async fn show_waiting(State(parts): State<Parts>, SignedIn(asking): SignedIn) -> Answer<Html<Waiting>> {
    let mut reader = parts.database.read().await?;
    let open = store::open_to(&mut reader, &asking.person, WAITING_MAX_ROWS).await?;
    Ok(Html(Waiting { v: asking.voice(), open }))
}
