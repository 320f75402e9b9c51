//! The first start: the company gets a name, and somebody who administers the house.

use access::{CompanyRole, people, same, settings};
use askama::Template;
use axum::extract::State as Shared;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use feature::{Routes, Who};
use kernel::{Error, Locale, Result, limits};
use page::{Answer, Anyone, Asking, Form, Html, Query, Shell, Spot, Voice, with_status};
use serde::Deserialize;

use crate::State;
use crate::accounts::{password, store};
use crate::sign_in::enter::enter;

pub(crate) fn routes(state: State) -> Routes {
    Routes::with(state).get("/setup", Who::LinkHolders, show).post("/setup", Who::LinkHolders, set_up).done()
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Given {
    key: String,
    company: String,
    language: String,
    name: String,
    email: String,
    password: String,
}

#[derive(Template)]
#[template(path = "setup/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    given: Given,
    field: &'static str,
    problem: String,
}

impl Show {
    fn is_wrong(&self, field: &str) -> bool {
        self.field == field
    }
}

#[derive(Deserialize)]
struct Key {
    #[serde(default)]
    key: String,
}

/// Headers that a proxy adds. Behind one that nobody told us to trust, everybody seems to sit at the
/// machine.
const OF_PROXIES: [&str; 5] = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];

/// Whoever sits at the machine, or holds the link from its log; and only while nobody has an account.
///
/// Errors: `NotFound` once somebody has one, `Forbidden` for everybody else, who is told where the link is.
async fn may_set_up(state: &State, asking: &Asking, headers: &HeaderMap, key: &str) -> Result<()> {
    let mut reader = state.parts.database.read().await?;
    if !people::is_empty(&mut reader).await? {
        return Err(Error::NotFound);
    }
    let sits_there = asking.address.is_loopback() && !OF_PROXIES.iter().any(|it| headers.contains_key(*it));
    let may = sits_there || same(key, &state.parts.setup.key);
    if may { Ok(()) } else { Err(Error::forbidden("people-setup-where")) }
}

async fn show(
    Shared(state): Shared<State>,
    Anyone(asking): Anyone,
    headers: HeaderMap,
    Query(query): Query<Key>,
) -> Answer {
    may_set_up(&state, &asking, &headers, &query.key).await?;
    let mut reader = state.parts.database.read().await?;
    let shell = Shell::load(&mut reader, &asking, Spot::Nowhere).await?;
    let given = Given { key: query.key, language: asking.locale.code().to_owned(), ..Given::default() };
    Ok(Html(Show { v: asking.voice(), shell, given, field: "", problem: String::new() }).into_response())
}

async fn set_up(
    Shared(state): Shared<State>,
    Anyone(asking): Anyone,
    headers: HeaderMap,
    Form(given): Form<Given>,
) -> Answer {
    may_set_up(&state, &asking, &headers, &given.key).await?;
    match make(&state, &headers, &given).await {
        Ok(response) => Ok(response),
        Err(Error::Invalid { field, message }) => {
            let mut reader = state.parts.database.read().await?;
            let (v, shell) = (asking.voice(), Shell::load(&mut reader, &asking, Spot::Nowhere).await?);
            let problem = v.say(&message);
            let given = Given { password: String::new(), ..given };
            let page = Show { v, shell, given, field, problem };
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Err(error) => Err(error.into()),
    }
}

async fn make(state: &State, headers: &HeaderMap, given: &Given) -> Result<Response> {
    let company = kernel::line::parse("company", &given.company, limits::NAME_LENGTH_MAX_CHARS)?;
    let language = Locale::parse(&given.language).unwrap_or_default();
    kernel::line::parse("name", &given.name, limits::NAME_LENGTH_MAX_CHARS)?;
    let email = people::email(&given.email)?;
    password::check(&given.password, &email, &given.name)?;
    let hash = state.passwords.hash(given.password.clone()).await?;
    let mut tx = state.parts.database.begin().await?;
    if !people::is_empty(&mut tx).await? {
        return Err(Error::NotFound);
    }
    settings::put(&mut tx, settings::COMPANY, &company).await?;
    settings::put(&mut tx, settings::LANGUAGE, language.code()).await?;
    let admin = people::add(&mut tx, &given.name, &email, CompanyRole::Admin).await?;
    store::put_password(&mut tx, admin.id, &hash).await?;
    tx.commit().await?;
    enter(state, admin.id, headers, "/").await
}
