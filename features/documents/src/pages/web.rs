//! The page that people write together, and how one begins.

use access::may;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use convert::Loss;
use database::Reads;
use feature::{Routes, Who};
use kernel::ids::{SpaceId, Uuid};
use kernel::{Error, Result};
use page::{Answer, Asking, Audience, Form, Html, Path, Query, Shell, SignedIn, Spot, Voice};
use page::{see_other, toast, with_status};
use serde::Deserialize;

use super::make::{self, Wanted};
use super::turn;
use crate::activity::MADE;
use crate::documents::document::{Document, DocumentId};
use crate::documents::head::Head;
use crate::documents::store as documents;
use crate::documents::web::{fault, for_change};
use crate::documents::web_upload::{Where, choose};
use crate::{Parts, islands, place};

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/pages/new", Who::SignedIn, show_new)
        .post("/pages", Who::Writers, begin)
        .get("/documents/{id}/page", Who::Writers, show_turn)
        .post("/documents/{id}/page", Who::Writers, turn_into_page)
        .done()
}

#[derive(Template)]
#[template(path = "pages/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    head: Head,
    /// As the server draws it, until the editor stands.
    html: String,
    /// The file it was made of, if she may see it.
    made_of: Option<Document>,
    texts: String,
    can_be_a_page: bool,
}

pub(crate) async fn show_page(parts: &Parts, asking: &Asking, head: Head) -> Result<Response> {
    let v = asking.voice();
    let doc = parts.rooms.read(head.document.id).await?;
    let mut reader = parts.database.read().await?;
    let made_of = match head.document.made_of_id {
        Some(file) => origin(&mut reader, asking, file.into()).await?,
        None => None,
    };
    let shell = Shell::load(&mut reader, asking, Spot::Space(head.document.space_id)).await?;
    let show = Show {
        html: richtext::to_html(&doc),
        texts: islands::editor(&v),
        can_be_a_page: false,
        shell,
        head,
        made_of,
        v,
    };
    Ok(Html(show).into_response())
}

async fn origin(from: &mut impl Reads, asking: &Asking, file: DocumentId) -> Result<Option<Document>> {
    match may::read(from, &asking.person, &file.into()).await {
        Ok(seen) => documents::of(from, &seen).await.map(Some),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

#[derive(Template)]
#[template(path = "pages/new.html")]
struct New {
    v: Voice,
    shell: Shell,
    space: Uuid,
    space_title: String,
    folder: String,
    audience: Audience,
    title: String,
    fault: String,
}

async fn form(parts: &Parts, asking: &Asking, space: Uuid, folder: Option<Uuid>) -> Result<New> {
    let v = asking.voice();
    let mut reader = parts.database.read().await?;
    let seen = place::write(&mut reader, &asking.person, &SpaceId::from(space).into()).await?;
    Ok(New {
        audience: Audience::of(&mut reader, &v, &seen).await?,
        shell: Shell::load(&mut reader, asking, Spot::Space(space)).await?,
        v,
        space,
        space_title: seen.title,
        folder: folder.map(|it| it.to_string()).unwrap_or_default(),
        title: String::new(),
        fault: String::new(),
    })
}

async fn show_new(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Query(place): Query<Where>,
) -> Answer {
    let Some(space) = place.space else {
        let page = choose(&parts, &asking, "documents-page-where", "/pages/new").await?;
        return Ok(Html(page).into_response());
    };
    Ok(Html(form(&parts, &asking, space, place.folder).await?).into_response())
}

#[derive(Deserialize)]
struct Fresh {
    space: Uuid,
    folder: Option<String>,
    title: String,
}

async fn begin(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Form(fresh): Form<Fresh>,
) -> Answer<Response> {
    let folder = match fresh.folder.as_deref().filter(|it| !it.is_empty()) {
        Some(folder) => Some(folder.parse::<Uuid>().map_err(|_| Error::NotFound)?),
        None => None,
    };
    let title = fresh.title.as_str();
    let wanted = Wanted { space: fresh.space.into(), folder, title, made_of: None, verb: MADE };
    match make::begin(&parts, &asking.person, &wanted, &richtext::from_markdown("")).await {
        Ok(page) => Ok(see_other(&page.url())),
        Err(error) => {
            let (_, fault) = fault(&asking.voice(), error)?;
            let page = form(&parts, &asking, fresh.space, folder).await?;
            let page = New { title: fresh.title, fault, ..page };
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
    }
}

#[derive(Template)]
#[template(path = "pages/turn.html")]
struct Turn {
    v: Voice,
    shell: Shell,
    head: Head,
    /// What a page cannot hold of it, in words.
    losses: Vec<String>,
}

fn words(v: &Voice, loss: Loss) -> String {
    v.t(match loss {
        Loss::Images => "documents-loss-images",
        Loss::Comments => "documents-loss-comments",
        Loss::TrackedChanges => "documents-loss-tracked-changes",
        Loss::Footnotes => "documents-loss-footnotes",
        Loss::HeadersAndFooters => "documents-loss-headers-and-footers",
        Loss::TextBoxes => "documents-loss-text-boxes",
        Loss::Fields => "documents-loss-fields",
        Loss::Charts => "documents-loss-charts",
        Loss::Formulas => "documents-loss-formulas",
        Loss::EmbeddedObjects => "documents-loss-embedded-objects",
    })
}

async fn show_turn(State(parts): State<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    let (v, head) = (asking.voice(), for_change(&parts, &asking, id).await?);
    let (_, imported) = turn::look(&parts, &asking.person, id.into()).await?;
    let losses = imported.losses.into_iter().map(|it| words(&v, it)).collect();
    let mut reader = parts.database.read().await?;
    let shell = Shell::load(&mut reader, &asking, Spot::Space(head.document.space_id)).await?;
    Ok(Html(Turn { v, shell, head, losses }).into_response())
}

async fn turn_into_page(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
) -> Answer<Response> {
    let (page, _) = turn::turn(&parts, &asking.person, id.into()).await?;
    Ok(toast(see_other(&page.url()), &asking.voice().t("documents-turned")))
}
