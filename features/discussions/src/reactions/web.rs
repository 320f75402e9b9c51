//! Reactions from the page and from programs.

use access::{Person, Seen};
use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;
use database::Reads;
use feature::{Routes, Who};
use kernel::Result;
use kernel::ids::ThingId;
use page::{Answer, Form, SignedIn, Stream, see_other};
use serde::{Deserialize, Serialize};

use super::bar::{self, Bar, Counted};
use super::emoji::Emoji;
use super::react;
use crate::Parts;
use crate::comments::comment::CommentId;
use crate::timeline::turbo::Turbo;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .post("/reactions", Who::Writers, toggle)
        .put("/api/v1/reactions", Who::Writers, put)
        .delete("/api/v1/reactions", Who::Writers, withdraw)
        .done()
}

#[derive(Deserialize)]
struct Sent {
    about: String,
    emoji: String,
}

#[derive(Template)]
#[template(path = "reactions/changed.stream.html")]
struct Changed {
    bar: Bar,
}

async fn toggle(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    turbo: Turbo,
    Form(sent): Form<Sent>,
) -> Answer {
    let (about, emoji) = (ThingId::parse(&sent.about)?, Emoji::parse(&sent.emoji)?);
    let thing = react::toggle(&parts.database, &asking.person, &about, &emoji).await?;
    if !turbo.is_wanted() {
        return Ok(see_other(&back(&thing, &about)));
    }
    let counted = counted(&mut parts.database.read().await?, &asking.person, &about).await?;
    let bar = Bar { v: asking.voice(), about, counted, may_react: true };
    Ok(Stream(Changed { bar }).into_response())
}

/// To the comment in its thing, or to the thing.
fn back(thing: &Seen, about: &ThingId) -> String {
    if about.kind == CommentId::KIND {
        format!("{}#comment-{}", thing.url, about.id)
    } else {
        thing.url.clone()
    }
}

async fn counted(from: &mut impl Reads, person: &Person, about: &ThingId) -> Result<Vec<Counted>> {
    let mut found = bar::beside(from, person, &about.kind, &[about.id]).await?;
    Ok(found.remove(&about.id).unwrap_or_default())
}

#[derive(Serialize)]
struct ReactionsJson {
    about: String,
    reactions: Vec<Counted>,
}

async fn put(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    api::Json(sent): api::Json<Sent>,
) -> Answer<api::Json<ReactionsJson>> {
    let (about, emoji) = (ThingId::parse(&sent.about)?, Emoji::parse(&sent.emoji)?);
    react::react(&parts.database, &asking.person, &about, &emoji).await?;
    standing(&parts, &asking.person, &about).await
}

async fn withdraw(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    api::Json(sent): api::Json<Sent>,
) -> Answer<api::Json<ReactionsJson>> {
    let (about, emoji) = (ThingId::parse(&sent.about)?, Emoji::parse(&sent.emoji)?);
    react::withdraw(&parts.database, &asking.person, &about, &emoji).await?;
    standing(&parts, &asking.person, &about).await
}

async fn standing(parts: &Parts, person: &Person, about: &ThingId) -> Answer<api::Json<ReactionsJson>> {
    let reactions = counted(&mut parts.database.read().await?, person, about).await?;
    Ok(api::Json(ReactionsJson { about: about.to_string(), reactions }))
}
