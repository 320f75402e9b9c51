//! The page of a document, and the lists of documents that are nobody's space.

use access::may;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Result};
use page::{Answer, Anyone, Asking, Html, Path, Query, Shell, SignedIn, Spot, Voice};
use serde::Deserialize;

use super::api::known;
use super::document::{Document, DocumentId};
use super::head::Head;
use super::viewer::{Looked, Viewer};
use super::{family, store};
use crate::pages::web::show_page;
use crate::shelf::row::Row;
use crate::{Parts, islands};

/// A glance, not an archive: what is older is found in its space or by searching.
const GLANCE_ROWS: i64 = 30;

/// Beside other things.
const FEW_ROWS: i64 = 6;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/documents", Who::SignedIn, show_all)
        .get("/documents/mine", Who::SignedIn, show_mine)
        .get("/documents/{id}", Who::Readers, show)
        .get("/documents/{id}/newer", Who::Readers, show_newer)
        .done()
}

#[derive(Template)]
#[template(path = "documents/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    head: Head,
    viewer: Viewer,
    can_be_a_page: bool,
    /// The page that was made of this file.
    page: Option<Row>,
    upload_texts: String,
}

async fn show(State(parts): State<Parts>, Anyone(asking): Anyone, Path(id): Path<Uuid>) -> Answer {
    let mut reader = parts.database.read().await?;
    let seen = known(may::read(&mut reader, &asking.person, &DocumentId::from(id).into()).await, &asking)?;
    let document = store::of(&mut reader, &seen).await?;
    let head = Head::of(&mut reader, &asking.voice(), &seen, document).await?;
    drop(reader);
    if head.document.is_page() {
        return Ok(show_page(&parts, &asking, head).await?);
    }
    Ok(show_file(&parts, &asking, head).await?)
}

async fn show_file(parts: &Parts, asking: &Asking, head: Head) -> Result<Response> {
    let v = asking.voice();
    let mut reader = parts.database.read().await?;
    let viewer = Viewer::of(&mut reader, &parts.blobs, &v, Looked::from(&head.document)).await?;
    let page = store::page_of(&mut reader, &asking.person, head.document.id).await?;
    let shell = Shell::load(&mut reader, asking, Spot::Space(head.document.space_id)).await?;
    let show = Show {
        can_be_a_page: family::can_be_a_page(&head.document.media_type),
        page: page.as_ref().map(|it| Row::of(&v, it)),
        upload_texts: islands::upload(&v),
        shell,
        head,
        viewer,
        v,
    };
    Ok(page::kept(Html(show)))
}

#[derive(Deserialize)]
struct Than {
    than: i64,
}

/// Says on a page that is open that there is something newer, without taking away what is being read.
#[derive(Template)]
#[template(path = "documents/newer.html")]
struct Newer {
    v: Voice,
    document: Document,
    than: i64,
}

impl Newer {
    fn is_newer(&self) -> bool {
        self.document.number > self.than
    }
}

async fn show_newer(
    State(parts): State<Parts>,
    Anyone(asking): Anyone,
    Path(id): Path<Uuid>,
    Query(Than { than }): Query<Than>,
) -> Answer {
    let mut reader = parts.database.read().await?;
    let seen = may::read(&mut reader, &asking.person, &DocumentId::from(id).into()).await?;
    let document = store::of(&mut reader, &seen).await?;
    Ok(Html(Newer { v: asking.voice(), document, than }).into_response())
}

#[derive(Template)]
#[template(path = "documents/all.html")]
struct All {
    v: Voice,
    shell: Shell,
    mine: Vec<Row>,
    newest: Vec<Row>,
    with_space: bool,
}

async fn show_all(State(parts): State<Parts>, SignedIn(asking): SignedIn) -> Answer {
    let v = asking.voice();
    let mut reader = parts.database.read().await?;
    let mine = store::mine(&mut reader, &asking.person, FEW_ROWS).await?;
    let newest = store::newest(&mut reader, &asking.person, GLANCE_ROWS).await?;
    let shell = Shell::load(&mut reader, &asking, Spot::Documents).await?;
    let (mine, newest) = (Row::all(&v, &mine), Row::all(&v, &newest));
    Ok(Html(All { v, shell, mine, newest, with_space: true }).into_response())
}

#[derive(Template)]
#[template(path = "documents/mine.html")]
struct Mine {
    v: Voice,
    mine: Vec<Row>,
    with_space: bool,
}

async fn show_mine(State(parts): State<Parts>, SignedIn(asking): SignedIn) -> Answer {
    let v = asking.voice();
    let mut reader = parts.database.read().await?;
    let mine = store::mine(&mut reader, &asking.person, FEW_ROWS).await?;
    let mine = Row::all(&v, &mine);
    Ok(Html(Mine { v, mine, with_space: true }).into_response())
}

/// A document for a form about it.
///
/// Errors: `NotFound`, `Forbidden` for who may not change it.
pub(crate) async fn for_change(parts: &Parts, asking: &Asking, id: Uuid) -> Result<Head> {
    let mut reader = parts.database.read().await?;
    let seen = crate::place::write(&mut reader, &asking.person, &DocumentId::from(id).into()).await?;
    let document = store::of(&mut reader, &seen).await?;
    Head::of(&mut reader, &asking.voice(), &seen, document).await
}

/// What was wrong with a field, in words; any other error goes on.
pub(crate) fn fault(v: &Voice, error: Error) -> Result<(&'static str, String)> {
    match error {
        Error::Invalid { field, message } => Ok((field, v.say(&message))),
        other => Err(other),
    }
}
