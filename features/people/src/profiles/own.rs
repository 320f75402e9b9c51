//! What somebody changes about herself: profile, picture, password, sessions, keys for programs.

use access::{people, sessions, tokens};
use askama::Template;
use axum::extract::{DefaultBodyLimit, Multipart, State as Shared};
use axum::http::StatusCode;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::activity::Deed;
use kernel::ids::Uuid;
use kernel::{Error, Locale, Result, Words, limits, when};
use page::{
    Answer, Asking, By, Form, Html, Path, Shell, SignedIn, Spot, Voice, see_other, toast, with_status,
};
use serde::Deserialize;

use super::profile::Today;
use super::store;
use crate::State;
use crate::accounts::password;
use crate::activity::INTRODUCED;

/// A photograph as telephones take it.
const PICTURE_UPLOAD_MAX_BYTES: usize = 10 * 1024 * 1024;

/// What is kept of it, in pixels.
const PICTURE_SIDE: u32 = 256;

pub(crate) fn routes(state: State) -> Routes {
    let mut pictures =
        Routes::with(state.clone()).post("/account/picture", Who::Oneself, change_picture).done();
    pictures.router = pictures.router.layer(DefaultBodyLimit::max(PICTURE_UPLOAD_MAX_BYTES));
    Routes::with(state)
        .get("/account", Who::Oneself, show)
        .post("/account", Who::Oneself, change_profile)
        .post("/account/password", Who::Oneself, change_password)
        .post("/account/sessions/{id}/end", Who::Oneself, end_session)
        .post("/account/sessions/end", Who::Oneself, end_other_sessions)
        .post("/account/tokens", Who::Oneself, make_token)
        .post("/account/tokens/{id}/revoke", Who::Oneself, revoke_token)
        .post("/people/today", Who::Oneself, be)
        .done()
        .merge(pictures)
}

/// What is to be changed; what is `None` stays.
#[derive(Default)]
pub(crate) struct Change {
    pub name: Option<String>,
    pub what_i_do: Option<String>,
    pub today: Option<Today>,
    pub language: Option<Option<Locale>>,
}

/// Errors: `Invalid` on `name` or `what_i_do`.
pub(crate) async fn change(state: &State, asking: &Asking, wanted: Change) -> Result<()> {
    let me = asking.person.id;
    let mut tx = state.parts.database.begin().await?;
    if let Some(name) = wanted.name {
        people::rename(&mut tx, me, &name).await?;
    }
    if let Some(text) = wanted.what_i_do {
        let text = kernel::line::lines("what_i_do", &text, limits::ABOUT_LENGTH_MAX_CHARS)?;
        store::describe(&mut tx, me, &text).await?;
    }
    if let Some(language) = wanted.language {
        people::speaks(&mut tx, me, language).await?;
    }
    if let Some(today) = wanted.today {
        let day = when::day_number(tx.at(), &asking.zone);
        store::be(&mut tx, me, today.code(), day).await?;
    }
    tx.record(Deed { actor: me, verb: INTRODUCED, object: me.into(), target: None });
    tx.commit().await
}

#[derive(Template)]
#[template(path = "profiles/own.html")]
struct Own {
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
    fresh_token: String,
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

