//! A link by mail: to sign in without a password, or to choose a new one.

use access::{Person, people, settings};
use askama::Template;
use axum::extract::State as Shared;
use axum::response::IntoResponse;
use database::Tx;
use feature::{Routes, Who};
use kernel::{Error, Result};
use mail::{Address, Message};
use page::{Answer, Anyone, Form, Html, Query, Shell, Spot, Voice};
use serde::Deserialize;

use super::link::{LinkKind, link};
use crate::State;

pub(crate) fn routes(state: State) -> Routes {
    Routes::with(state)
        .get("/sign-in/letter", Who::Everybody, ask)
        .post("/sign-in/letter", Who::Everybody, send)
        .done()
}

#[derive(Template)]
#[template(path = "sign_in/letter.html")]
struct Letter {
    v: Voice,
    shell: Shell,
    reset: bool,
    then: String,
    sent: bool,
}

#[derive(Deserialize)]
struct For {
    #[serde(default)]
    reset: String,
    #[serde(default)]
    then: String,
}

async fn ask(Shared(state): Shared<State>, Anyone(asking): Anyone, Query(query): Query<For>) -> Answer {
    let mut reader = state.parts.database.read().await?;
    let shell = Shell::load(&mut reader, &asking, Spot::Nowhere).await?;
    let reset = !query.reset.is_empty();
    Ok(Html(Letter { v: asking.voice(), shell, reset, then: query.then, sent: false }).into_response())
}

#[derive(Deserialize)]
struct Asked {
    email: String,
    #[serde(default)]
    reset: String,
    #[serde(default)]
    then: String,
}

/// The answer is the same for an address that nobody has, and is given before anything is looked up, so that
/// it
/// takes as long, too.
async fn send(Shared(state): Shared<State>, Anyone(asking): Anyone, Form(asked): Form<Asked>) -> Answer {
    state.tries.count(&asked.email, asking.address)?;
    let kind = if asked.reset.is_empty() { LinkKind::SignIn } else { LinkKind::Reset };
    let (worker, then) = (state.clone(), asked.then.clone());
    tokio::spawn(async move {
        if let Err(error) = write_to(&worker, &asked.email, kind, &then).await {
            tracing::warn!(?error, "a letter could not be written");
        }
    });
    let mut reader = state.parts.database.read().await?;
    let shell = Shell::load(&mut reader, &asking, Spot::Nowhere).await?;
    let reset = kind == LinkKind::Reset;
    Ok(Html(Letter { v: asking.voice(), shell, reset, then: String::new(), sent: true }).into_response())
}

async fn write_to(state: &State, email: &str, kind: LinkKind, then: &str) -> Result<()> {
    let mut tx = state.parts.database.begin().await?;
    let Some(person) = people::by_email(&mut tx, email).await? else { return Ok(()) };
    letter(state, &mut tx, &person, kind, then).await?;
    tx.commit().await
}

/// Queues a mail with a fresh link to `person`.
pub(crate) async fn letter(
    state: &State,
    tx: &mut Tx,
    person: &Person,
    kind: LinkKind,
    then: &str,
) -> Result<()> {
    let email = people::email_of(tx, person.id).await?.ok_or(Error::NotFound)?;
    let path = link(tx, person.id, kind, false).await?;
    let locale = match person.language {
        Some(chosen) => chosen,
        None => settings::language(tx).await?,
    };
    let company = settings::get(tx, settings::COMPANY).await?.unwrap_or_else(|| "Mitwerk".to_owned());
    let name = match kind {
        LinkKind::SignIn => "sign-in",
        LinkKind::Reset => "reset",
        LinkKind::Invitation => "invitation",
    };
    let then = if then.is_empty() { String::new() } else { format!("?then={then}") };
    let address = format!("{}{then}", state.parts.gate.absolute(&path));
    let text = locale.t2(&format!("people-letter-{name}"), "name", &person.name, "company", &company);
    let message = Message {
        to: Address::new(&person.name, &email),
        subject: locale.t1(&format!("people-letter-{name}-subject"), "company", &company),
        text: format!("{text}\n\n{address}\n\n{}\n", locale.t("people-letter-foot")),
        auto: true,
        ..Message::default()
    };
    let (key, at) = (access::digest(&path), tx.at());
    let payload = serde_json::to_string(&message).map_err(Error::unexpected)?;
    dispatch::jobs::queue(tx, "mail", &key, &payload, at).await
}
