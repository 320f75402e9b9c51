//! The door: signing in with a password, and out again.

use access::{people, sessions};
use askama::Template;
use axum::extract::State as Shared;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::{Error, Result};
use page::{Answer, Anyone, Asking, By, Form, Gate, Html, Query, Shell, Spot, Voice, see_other, with_status};
use serde::Deserialize;

use super::enter::{clear_browser, enter, later, too_often};
use super::then;
use crate::State;
use crate::accounts::store;

pub(crate) fn routes(state: State) -> Routes {
    Routes::with(state)
        .get("/sign-in", Who::Everybody, show)
        .post("/sign-in", Who::Everybody, sign_in)
        .post("/sign-out", Who::Everybody, sign_out)
        .done()
}

#[derive(Template)]
#[template(path = "sign_in/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    then: String,
    email: String,
    problem: String,
}

impl Show {
    async fn load(state: &State, asking: &Asking, then: &str, email: String) -> Result<Self> {
        let mut reader = state.parts.database.read().await?;
        let shell = Shell::load(&mut reader, asking, Spot::Nowhere).await?;
        let (then, problem) = (then::inside(then).to_owned(), String::new());
        Ok(Self { v: asking.voice(), shell, then, email, problem })
    }
}

#[derive(Deserialize)]
pub(crate) struct Then {
    #[serde(default)]
    pub then: String,
}

async fn show(Shared(state): Shared<State>, Anyone(asking): Anyone, Query(query): Query<Then>) -> Answer {
    if asking.person.is_somebody() {
        let there = then::inside(&query.then);
        return Ok(see_other(if there.is_empty() { "/" } else { there }));
    }
    Ok(Html(Show::load(&state, &asking, &query.then, String::new()).await?).into_response())
}

#[derive(Deserialize)]
struct Given {
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    then: String,
}

/// For an address that nobody has, and for somebody without a password, as much is done as for a wrong one.
async fn sign_in(
    Shared(state): Shared<State>,
    Anyone(asking): Anyone,
    headers: HeaderMap,
    Form(given): Form<Given>,
) -> Answer {
    if let Err(error) = state.tries.count_guess(&given.email, asking.address) {
        let Error::TooOften { retry_after } = error else { return Err(error.into()) };
        let mut page = Show::load(&state, &asking, &given.then, given.email).await?;
        page.problem = too_often(&page.v, retry_after);
        return Ok(later(page, retry_after));
    }
    let mut reader = state.parts.database.read().await?;
    let person = people::by_email(&mut reader, &given.email).await?;
    let hash = store::password_of(&mut reader, person.as_ref().map(|it| it.id)).await?;
    drop(reader);
    if state.passwords.is(given.password, hash).await?
        && let Some(person) = person
    {
        state.tries.succeeded(&given.email, asking.address);
        return Ok(enter(&state, person.id, &headers, &given.then).await?);
    }
    let mut page = Show::load(&state, &asking, &given.then, given.email).await?;
    page.problem = page.v.t("people-sign-in-wrong");
    Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
}

/// Also for a session that ended meanwhile: whoever wants to leave finds the way out.
async fn sign_out(Shared(state): Shared<State>, Anyone(asking): Anyone) -> Answer {
    if let By::Cookie(session) = asking.by {
        let mut tx = state.parts.database.begin().await?;
        sessions::close(&mut tx, asking.person.id, session).await?;
        tx.commit().await?;
    }
    let mut response = see_other("/sign-in");
    let cookie = HeaderValue::from_str(&Gate::no_cookie()).map_err(Error::unexpected)?;
    response.headers_mut().append(SET_COOKIE, cookie);
    clear_browser(&mut response);
    Ok(response)
}