    async fn load(state: &State, asking: &Asking) -> Result<Self> {
        let mut reader = state.parts.database.read().await?;
        let me = people::by_id(&mut reader, asking.person.id).await?.ok_or(Error::SignedOut)?;
        let shown = store::find(&mut reader, &me, me.id).await?;
        let (v, shell) = (asking.voice(), Shell::load(&mut reader, asking, Spot::Nowhere).await?);
        Ok(Self {
            what_i_do: shown.map(|it| it.what_i_do).unwrap_or_default(),
            language: me.language.map_or("", Locale::code),
            has_password: crate::accounts::store::password(&mut reader, me.id).await?.is_some(),
            sessions: sessions::of(&mut reader, me.id, asking.now).await?,
            this_session: match asking.by {
                By::Cookie(session) => session,
                By::Token | By::Nothing => Uuid::nil(),
            },
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
    async fn refused(state: &State, asking: &Asking, field: &'static str, why: &Words) -> Answer {
        let mut page = Self::load(state, asking).await?;
        (page.field, page.problem) = (field, page.v.say(why));
        Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
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
    let language = Some(Locale::parse(&form.language));
    let wanted = Change {
        name: Some(form.name.clone()),
        what_i_do: Some(form.what_i_do.clone()),
        today: None,
        language,
    };
    match change(&state, &asking, wanted).await {
        Ok(()) => {
            let said = language.flatten().unwrap_or(asking.locale).t("people-saved");
            Ok(toast(see_other("/account"), &said))
        }
        Err(Error::Invalid { field, message }) => {
            let mut page = Own::load(&state, &asking).await?;
            (page.name, page.what_i_do) = (form.name, form.what_i_do);
            (page.field, page.problem) = (field, page.v.say(&message));
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Err(error) => Err(error.into()),
    }
}

async fn change_picture(
    Shared(state): Shared<State>,
    SignedIn(asking): SignedIn,
    mut form: Multipart,
) -> Answer {
    let unreadable = |_| Error::invalid("picture", "people-picture-unreadable");
    let mut bytes = Vec::new();
    while let Some(part) = form.next_field().await.map_err(unreadable)? {
        if part.name() == Some("picture") {
            bytes = part.bytes().await.map_err(unreadable)?.to_vec();
        }
    }
    let hash = if bytes.is_empty() {
        None
    } else {
        let Ok(picture) = state.parts.converter.avatar(bytes, PICTURE_SIDE).await else {
            return Own::refused(&state, &asking, "picture", &"people-picture-unreadable".into()).await;
        };
        let stored = state.parts.blobs.put_bytes(picture).await;
        Some(stored.map_err(|error| Error::unexpected(error.to_string()))?.hash)
    };
    let mut tx = state.parts.database.begin().await?;
    people::show_picture(&mut tx, asking.person.id, hash.as_deref()).await?;
    tx.commit().await?;
    Ok(toast(see_other("/account"), &asking.voice().t("people-saved")))
}

#[derive(Deserialize)]
struct NewPassword {
    #[serde(default)]
    old: String,
    password: String,
}

async fn change_password(
    Shared(state): Shared<State>,
    SignedIn(asking): SignedIn,
    Form(form): Form<NewPassword>,
) -> Answer {
    let me = asking.person.id;
    let mut reader = state.parts.database.read().await?;
    let email = people::email_of(&mut reader, me).await?.unwrap_or_default();
    let hash = crate::accounts::store::password(&mut reader, me).await?;
    drop(reader);
    if hash.is_some() {
        state.tries.count(&email, asking.address)?;
        if !state.passwords.is(form.old, hash).await? {
            return Own::refused(&state, &asking, "old", &"people-password-old-wrong".into()).await;
        }
    }
    if let Err(Error::Invalid { message, .. }) = password::check(&form.password, &email) {
        return Own::refused(&state, &asking, "password", &message).await;
    }
    let hash = state.passwords.hash(form.password).await?;
    let mut tx = state.parts.database.begin().await?;
    crate::accounts::store::put_password(&mut tx, me, &hash).await?;
    crate::accounts::store::remove_links(&mut tx, me).await?;
    sessions::close_all(&mut tx, me, this(&asking)).await?;
    tx.commit().await?;
    Ok(toast(see_other("/account"), &asking.voice().t("people-password-changed")))
}

fn this(asking: &Asking) -> Option<Uuid> {
    match asking.by {
        By::Cookie(session) => Some(session),
        By::Token | By::Nothing => None,
    }
}

async fn end_session(
    Shared(state): Shared<State>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
) -> Answer {
    let mut tx = state.parts.database.begin().await?;
    sessions::close(&mut tx, asking.person.id, id).await?;
    tx.commit().await?;
    Ok(toast(see_other("/account"), &asking.voice().t("people-session-ended")))
}

async fn end_other_sessions(Shared(state): Shared<State>, SignedIn(asking): SignedIn) -> Answer {
    let mut tx = state.parts.database.begin().await?;
    sessions::close_all(&mut tx, asking.person.id, this(&asking)).await?;
    tx.commit().await?;
    Ok(toast(see_other("/account"), &asking.voice().t("people-session-ended")))
}

#[derive(Deserialize)]
struct NewToken {
    #[serde(default)]
    name: String,
}

async fn make_token(
    Shared(state): Shared<State>,
    SignedIn(asking): SignedIn,
    Form(form): Form<NewToken>,
) -> Answer {
    let name = kernel::line::optional("name", &form.name, limits::NAME_LENGTH_MAX_CHARS)?;
    let mut tx = state.parts.database.begin().await?;
    let token = tokens::create(&mut tx, asking.person.id, &name).await?;
    tx.commit().await?;
    let mut page = Own::load(&state, &asking).await?;
    page.fresh_token = token;
    Ok(Html(page).into_response())
}

async fn revoke_token(
    Shared(state): Shared<State>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
) -> Answer {
    let mut tx = state.parts.database.begin().await?;
    tokens::revoke(&mut tx, asking.person.id, id).await?;
    tx.commit().await?;
    Ok(toast(see_other("/account"), &asking.voice().t("people-token-revoked")))
}

#[derive(Deserialize)]
struct Being {
    today: String,
}

async fn be(Shared(state): Shared<State>, SignedIn(asking): SignedIn, Form(form): Form<Being>) -> Answer {
    let wanted = Change { today: Some(Today::parse(&form.today)?), ..Change::default() };
    change(&state, &asking, wanted).await?;
    Ok(see_other("/people"))
}
