//! A link by mail: to sign in without a password, or to choose a new one.

use access::{Person, people, settings};
use askama::Template;
use axum::extract::State as Shared;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use database::Tx;
use feature::{Routes, Who};
use kernel::{Error, Result};
use mail::{Address, Message};
use page::{Answer, Anyone, Asking, Form, Html, Query, Shell, Spot, Voice, with_status};
use serde::Deserialize;

use super::enter::{later, too_often};
use super::link::{LinkKind, link};
use super::then;
use crate::State;
use crate::accounts::store;

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
    email: String,
    problem: String,
    sent: bool,
}

impl Letter {
    async fn load(state: &State, asking: &Asking, reset: bool, then: &str) -> Result<Self> {
        let mut reader = state.parts.database.read().await?;
        let shell = Shell::load(&mut reader, asking, Spot::Nowhere).await?;
        let (then, v) = (then::inside(then).to_owned(), asking.voice());
        Ok(Self { v, shell, reset, then, email: String::new(), problem: String::new(), sent: false })
    }
}

#[derive(Deserialize)]
struct For {
    #[serde(default)]
    reset: String,
    #[serde(default)]
    then: String,
}

async fn ask(Shared(state): Shared<State>, Anyone(asking): Anyone, Query(query): Query<For>) -> Answer {
    let page = Letter::load(&state, &asking, !query.reset.is_empty(), &query.then).await?;
    Ok(Html(page).into_response())
}

#[derive(Deserialize)]
struct Asked {
    email: String,
    #[serde(default)]
    reset: String,
    #[serde(default)]
    then: String,
}

/// The answer is the same for an address that nobody has, and is given without waiting for anything to be
/// looked up, so that it takes as long, too.
async fn send(Shared(state): Shared<State>, Anyone(asking): Anyone, Form(asked): Form<Asked>) -> Answer {
    let kind = if asked.reset.is_empty() { LinkKind::SignIn } else { LinkKind::Reset };
    let mut page = Letter::load(&state, &asking, kind == LinkKind::Reset, &asked.then).await?;
    if let Err(error) = state.tries.count_letter(asking.address) {
        let Error::TooOften { retry_after } = error else { return Err(error.into()) };
        (page.email, page.problem) = (asked.email, too_often(&page.v, retry_after));
        return Ok(later(page, retry_after));
    }
    if let Err(Error::Invalid { message, .. }) = people::email(&asked.email) {
        (page.email, page.problem) = (asked.email, page.v.say(&message));
        return Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page));
    }
    tokio::spawn(async move {
        if let Err(error) = write_to(&state, &asked.email, kind, &asked.then).await {
            tracing::warn!(?error, "a letter could not be written");
        }
    });
    page.sent = true;
    Ok(Html(page).into_response())
}

async fn write_to(state: &State, email: &str, kind: LinkKind, then: &str) -> Result<()> {
    let mut tx = state.parts.database.begin().await?;
    let Some(person) = people::by_email(&mut tx, email).await? else { return Ok(()) };
    if !state.tries.may_write_to(email) {
        return Ok(());
    }
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
    if kind == LinkKind::Invitation {
        store::remove_invitations(tx, person.id).await?;
    }
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
    let address = format!("{}{}", state.parts.gate.absolute(&path), then::query(then));
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
