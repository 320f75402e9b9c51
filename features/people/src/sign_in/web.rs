//! The door: signing in with a password, with a link, and out again.

use access::{people, sessions};
use askama::Template;
use axum::extract::State as Shared;
use axum::http::header::{CACHE_CONTROL, SET_COOKIE, USER_AGENT};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use feature::{Routes, Who};
use kernel::ids::PersonId;
use kernel::{Error, Result};
use page::{
    Answer, Anyone, By, Form, Gate, Html, Path, Query, Shell, SignedIn, Spot, Voice, see_other, with_status,
};
use serde::Deserialize;

use super::link::{LinkKind, look, take};
use crate::State;
use crate::accounts::store;

pub(crate) fn routes(state: State) -> Routes {
    Routes::with(state)
        .get("/sign-in", Who::Everybody, show)
        .post("/sign-in", Who::Everybody, sign_in)
        .get("/sign-in/link/{secret}", Who::LinkHolders, show_link)
        .post("/sign-in/link/{secret}", Who::LinkHolders, use_link)
        .post("/sign-out", Who::SignedIn, sign_out)
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

#[derive(Deserialize)]
struct Then {
    #[serde(default)]
    then: String,
}

async fn show(Shared(state): Shared<State>, Anyone(asking): Anyone, Query(query): Query<Then>) -> Answer {
    if asking.person.is_somebody() {
        return Ok(see_other(if query.then.is_empty() { "/" } else { &query.then }));
    }
    let mut reader = state.parts.database.read().await?;
    let shell = Shell::load(&mut reader, &asking, Spot::Nowhere).await?;
    let (email, problem) = (String::new(), String::new());
    Ok(Html(Show { v: asking.voice(), shell, then: query.then, email, problem }).into_response())
}

#[derive(Deserialize)]
struct Given {
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    then: String,
}

async fn sign_in(
    Shared(state): Shared<State>,
    Anyone(asking): Anyone,
    headers: HeaderMap,
    Form(given): Form<Given>,
) -> Answer {
    state.tries.count(&given.email, asking.address)?;
    let mut reader = state.parts.database.read().await?;
    let person = people::by_email(&mut reader, &given.email).await?;
    let hash = match &person {
        Some(person) => store::password(&mut reader, person.id).await?,
        None => None,
    };
    drop(reader);
    if state.passwords.is(given.password, hash).await?
        && let Some(person) = person
    {
        state.tries.succeeded(&given.email, asking.address);
        return Ok(enter(&state, person.id, &headers, &given.then).await?);
    }
    let v = asking.voice();
    let mut reader = state.parts.database.read().await?;
    let shell = Shell::load(&mut reader, &asking, Spot::Nowhere).await?;
    let problem = v.t("people-sign-in-wrong");
    let page = Show { v, shell, then: given.then, email: given.email, problem };
    Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
}

/// Opens a session and leads to where she wanted to go.
pub(crate) async fn enter(
    state: &State,
    person: PersonId,
    headers: &HeaderMap,
    then: &str,
) -> Result<Response> {
    let mut tx = state.parts.database.begin().await?;
    let secret = sessions::open(&mut tx, person, &device(headers)).await?;
    tx.commit().await?;
    let mut response = see_other(if then.is_empty() { "/" } else { then });
    let cookie = HeaderValue::from_str(&state.parts.gate.cookie(&secret)).map_err(Error::unexpected)?;
    response.headers_mut().append(SET_COOKIE, cookie);
    Ok(response)
}

/// "Firefox, Windows": enough to know one's own machines again.
fn device(headers: &HeaderMap) -> String {
    let agent = headers.get(USER_AGENT).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let one_of = |names: &[(&'static str, &'static str)]| {
        names.iter().find(|(sign, _)| agent.contains(sign)).map_or("?", |(_, name)| *name)
    };
    let browser =
        one_of(&[("Firefox", "Firefox"), ("Edg/", "Edge"), ("Chrome", "Chrome"), ("Safari", "Safari")]);
    let system = one_of(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]);
    format!("{browser}, {system}")
}

