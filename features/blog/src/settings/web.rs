//! The page on which an admin writes the imprint and says how the blog works.

use access::{settings, spaces};
use askama::Template;
use axum::extract::State as Shared;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Result, limits};
use page::{Answer, Asking, Form, Html, Shell, SignedIn, Spot, Voice, see_other, toast, with_status};
use serde::Deserialize;

use super::settings::{IMPRINT, PRIVACY, SECOND_PERSON, SPACE, TEXT_LENGTH_MAX_CHARS, YES};
use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/articles/settings", Who::Admins, show)
        .post("/articles/settings", Who::Admins, change)
        .done()
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Typed {
    imprint: String,
    privacy: String,
    second_person: String,
    space: String,
}

#[derive(Template)]
#[template(path = "settings/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    typed: Typed,
    places: Vec<spaces::Place>,
    field: &'static str,
    problem: String,
}

impl Show {
    fn is_wrong(&self, field: &str) -> bool {
        self.field == field
    }

    fn is_place(&self, place: &spaces::Place) -> bool {
        self.typed.space == place.id.to_string()
    }

    fn two_look(&self) -> bool {
        self.typed.second_person == YES
    }
}

async fn load(parts: &Parts, asking: &Asking) -> Result<Show> {
    asking.person.must_be_admin()?;
    let mut reader = parts.database.read().await?;
    let mut typed = Typed::default();
    for (name, place) in [
        (IMPRINT, &mut typed.imprint),
        (PRIVACY, &mut typed.privacy),
        (SECOND_PERSON, &mut typed.second_person),
        (SPACE, &mut typed.space),
    ] {
        *place = settings::get(&mut reader, name).await?.unwrap_or_default();
    }
    let places = spaces::mine(&mut reader, &asking.person, limits::LIST_LENGTH_MAX_ROWS).await?;
    let shell = Shell::load(&mut reader, asking, Spot::Blog).await?;
    Ok(Show { v: asking.voice(), shell, typed, places, field: "", problem: String::new() })
}

async fn show(Shared(parts): Shared<Parts>, SignedIn(asking): SignedIn) -> Answer {
    Ok(Html(load(&parts, &asking).await?).into_response())
}

async fn keep(parts: &Parts, asking: &Asking, typed: &Typed) -> Result<()> {
    asking.person.must_be_admin()?;
    let imprint = kernel::line::lines("imprint", &typed.imprint, TEXT_LENGTH_MAX_CHARS)?;
    let privacy = kernel::line::lines("privacy", &typed.privacy, TEXT_LENGTH_MAX_CHARS)?;
    let second = if typed.second_person == YES { YES } else { "" };
    let mut tx = parts.database.begin().await?;
    if !typed.space.is_empty() {
        let unknown = || Error::invalid("space", "blog-space-unknown");
        let id: Uuid = typed.space.parse().map_err(|_| unknown())?;
        let mine = spaces::mine(&mut tx, &asking.person, limits::LIST_LENGTH_MAX_ROWS).await?;
        let known = settings::get(&mut tx, SPACE).await?.as_deref() == Some(&*typed.space);
        if !known && mine.iter().all(|it| it.id != id) {
            return Err(unknown());
        }
        settings::put(&mut tx, SPACE, &id.to_string()).await?;
    }
    settings::put(&mut tx, IMPRINT, &imprint).await?;
    settings::put(&mut tx, PRIVACY, &privacy).await?;
    settings::put(&mut tx, SECOND_PERSON, second).await?;
    tx.commit().await
}

async fn change(
    Shared(parts): Shared<Parts>,
    SignedIn(asking): SignedIn,
    Form(typed): Form<Typed>,
) -> Answer {
    match keep(&parts, &asking, &typed).await {
        Ok(()) => Ok(toast(see_other("/articles/settings"), &asking.voice().t("blog-saved"))),
        Err(Error::Invalid { field, message }) => {
            let mut page = load(&parts, &asking).await?;
            (page.field, page.problem, page.typed) = (field, page.v.say(&message), typed);
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Err(error) => Err(error.into()),
    }
}
