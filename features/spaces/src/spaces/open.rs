//! A colleague opens a space: the verb, and the page with its form.

use access::{Person, Visibility, spaces};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use database::Database;
use feature::{Routes, Who};
use kernel::Result;
use kernel::ids::SpaceId;
use page::{Answer, Asking, Colleague, Form, Html, Shell, Spot, Voice, see_other, with_status};
use serde::Deserialize;

use super::space::{Space, parse_about};
use super::store;
use super::visibility::Choice;
use crate::Parts;
use crate::fault::Fault;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/spaces/new", Who::Colleagues, show_form)
        .post("/spaces", Who::Colleagues, open_space)
        .done()
}

/// Errors: `Forbidden` for guests and customers, `Invalid` on `name`, `visibility` or `about`.
pub(crate) async fn open(
    database: &Database,
    person: &Person,
    name: &str,
    visibility: &str,
    about: &str,
) -> Result<Space> {
    let (visibility, about) = (Visibility::parse(visibility)?, parse_about(about)?);
    let mut tx = database.begin().await?;
    let space: SpaceId = spaces::open(&mut tx, person, name, visibility).await?;
    if !about.is_empty() {
        store::put_about(&mut tx, space, &about).await?;
    }
    let opened = store::find(&mut tx, person, space.uuid()).await?;
    tx.commit().await?;
    Ok(opened)
}

#[derive(Default, Deserialize)]
struct Typed {
    #[serde(default)]
    name: String,
    #[serde(default)]
    about: String,
    #[serde(default)]
    visibility: String,
}

#[derive(Template)]
#[template(path = "spaces/new.html")]
struct New {
    v: Voice,
    shell: Shell,
    typed: Typed,
    fault: Fault,
    choices: Vec<Choice>,
}

impl New {
    async fn load(parts: &Parts, asking: &Asking, typed: Typed, fault: Fault) -> Result<Self> {
        let mut reader = parts.database.read().await?;
        let shell = Shell::load(&mut reader, asking, Spot::Spaces).await?;
        let v = asking.voice();
        let choices = Choice::all(&v, Visibility::parse(&typed.visibility).ok());
        Ok(Self { v, shell, typed, fault, choices })
    }
}

async fn show_form(State(parts): State<Parts>, Colleague(asking): Colleague) -> Answer {
    // Nobody should show more than she means to: the narrowest is chosen until she chooses.
    let typed = Typed { visibility: Visibility::Private.code().to_owned(), ..Typed::default() };
    Ok(Html(New::load(&parts, &asking, typed, Fault::default()).await?).into_response())
}

async fn open_space(
    State(parts): State<Parts>,
    Colleague(asking): Colleague,
    Form(typed): Form<Typed>,
) -> Answer {
    let (name, visibility, about) = (&typed.name, &typed.visibility, &typed.about);
    match open(&parts.database, &asking.person, name, visibility, about).await {
        Ok(space) => Ok(see_other(&format!("/spaces/{}", space.id))),
        Err(error) => {
            let fault = Fault::of(&asking.voice(), error)?;
            let page = New::load(&parts, &asking, typed, fault).await?;
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
    }
}
