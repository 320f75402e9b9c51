//! What pages do with posts: forms that work alone, and frames where Turbo asks for them.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use database::Reader;
use feature::{Routes, Who};
use kernel::clock::Time;
use kernel::ids::{SpaceId, Uuid};
use kernel::{Error, Result, when};
use page::{Answer, Asking, Form, Html, Path, Shell, SignedIn, Spot, Voice, is_framed, see_other};
use serde::Deserialize;

use super::body::{BODY_LENGTH_MAX_CHARS, Body, typed};
use super::composer::{self, Composer, Typed, Where};
use super::post::{Kind, Post};
use super::{due, edit, find, pin, remove, store, write};
use crate::Parts;
use crate::polls::poll::Ballot;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .post("/posts", Who::Writers, write_post)
        .get("/posts/{id}/edit", Who::Writers, show_edit)
        .post("/posts/{id}/edit", Who::Writers, edit_post)
        .post("/posts/{id}/remove", Who::Writers, remove_post)
        .post("/posts/{id}/send", Who::Oneself, send_post)
        .post("/posts/{id}/pin", Who::Owners, pin_post)
        .post("/posts/{id}/unpin", Who::Owners, unpin_post)
        .done()
}

#[derive(Clone, Deserialize)]
struct Sent {
    id: Option<Uuid>,
    #[serde(default)]
    space: String,
    #[serde(default)]
    from: String,
    #[serde(flatten)]
    typed: Typed,
}

impl Sent {
    fn place(&self) -> Where {
        Where { space: self.space.parse().ok(), from: self.from.clone() }
    }

    fn draft(&self, asking: &Asking) -> Result<write::Draft> {
        let typed = &self.typed;
        let (moment, is_poll) = (|field, text: &str| moment(asking, field, text), typed.kind == "poll");
        let kind = match typed.kind.as_str() {
            "" | "poll" => Kind::Post,
            code => Kind::parse(code)?,
        };
        let body = Body::parse(&typed.body)?;
        let poll = is_poll.then(|| {
            let options = typed.options.lines().map(str::trim).filter(|it| !it.is_empty());
            let closes_at = moment("closes_at", &typed.closes_at)?;
            let (multiple, named) = (!typed.multiple.is_empty(), !typed.named.is_empty());
            Ballot::parse(options, multiple, named, closes_at, asking.now)
        });
        let space = self.place().space;
        if space.is_none() && !self.space.is_empty() {
            return Err(Error::NotFound);
        }
        Ok(write::Draft {
            id: self.id,
            space: space.map(SpaceId::from),
            kind,
            body,
            poll: poll.transpose()?,
            publish_at: moment("publish_at", &typed.publish_at)?,
            read_by: moment("read_by", &typed.read_by)?,
        })
    }
}

/// Nothing for an empty field.
///
/// Errors: `Invalid` on the field.
fn moment(asking: &Asking, field: &'static str, text: &str) -> Result<Option<Time>> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let wrong = || Error::invalid(field, "posts-time-wrong");
    when::parse_local(text, &asking.zone).map(Some).ok_or_else(wrong)
}

async fn write_post(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Answer {
    let written = match sent.draft(&asking) {
        Ok(draft) => write::write(&parts, &asking.person, draft).await,
        Err(error) => Err(error),
    };
    let mut reader = parts.database.read().await?;
    match written {
        Ok(id) if is_framed(&headers) => {
            let mut composer = Composer::of(&mut reader, &asking, &sent.place(), Typed::default()).await?;
            let post = store::find(&mut reader, id).await?.ok_or(Error::NotFound)?;
            composer.sent = Some((id, post.waits()));
            Ok(Html(composer).into_response())
        }
        Ok(id) => Ok(see_other(&format!("/posts/{id}"))),
        Err(Error::Invalid { message, .. }) => {
            let (place, fault) = (sent.place(), asking.voice().say(&message));
            let typed = Typed { fault, ..sent.typed };
            Ok(composer::again(&mut reader, &asking, &headers, &place, typed).await?)
        }
        Err(error) => Err(error.into()),
    }
}

#[derive(Template)]
#[template(path = "posts/edit.html")]
struct Edit {
    v: Voice,
    shell: Shell,
    me: Uuid,
    id: Uuid,
    space: Uuid,
    title: String,
    body: String,
    fault: String,
    length_max: usize,
}

async fn edit_form(
    reader: &mut Reader,
    asking: &Asking,
    post: &Post,
    body: String,
    fault: String,
) -> Result<Response> {
    let shell = Shell::load(reader, asking, Spot::Space(post.space_id)).await?;
    let title = super::post::title(&post.body);
    let (v, me, length_max) = (asking.voice(), asking.person.id.uuid(), BODY_LENGTH_MAX_CHARS);
    let page = Edit { v, shell, me, id: post.id, space: post.space_id, title, body, fault, length_max };
    Ok(Html(page).into_response())
}

async fn show_edit(State(parts): State<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    let mut reader = parts.database.read().await?;
    let (post, seen) = find::read(&mut reader, &asking.person, id).await?;
    post.must_be_by(&asking.person)?;
    seen.level.must_write()?;
    let names = store::names_in(&mut reader, &[id]).await?.remove(&id).unwrap_or_default();
    let body = typed(&post.body, &names);
    Ok(edit_form(&mut reader, &asking, &post, body, String::new()).await?)
}

#[derive(Deserialize)]
struct Edited {
    #[serde(default)]
    body: String,
}

async fn edit_post(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Form(sent): Form<Edited>,
) -> Answer {
    let edited = match Body::parse(&sent.body) {
        Ok(body) => edit::edit(&parts, &asking.person, id, body, None).await,
        Err(error) => Err(error),
    };
    match edited {
        Ok(()) => Ok(see_other(&format!("/posts/{id}"))),
        Err(Error::Invalid { message, .. }) => {
            let mut reader = parts.database.read().await?;
            let (post, _) = find::read(&mut reader, &asking.person, id).await?;
            let fault = asking.voice().say(&message);
            let page = edit_form(&mut reader, &asking, &post, sent.body, fault).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

async fn remove_post(State(parts): State<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    let (post, _) = find::read(&mut parts.database.read().await?, &asking.person, id).await?;
    remove::remove(&parts.database, &asking.person, id).await?;
    let place = if post.waits() { "/posts/waiting".to_owned() } else { format!("/spaces/{}", post.space_id) };
    Ok(page::toast(see_other(&place), &asking.voice().t("posts-removed")))
}

async fn send_post(State(parts): State<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    due::send_now(&parts.database, &asking.person, id).await?;
    Ok(see_other(&format!("/posts/{id}")))
}

async fn pin_post(State(parts): State<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    pin::pin(&parts.database, &asking.person, id).await?;
    Ok(see_other(&format!("/posts/{id}")))
}

async fn unpin_post(State(parts): State<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    pin::unpin(&parts.database, &asking.person, id).await?;
    Ok(see_other(&format!("/posts/{id}")))
}
