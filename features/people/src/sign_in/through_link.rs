//! Signing in with a link that was mailed; an invitation also asks for a name, a reset for a new password.

use access::{Person, people, sessions, tokens};
use askama::Template;
use axum::extract::State as Shared;
use axum::http::{HeaderMap, StatusCode};
use feature::{Routes, Who};
use kernel::activity::Deed;
use kernel::{Error, Result, limits};
use page::{Answer, Anyone, Asking, Form, Path, Query, Shell, Spot, Voice, with_status};
use serde::Deserialize;

use super::enter::enter;
use super::link::{LinkKind, look, take};
use super::then;
use super::web::Then;
use crate::State;
use crate::accounts::{password, store};
use crate::activity::INTRODUCED;

pub(crate) fn routes(state: State) -> Routes {
    Routes::with(state)
        .get("/sign-in/link/{secret}", Who::LinkHolders, show)
        .post("/sign-in/link/{secret}", Who::LinkHolders, come_in)
        .done()
}

#[derive(Template)]
#[template(path = "sign_in/link.html")]
struct Show {
    v: Voice,
    shell: Shell,
    secret: String,
    then: String,
    /// `None` if the link works no more.
    kind: Option<LinkKind>,
    name: String,
    field: &'static str,
    problem: String,
}

impl Show {
    async fn load(state: &State, asking: &Asking, secret: String, then: &str) -> Result<Self> {
        let mut reader = state.parts.database.read().await?;
        let found = match look(&mut reader, &secret, asking.now).await {
            Ok(found) => Some(found),
            Err(Error::NotFound) => None,
            Err(error) => return Err(error),
        };
        let shell = Shell::load(&mut reader, asking, Spot::Nowhere).await?;
        let kind = found.as_ref().map(|(_, kind, _)| *kind);
        let name = found.map(|(person, ..)| person.name).unwrap_or_default();
        let (then, field, problem) = (then::inside(then).to_owned(), "", String::new());
        Ok(Self { v: asking.voice(), shell, secret, then, kind, name, field, problem })
    }

    fn is_wrong(&self, field: &str) -> bool {
        self.field == field
    }

    fn asks_name(&self) -> bool {
        self.kind == Some(LinkKind::Invitation)
    }

    fn must_have_password(&self) -> bool {
        self.kind == Some(LinkKind::Reset)
    }
}

/// Mail scanners open links: so nothing happens until the button is pressed.
async fn show(
    Shared(state): Shared<State>,
    Anyone(asking): Anyone,
    Path(secret): Path<String>,
    Query(query): Query<Then>,
) -> Answer {
    let page = Show::load(&state, &asking, secret, &query.then).await?;
    let status = if page.kind.is_none() { StatusCode::NOT_FOUND } else { StatusCode::OK };
    Ok(with_status(status, page))
}

#[derive(Deserialize)]
struct Used {
    #[serde(default)]
    then: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: String,
}

/// What of it has to be written, checked before the link is used up.
struct Wanted {
    name: Option<String>,
    password: Option<String>,
}

impl Used {
    fn check(&self, kind: LinkKind, person: &Person, email: &str) -> Result<Wanted> {
        let (given, mut name) = (!self.name.trim().is_empty(), None);
        if kind == LinkKind::Invitation && given {
            name = Some(kernel::line::parse("name", &self.name, limits::NAME_LENGTH_MAX_CHARS)?);
        }
        let chooses = match kind {
            LinkKind::SignIn => false,
            LinkKind::Reset => true,
            LinkKind::Invitation => !self.password.is_empty(),
        };
        if chooses {
            password::check(&self.password, email, name.as_ref().unwrap_or(&person.name))?;
        }
        let name = name.filter(|it| *it != person.name);
        Ok(Wanted { name, password: chooses.then(|| self.password.clone()) })
    }
}

async fn come_in(
    Shared(state): Shared<State>,
    Anyone(asking): Anyone,
    Path(secret): Path<String>,
    headers: HeaderMap,
    Form(used): Form<Used>,
) -> Answer {
    let mut reader = state.parts.database.read().await?;
    let found = look(&mut reader, &secret, asking.now).await;
    let (person, kind) = match found {
        Ok((person, kind, _)) => (person, kind),
        Err(Error::NotFound) => {
            drop(reader);
            let page = Show::load(&state, &asking, secret, &used.then).await?;
            return Ok(with_status(StatusCode::NOT_FOUND, page));
        }
        Err(error) => return Err(error.into()),
    };
    let email = people::email_of(&mut reader, person.id).await?.unwrap_or_default();
    drop(reader);
    let wanted = match used.check(kind, &person, &email) {
        Ok(wanted) => wanted,
        Err(Error::Invalid { field, message }) => {
            let mut page = Show::load(&state, &asking, secret, &used.then).await?;
            (page.field, page.problem) = (field, page.v.say(&message));
            if !used.name.is_empty() {
                page.name = used.name;
            }
            return Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page));
        }
        Err(error) => return Err(error.into()),
    };
    use_up(&state, &secret, wanted).await?;
    state.tries.succeeded(&email, asking.address);
    Ok(enter(&state, person.id, &headers, &used.then).await?)
}

/// The link works no more, and what was chosen with it holds; both or neither.
async fn use_up(state: &State, secret: &str, wanted: Wanted) -> Result<()> {
    let hash = match wanted.password {
        Some(password) => Some(state.passwords.hash(password).await?),
        None => None,
    };
    let mut tx = state.parts.database.begin().await?;
    let (person, kind) = take(&mut tx, secret).await?;
    if let Some(hash) = hash {
        store::put_password(&mut tx, person.id, &hash).await?;
        store::remove_links(&mut tx, person.id).await?;
    }
    if let Some(name) = wanted.name {
        people::rename(&mut tx, person.id, &name).await?;
        tx.record(Deed { actor: person.id, verb: INTRODUCED, object: person.id.into(), target: None });
    }
    if kind == LinkKind::Reset {
        // Whoever resets a password may fear that somebody else is in: keys of programs go, too.
        sessions::close_all(&mut tx, person.id, None).await?;
        tokens::revoke_all(&mut tx, person.id).await?;
    }
    tx.commit().await
}
