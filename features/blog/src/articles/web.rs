//! Articles, for colleagues: what there is, making one of a page, preparing it, letting it out.

use access::{may, settings};
use askama::Template;
use axum::extract::State as Shared;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::{ThingId, Uuid};
use kernel::{Error, Result};
use page::{
    Answer, Asking, Audience, Colleague, Form as Sent, Html, Path, Query, Shell, SignedIn, Spot, Voice,
    see_other, toast, with_status,
};
use serde::Deserialize;

use super::article::{self, Article, State, picture_url};
use super::form::{Form, Typed, moment};
use super::publish::{must_have_an_imprint, publish};
use super::withdraw::withdraw;
use super::write::{Wanted, turn_page};
use super::{change, find, release, store};
use crate::Parts;
use crate::public::preview;
use crate::settings::settings::{SECOND_PERSON, YES};

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/articles", Who::Colleagues, all)
        .get("/articles/new", Who::Writers, new)
        .post("/articles/new", Who::Writers, make)
        .get("/articles/{id}", Who::Writers, show)
        .post("/articles/{id}", Who::Writers, arrange)
        .post("/articles/{id}/publish", Who::Writers, let_out)
        .post("/articles/{id}/withdraw", Who::Writers, take_back)
        .done()
}

#[derive(Template)]
#[template(path = "articles/list.html")]
struct List {
    v: Voice,
    shell: Shell,
    articles: Vec<Article>,
}

async fn all(Shared(parts): Shared<Parts>, Colleague(asking): Colleague) -> Answer {
    let mut reader = parts.database.read().await?;
    let articles = store::all(&mut reader, &asking.person).await?;
    let shell = Shell::load(&mut reader, &asking, Spot::Blog).await?;
    Ok(Html(List { v: asking.voice(), shell, articles }).into_response())
}

#[derive(Deserialize)]
struct Of {
    page: Uuid,
}

#[derive(Template)]
#[template(path = "articles/new.html")]
struct New {
    v: Voice,
    shell: Shell,
    page_id: Uuid,
    title: String,
    form: Form,
}

fn page_of(id: Uuid) -> ThingId {
    ThingId { kind: "document".into(), id }
}

async fn begun(parts: &Parts, asking: &Asking, page_id: Uuid, typed: Typed) -> Result<New> {
    let mut reader = parts.database.read().await?;
    let seen = may::read(&mut reader, &asking.person, &page_of(page_id)).await?;
    find::must_write(&asking.person, &seen)?;
    let shell = Shell::load(&mut reader, asking, Spot::Space(seen.space_id)).await?;
    let form = Form::load(&mut reader, &asking.person, asking.voice(), &seen, None, typed).await?;
    Ok(New { v: asking.voice(), shell, page_id, title: seen.title, form })
}

async fn new(Shared(parts): Shared<Parts>, SignedIn(asking): SignedIn, Query(of): Query<Of>) -> Answer {
    if let Some(id) = store::of_page(&mut parts.database.read().await?, of.page).await? {
        return Ok(see_other(&format!("/articles/{id}")));
    }
    let typed = Typed {
        language: asking.locale.code().to_owned(),
        author1: asking.person.id.uuid().to_string(),
        ..Typed::default()
    };
    Ok(Html(begun(&parts, &asking, of.page, typed).await?).into_response())
}

async fn make(
    Shared(parts): Shared<Parts>,
    SignedIn(asking): SignedIn,
    Query(of): Query<Of>,
    Sent(typed): Sent<Typed>,
) -> Answer {
    match made(&parts, &asking, of.page, &typed).await {
        Ok(article) => Ok(see_other(&format!("/articles/{}", article.id))),
        Err(error) => {
            let mut page = begun(&parts, &asking, of.page, typed).await?;
            page.form = page.form.refused(error)?;
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
    }
}

async fn made(parts: &Parts, asking: &Asking, page_id: Uuid, typed: &Typed) -> Result<Article> {
    let wanted = Wanted {
        title: "",
        slug: Some(&typed.slug),
        teaser: &typed.teaser,
        language: article::language(&typed.language)?,
        tags: article::tags(typed.tags.split(','))?,
        authors: typed.authors()?,
        translation_of: typed.translation()?,
    };
    turn_page(parts, &asking.person, &page_of(page_id), &wanted).await
}

/// Everything about one article that is not its text.
#[derive(Template)]
#[template(path = "articles/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    article: Article,
    form: Form,
    /// The public one: for whom it would be.
    audience: Audience,
    picture: Option<String>,
    /// What is public reads other than the page does now.
    is_behind: bool,
    /// Whether somebody else has to agree.
    asks_another: bool,
    /// Whether this person may agree to what somebody else asked for.
    may_agree: bool,
    /// The mark of what she would agree to.
    seen: String,
    lacks_imprint: bool,
    link: String,
    at: String,
}