#[derive(Template)]
#[template(path = "sign_in/link.html")]
struct ShowLink {
    v: Voice,
    shell: Shell,
    secret: String,
    then: String,
    /// Empty if the link works no more.
    name: String,
    asks_password: bool,
    problem: String,
}

/// Mail scanners open links: so nothing happens until the button is pressed.
async fn show_link(
    Shared(state): Shared<State>,
    Anyone(asking): Anyone,
    Path(secret): Path<String>,
    Query(query): Query<Then>,
) -> Answer {
    let mut reader = state.parts.database.read().await?;
    let shell = Shell::load(&mut reader, &asking, Spot::Nowhere).await?;
    let found = look(&mut reader, &secret, asking.now).await.ok();
    let asks_password = found.as_ref().is_some_and(|(_, kind, _)| *kind != LinkKind::SignIn);
    let name = found.map(|(person, ..)| person.name).unwrap_or_default();
    let status = if name.is_empty() { StatusCode::NOT_FOUND } else { StatusCode::OK };
    let (v, problem) = (asking.voice(), String::new());
    let page = ShowLink { v, shell, secret, then: query.then, name, asks_password, problem };
    Ok(with_status(status, page))
}

#[derive(Deserialize)]
struct Used {
    #[serde(default)]
    then: String,
    #[serde(default)]
    password: String,
}

async fn use_link(
    Shared(state): Shared<State>,
    Anyone(asking): Anyone,
    Path(secret): Path<String>,
    headers: HeaderMap,
    Form(used): Form<Used>,
) -> Answer {
    let mut reader = state.parts.database.read().await?;
    let Ok((person, kind, _)) = look(&mut reader, &secret, asking.now).await else {
        drop(reader);
        return show_link(Shared(state), Anyone(asking), Path(secret), Query(Then { then: used.then })).await;
    };
    let email = people::email_of(&mut reader, person.id).await?.unwrap_or_default();
    let may_go_without = kind != LinkKind::Reset;
    let mut hash = None;
    if kind != LinkKind::SignIn && !(used.password.is_empty() && may_go_without) {
        if let Err(Error::Invalid { message, .. }) = crate::accounts::password::check(&used.password, &email)
        {
            let v = asking.voice();
            let shell = Shell::load(&mut reader, &asking, Spot::Nowhere).await?;
            let (problem, then, name) = (v.say(&message), used.then, person.name);
            let page = ShowLink { v, shell, secret, then, name, asks_password: true, problem };
            return Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page));
        }
        hash = Some(state.passwords.hash(used.password).await?);
    }
    drop(reader);
    let mut tx = state.parts.database.begin().await?;
    let (person, kind) = take(&mut tx, &secret).await?;
    if let Some(hash) = hash {
        store::put_password(&mut tx, person.id, &hash).await?;
        store::remove_links(&mut tx, person.id).await?;
    }
    if kind == LinkKind::Reset {
        sessions::close_all(&mut tx, person.id, None).await?;
    }
    tx.commit().await?;
    Ok(enter(&state, person.id, &headers, &used.then).await?)
}

async fn sign_out(Shared(state): Shared<State>, SignedIn(asking): SignedIn) -> Answer {
    if let By::Cookie(session) = asking.by {
        let mut tx = state.parts.database.begin().await?;
        sessions::close(&mut tx, asking.person.id, session).await?;
        tx.commit().await?;
    }
    let mut response = see_other("/sign-in");
    let headers = response.headers_mut();
    let cookie = HeaderValue::from_str(&Gate::no_cookie()).map_err(Error::unexpected)?;
    headers.append(SET_COOKIE, cookie);
    // What the browser kept for working offline is gone with the session: the next one may be somebody else.
    let clear = HeaderValue::from_static("\"cache\", \"storage\"");
    headers.insert(HeaderName::from_static("clear-site-data"), clear);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
