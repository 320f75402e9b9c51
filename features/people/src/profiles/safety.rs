//! How somebody signs in, where she is signed in, and which programs act for her.

use access::{people, sessions, tokens};
use axum::extract::State as Shared;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Result, Words, limits};
use page::{Answer, Asking, By, Form, Html, Path, SignedIn, see_other, toast};
use serde::Deserialize;

use super::own::{Own, this};
use crate::State;
use crate::accounts::{password, store};

/// Keys of one person; more would not all stand in her list, and one that is not seen is not taken back.
const TOKENS_MAX: usize = 50;

pub(crate) fn routes(state: State) -> Routes {
    Routes::with(state)
        .post("/account/password", Who::Oneself, change_password)
        .post("/account/sessions/{id}/end", Who::Oneself, end_session)
        .post("/account/sessions/end", Who::Oneself, end_other_sessions)
        .post("/account/tokens", Who::Oneself, make_token)
        .post("/account/tokens/{id}/revoke", Who::Oneself, revoke_token)
        .done()
}

#[derive(Deserialize)]
struct NewPassword {
    #[serde(default)]
    old: String,
    password: String,
}

/// A program must not make itself at home: whoever found a key could stay after it was taken back.
///
/// Errors: `Forbidden` for a program with a token.
fn must_be_herself(asking: &Asking) -> Result<()> {
    if asking.by == By::Token { Err(Error::forbidden("people-not-by-program")) } else { Ok(()) }
}

async fn change_password(
    Shared(state): Shared<State>,
    SignedIn(asking): SignedIn,
    Form(form): Form<NewPassword>,
) -> Answer {
    must_be_herself(&asking)?;
    let me = asking.person.id;
    let mut reader = state.parts.database.read().await?;
    let email = people::email_of(&mut reader, me).await?.unwrap_or_default();
    let hash = store::password(&mut reader, me).await?;
    drop(reader);
    if hash.is_some() {
        if let Err(error) = state.tries.count_guess(&email, asking.address) {
            let Error::TooOften { retry_after } = error else { return Err(error.into()) };
            return Own::stopped(&state, &asking, "old", retry_after).await;
        }
        if !state.passwords.is(form.old, hash).await? {
            return Own::refused(&state, &asking, "old", &"people-password-old-wrong".into()).await;
        }
        state.tries.succeeded(&email, asking.address);
    }
    if let Err(Error::Invalid { message, .. }) = password::check(&form.password, &email, &asking.person.name)
    {
        return Own::refused(&state, &asking, "password", &message).await;
    }
    let hash = state.passwords.hash(form.password).await?;
    let mut tx = state.parts.database.begin().await?;
    store::put_password(&mut tx, me, &hash).await?;
    store::remove_links(&mut tx, me).await?;
    sessions::close_all(&mut tx, me, this(&asking)).await?;
    tx.commit().await?;
    Ok(toast(see_other("/account"), &asking.voice().t("people-password-changed")))
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
    must_be_herself(&asking)?;
    let name = match kernel::line::optional("name", &form.name, limits::NAME_LENGTH_MAX_CHARS) {
        Ok(name) => name,
        Err(Error::Invalid { message, .. }) => return Own::refused(&state, &asking, "token", &message).await,
        Err(error) => return Err(error.into()),
    };
    let mut tx = state.parts.database.begin().await?;
    if tokens::of(&mut tx, asking.person.id).await?.len() >= TOKENS_MAX {
        drop(tx);
        let words = Words::new("people-tokens-many").with("max", TOKENS_MAX);
        return Own::refused(&state, &asking, "token", &words).await;
    }
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
