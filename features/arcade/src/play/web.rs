//! The page of a round.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use feature::games::{Deal, Item, Verdict};
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Result};
use page::{Answer, Asking, Colleague, Form, Html, Path, Shell, Spot, Voice, with_status};

use super::{form, texts};
use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/play/{id}", Who::Oneself, show).post("/play/{id}", Who::Oneself, answer).done()
}

#[derive(Template)]
#[template(path = "play/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    deal: Deal,
    /// The question that the form asks: the one just answered, else the first open one.
    item: Option<Item>,
    /// Its number, and of how many.
    number: usize,
    verdict: Option<Verdict>,
    fault: Option<String>,
    /// What was chosen or typed, to be shown again.
    chosen: Vec<(String, String)>,
    /// JSON for the game; `<` is written as `\u003c`, so that nothing in it ends the element.
    round_json: String,
    texts_json: String,
}

/// A round that cannot go on, and why.
#[derive(Template)]
#[template(path = "play/closed.html")]
struct Closed {
    v: Voice,
    shell: Shell,
    why: String,
}

impl Show {
    fn was_chosen(&self, name: &str, value: &str) -> bool {
        self.chosen.iter().any(|(a, b)| a == name && b == value)
    }

    fn typed(&self) -> &str {
        self.chosen.iter().find(|(name, _)| name == "text").map_or("", |(_, value)| value)
    }

    fn was_tried(&self, item: &Item, option: &str) -> Option<String> {
        item.tried.iter().find(|it| it.option == option && it.target.is_none()).map(|it| it.why.clone())
    }
}

/// What the form was sent with, and what came of it.
#[derive(Default)]
struct Sent {
    fields: Vec<(String, String)>,
    verdict: Option<Verdict>,
    fault: Option<String>,
}

async fn page(parts: &Parts, asking: &Asking, id: Uuid, sent: Sent) -> Result<Show> {
    let deal = parts.rounds.dealt(&asking.person, id, asking.locale).await?;
    let answered = sent.fields.iter().find(|(name, _)| name == "item_id").map(|(_, value)| value.clone());
    let same = deal.items.iter().find(|it| Some(it.id.to_string()) == answered);
    // What was tried without success comes again when all others are through.
    let open = deal.items.iter().filter(|it| !it.done).min_by_key(|it| !it.tried.is_empty());
    let item = same.or(open).cloned();
    let number = deal.items.iter().filter(|it| it.done).count();
    let number = number + usize::from(item.as_ref().is_some_and(|it| !it.done));
    let mut reader = parts.database.read().await?;
    let shell = Shell::load(&mut reader, asking, Spot::Learn).await?;
    Ok(Show {
        v: asking.voice(),
        shell,
        round_json: json(&deal)?,
        texts_json: json(&texts::of(&deal, asking.locale))?,
        item,
        number,
        deal,
        verdict: sent.verdict,
        fault: sent.fault,
        chosen: sent.fields,
    })
}

fn json(value: &impl serde::Serialize) -> Result<String> {
    Ok(serde_json::to_string(value).map_err(Error::unexpected)?.replace('<', "\\u003c"))
}

async fn show(State(parts): State<Parts>, Colleague(asking): Colleague, Path(id): Path<Uuid>) -> Answer {
    match page(&parts, &asking, id, Sent::default()).await {
        Ok(page) => Ok(Html(page).into_response()),
        Err(Error::Conflict(words)) => {
            let mut reader = parts.database.read().await?;
            let shell = Shell::load(&mut reader, &asking, Spot::Learn).await?;
            let (v, why) = (asking.voice(), asking.locale.say(&words));
            Ok(with_status(StatusCode::CONFLICT, Closed { v, shell, why }))
        }
        Err(error) => Err(error.into()),
    }
}

async fn answer(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Path(id): Path<Uuid>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let given = form::given(&fields);
    match parts.rounds.answer(&asking.person, id, &given, asking.locale).await {
        Ok(verdict) => {
            let sent = Sent { fields, verdict: Some(verdict), fault: None };
            let page = page(&parts, &asking, id, sent).await?;
            // Turbo draws the answer of a form only if it is no plain 200.
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Err(Error::Invalid { message, .. }) => {
            let fault = Some(asking.locale.say(&message));
            let page = page(&parts, &asking, id, Sent { fields, fault, verdict: None }).await?;
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Err(error) => Err(error.into()),
    }
}
