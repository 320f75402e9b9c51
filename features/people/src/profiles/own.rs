//! The page on which somebody sets what is hers: profile, picture, how she signs in, keys for programs.

use std::time::Duration;

use access::{people, sessions, tokens};
use askama::Template;
use axum::extract::State as Shared;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Locale, Result, Words};
use page::{Answer, Asking, By, Form, Html, Shell, SignedIn, Spot, Voice, see_other, toast, with_status};
use serde::Deserialize;

use super::change::{Change, change};
use super::profile::Today;
use super::store;
use crate::State;
use crate::sign_in::enter::{later, too_often};

pub(crate) fn routes(state: State) -> Routes {
    Routes::with(state)
        .get("/account", Who::Oneself, show)
        .post("/account", Who::Oneself, change_profile)
        .post("/people/{id}/today", Who::Oneself, be)
        .done()
}

#[derive(Template)]
#[template(path = "profiles/own.html")]
pub(super) struct Own {
    v: Voice,
    shell: Shell,
    name: String,
    what_i_do: String,
    language: &'static str,
    has_password: bool,
    sessions: Vec<sessions::Session>,
    this_session: Uuid,
    tokens: Vec<tokens::Token>,
    /// Shown once, just after it was made.
    pub fresh_token: String,
    field: &'static str,
    problem: String,
}

impl Own {
    fn is_wrong(&self, field: &str) -> bool {
        self.field == field
    }

    fn is_this(&self, session: &sessions::Session) -> bool {
        session.id == self.this_session
    }

    pub async fn load(state: &State, asking: &Asking) -> Result<Self> {
        let mut reader = state.parts.database.read().await?;
        let me = people::by_id(&mut reader, asking.person.id).await?.ok_or(Error::SignedOut)?;
        let shown = store::find(&mut reader, &me, me.id).await?;
        let (v, shell) = (asking.voice(), Shell::load(&mut reader, asking, Spot::Nowhere).await?);
        Ok(Self {
            what_i_do: shown.map(|it| it.what_i_do).unwrap_or_default(),
            language: me.language.map_or("", Locale::code),
            has_password: crate::accounts::store::password(&mut reader, me.id).await?.is_some(),
            sessions: sessions::of(&mut reader, me.id, asking.now).await?,
            this_session: this(asking).unwrap_or_default(),
            tokens: tokens::of(&mut reader, me.id).await?,
            name: me.name,
            fresh_token: String::new(),
            field: "",
            problem: String::new(),
            v,
            shell,
        })
    }

    /// The page again, with what is wrong beside its field.
    pub async fn refused(state: &State, asking: &Asking, field: &'static str, why: &Words) -> Answer {
        let mut page = Self::load(state, asking).await?;
        (page.field, page.problem) = (field, page.v.say(why));
        Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
    }

    /// The same after too many tries.
    pub async fn stopped(state: &State, asking: &Asking, field: &'static str, wait: Duration) -> Answer {
        let mut page = Self::load(state, asking).await?;
        (page.field, page.problem) = (field, too_often(&page.v, wait));
        Ok(later(page, wait))
    }
}

/// The session with which she asks; a program has none.
pub(super) fn this(asking: &Asking) -> Option<Uuid> {
    match asking.by {
        By::Cookie(session) => Some(session),
        By::Token | By::Nothing => None,
    }
}

async fn show(Shared(state): Shared<State>, SignedIn(asking): SignedIn) -> Answer {
    Ok(Html(Own::load(&state, &asking).await?).into_response())
}

#[derive(Deserialize)]
struct Profile {
    name: String,
    #[serde(default)]
    what_i_do: String,
    #[serde(default)]
    language: String,
}

async fn change_profile(
    Shared(state): Shared<State>,
    SignedIn(asking): SignedIn,
    Form(form): Form<Profile>,
) -> Answer {
    let chosen = Locale::parse(&form.language);
    let wanted = Change {
        name: Some(form.name.clone()),
        what_i_do: Some(form.what_i_do.clone()),
        today: None,
        language: Some(chosen),
    };
    match change(&state, &asking, wanted).await {
        Ok(()) => Ok(toast(see_other("/account"), &chosen.unwrap_or(asking.locale).t("people-saved"))),
        Err(Error::Invalid { field, message }) => {
            let mut page = Own::load(&state, &asking).await?;
            (page.name, page.what_i_do) = (form.name, form.what_i_do);
            page.language = chosen.map_or("", Locale::code);
            (page.field, page.problem) = (field, page.v.say(&message));
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Err(error) => Err(error.into()),
    }
}

#[derive(Deserialize)]
struct Being {
    today: String,
    /// Present if she set it on her own page, and wants to stay there.
    #[serde(default)]
    here: String,
}

/// Only she says where she is; nobody sets it for another.
async fn be(
    Shared(state): Shared<State>,
    SignedIn(asking): SignedIn,
    page::Path(id): page::Path<Uuid>,
    Form(form): Form<Being>,
) -> Answer {
    if asking.person.id.uuid() != id {
        let mut reader = state.parts.database.read().await?;
        store::find(&mut reader, &asking.person, id.into()).await?.ok_or(Error::NotFound)?;
        return Err(Error::forbidden("people-today-own").into());
    }
    let wanted = Change { today: Some(Today::parse(&form.today)?), ..Change::default() };
    change(&state, &asking, wanted).await?;
    let back = if form.here.is_empty() { "/people".to_owned() } else { format!("/people/{id}") };
    Ok(see_other(&back))
}
