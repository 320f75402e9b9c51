//! The form below an article. It works without script, without a cookie, and keeps what was typed.

use axum::extract::State as Shared;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use feature::{Routes, Who};
use kernel::{Error, Result};
use page::{Answer, Anyone, Asking, Form, Path, Query, see_other};
use serde::Deserialize;
use visitors::checks::Trap;

use super::below::{Typed, below};
use super::comment::Draft;
use super::write::{Sent, say, write};
use crate::Parts;
use crate::articles::article::Public;
use crate::public::show;
use crate::public::site::Site;
use crate::public::store as public;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/blog/{slug}/comments", Who::Everybody, show_form)
        .post("/blog/{slug}/comments", Who::Everybody, send)
        .done()
}

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Fields {
    name: String,
    email: String,
    body: String,
    website: String,
    reply_to: String,
    follows: String,
    /// Nobody sees it.
    topic: String,
    began: String,
    /// The answer to a riddle.
    work: String,
    /// `mail` for the slow way.
    way: String,
}

impl Fields {
    fn typed(&self) -> Typed {
        Typed {
            name: self.name.clone(),
            email: self.email.clone(),
            body: self.body.clone(),
            website: self.website.clone(),
            reply_to: self.reply_to.clone(),
            follows: !self.follows.is_empty(),
            ..Typed::default()
        }
    }
}

async fn public_by(parts: &Parts, slug: &str) -> Result<Public> {
    let mut reader = parts.database.read().await?;
    public::by_slug(&mut reader, slug).await?.ok_or(Error::NotFound)
}

/// The article again, with the form as it was filled in.
async fn page(parts: &Parts, asking: &Asking, article: Public, typed: Typed) -> Result<Response> {
    let mut reader = parts.database.read().await?;
    let site = Site::in_language(parts, &mut reader, asking, article.locale()).await?;
    let below = below(&mut reader, &site.v, &article, typed).await?;
    let page = show::whole(&mut reader, site, article, below).await?;
    Ok(page::Html(page).into_response())
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Answers {
    reply_to: String,
}

/// To answer one of them: the form, with whom it answers.
async fn show_form(
    Shared(parts): Shared<Parts>,
    Anyone(asking): Anyone,
    Path(slug): Path<String>,
    Query(query): Query<Answers>,
) -> Answer {
    let article = public_by(&parts, &slug).await?;
    let typed = Typed { reply_to: query.reply_to, ..Typed::default() };
    Ok(page(&parts, &asking, article, typed).await?)
}

async fn send(
    Shared(parts): Shared<Parts>,
    Anyone(asking): Anyone,
    Path(slug): Path<String>,
    Form(fields): Form<Fields>,
) -> Answer {
    let article = public_by(&parts, &slug).await?;
    let locale = article.locale();
    let reply_to = fields.reply_to.parse().ok();
    if asking.person.role.is_colleague() && asking.person.is_somebody() {
        return match say(&parts, &asking.person, &article, reply_to, &fields.body).await {
            Ok(id) => Ok(see_other(&format!("/blog/{slug}#comment-{id}"))),
            Err(error) => refused(&parts, &asking, article, &fields, error).await,
        };
    }
    let mut slowly = false;
    if let Err(refusal) = parts.visitors.doors.pass(asking.address, &fields.work, asking.now)? {
        slowly = fields.way == "mail" && parts.visitors.doors.pass_slowly();
        if !slowly {
            let problem = locale.t("blog-too-often");
            let typed = Typed { too_often: true, problem, ..fields.typed() };
            return Ok(refusal.mark(page(&parts, &asking, article, typed).await?));
        }
    }
    let draft = match Draft::parse(&fields.name, &fields.website, &fields.body) {
        Ok(draft) => draft,
        Err(error) => return refused(&parts, &asking, article, &fields, error).await,
    };
    let sent = Sent {
        email: &fields.email,
        draft,
        reply_to,
        follows: !fields.follows.is_empty(),
        trap: Trap { hidden: &fields.topic, began: &fields.began },
        slowly,
        locale,
    };
    match write(&parts, &article, sent).await {
        Ok(taken) => Ok(see_other(&taken.receipt)),
        Err(error) => refused(&parts, &asking, article, &fields, error).await,
    }
}

/// A field that is wrong, or a reason why nothing is taken any more, said in the form; all else as ever.
async fn refused(parts: &Parts, asking: &Asking, article: Public, fields: &Fields, error: Error) -> Answer {
    let locale = article.locale();
    let (field, message, status) = match error {
        Error::Invalid { field, message } => (field, message, StatusCode::UNPROCESSABLE_ENTITY),
        Error::Conflict(message) => ("", message, StatusCode::CONFLICT),
        other => return Err(other.into()),
    };
    let typed = Typed { field, problem: locale.say(&message), ..fields.typed() };
    let mut response = page(parts, asking, article, typed).await?;
    *response.status_mut() = status;
    Ok(response)
}