impl Show {
    async fn load(parts: &Parts, asking: &Asking, id: Uuid, typed: Option<Typed>) -> Result<Self> {
        let v = asking.voice();
        let mut reader = parts.database.read().await?;
        let (article, seen) = find::write(&mut reader, &asking.person, id).await?;
        let frozen = store::release(&mut reader, id).await?;
        let typed = match typed {
            Some(typed) => typed,
            None => Typed::of(&mut reader, &article).await?,
        };
        let two_look = settings::get(&mut reader, SECOND_PERSON).await?.as_deref() == Some(YES);
        let me = asking.person.id;
        let link = preview::link(&mut reader, id).await?.unwrap_or_default();
        let lacks_imprint = must_have_an_imprint(parts, &mut reader).await.is_err();
        let shell = Shell::load(&mut reader, asking, Spot::Space(seen.space_id)).await?;
        let form = Form::load(&mut reader, &asking.person, v.clone(), &seen, Some(id), typed).await?;
        drop(reader);
        let is_behind = match &frozen {
            Some(frozen) => {
                let now = release::look(parts, &asking.person, &article).await?;
                release::differs(&frozen.html, &now.html) || frozen.title != now.title
            }
            None => false,
        };
        Ok(Self {
            audience: Audience::short(&v, access::Visibility::Public, ""),
            picture: article.picture.as_deref().map(picture_url),
            is_behind,
            asks_another: two_look && article.needs_another(me),
            may_agree: two_look && !article.needs_another(me),
            seen: frozen.as_ref().map(store::Frozen::mark).unwrap_or_default(),
            lacks_imprint,
            link: parts.gate.absolute(&link),
            at: String::new(),
            v,
            shell,
            article,
            form,
        })
    }
}

async fn show(Shared(parts): Shared<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    Ok(Html(Show::load(&parts, &asking, id, None).await?).into_response())
}

fn back(asking: &Asking, id: Uuid, key: &str) -> axum::response::Response {
    toast(see_other(&format!("/articles/{id}")), &asking.voice().t(key))
}

async fn arrange(
    Shared(parts): Shared<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Sent(typed): Sent<Typed>,
) -> Answer {
    let changed = match typed.change() {
        Ok(wanted) => change::change(&parts, &asking.person, id, &wanted).await,
        Err(error) => Err(error),
    };
    match changed {
        Ok(_) => Ok(back(&asking, id, "blog-saved")),
        Err(error) => {
            let mut page = Show::load(&parts, &asking, id, Some(typed)).await?;
            page.form = page.form.refused(error)?;
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct When {
    at: String,
    seen: String,
}

async fn let_out(
    Shared(parts): Shared<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Sent(when): Sent<When>,
) -> Answer {
    let done = match moment(&asking.voice(), &when.at) {
        Ok(at) => publish(&parts, &asking.person, id, at, Some(&when.seen)).await,
        Err(error) => Err(error),
    };
    match done {
        Ok(article) => Ok(back(&asking, id, said(article.state))),
        Err(error) => {
            let (field, words) = match error {
                Error::Invalid { field, message } => (field, message),
                Error::Conflict(words) => ("at", words),
                other => return Err(other.into()),
            };
            let mut page = Show::load(&parts, &asking, id, None).await?;
            (page.form.field, page.form.problem, page.at) = (field, page.v.say(&words), when.at);
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
    }
}

fn said(state: State) -> &'static str {
    match state {
        State::Waiting => "blog-said-waiting",
        State::Scheduled => "blog-said-scheduled",
        State::Published => "blog-said-published",
        State::Draft | State::Withdrawn => "blog-said-withdrawn",
    }
}

async fn take_back(Shared(parts): Shared<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    let article = withdraw(&parts, &asking.person, id).await?;
    Ok(back(&asking, article.id, "blog-said-withdrawn"))
}
