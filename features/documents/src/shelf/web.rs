//! What lies in a space: folders, documents, and where one puts something in.

use access::may;
use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use feature::{Routes, Who};
use kernel::ids::{SpaceId, Uuid};
use kernel::{Error, Result, limits};
use page::{Answer, Anyone, Asking, Audience, Html, Query, Shell, Spot, Voice};

use super::row::Row;
use crate::documents::api::known;
use crate::documents::store as documents;
use crate::documents::web_upload::Where;
use crate::folders::folder::{Folder, way};
use crate::folders::store as folders;
use crate::{Parts, islands, place};

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/documents/in", Who::Readers, show).done()
}

/// The frame; whole pages include it.
#[derive(Template)]
#[template(path = "shelf/shelf.html")]
pub(crate) struct Shelf {
    v: Voice,
    space: Uuid,
    /// As it stands in addresses and forms; empty at the top.
    folder: String,
    way: Vec<Folder>,
    folders: Vec<Folder>,
    documents: Vec<Row>,
    with_space: bool,
    /// There are more than are shown.
    is_cut: bool,
    audience: Audience,
    may_write: bool,
    may_join: bool,
    texts: String,
    /// What was typed as the name of a folder, and what was wrong with it.
    typed: String,
    fault: String,
}

impl Shelf {
    fn is_empty(&self) -> bool {
        self.folders.is_empty() && self.documents.is_empty()
    }

    /// Nothing lies in the space at all.
    fn is_bare(&self) -> bool {
        self.is_empty() && self.is_top()
    }

    fn is_top(&self) -> bool {
        self.way.is_empty()
    }

    /// Space and folder as they stand in addresses.
    fn place(&self) -> String {
        match self.folder.as_str() {
            "" => format!("space={}", self.space),
            folder => format!("space={}&folder={folder}", self.space),
        }
    }

    /// The folder in which one stands.
    fn here(&self) -> &str {
        self.way.last().map_or("", |it| it.name.as_str())
    }

    pub fn with_fault(self, typed: String, fault: String) -> Self {
        Self { typed, fault, ..self }
    }
}

/// For who comes without the frame: from a search, a link, or a browser without scripts.
#[derive(Template)]
#[template(path = "shelf/page.html")]
struct ShelfPage {
    v: Voice,
    shell: Shell,
    space: Uuid,
    space_title: String,
    shelf: Shelf,
}

async fn show(
    State(parts): State<Parts>,
    Anyone(asking): Anyone,
    Query(place): Query<Where>,
    headers: HeaderMap,
) -> Answer {
    let space = place.space.ok_or(Error::NotFound)?;
    Ok(answer(&parts, &asking, space, place.folder, &headers, None).await?)
}

/// The shelf as a frame or as a page; with what was wrong about a new folder, if something was.
pub(crate) async fn answer(
    parts: &Parts,
    asking: &Asking,
    space: Uuid,
    folder: Option<Uuid>,
    headers: &HeaderMap,
    wrong: Option<(String, String)>,
) -> Result<Response> {
    let v = asking.voice();
    let mut reader = parts.database.read().await?;
    let seen = may::read(&mut reader, &asking.person, &SpaceId::from(space).into()).await;
    let seen = known(seen, asking)?;
    let all = folders::all(&mut reader, seen.space()).await?;
    let way: Vec<Folder> = match folder {
        Some(folder) => way(&all, folder).into_iter().cloned().collect(),
        None => Vec::new(),
    };
    if folder.is_some() && way.is_empty() {
        return Err(Error::NotFound);
    }
    let limit = limits::LIST_LENGTH_MAX_ROWS;
    let found = documents::in_folder(&mut reader, &asking.person, seen.space(), folder, limit + 1).await?;
    let shown = usize::try_from(limit).unwrap_or(usize::MAX);
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (typed, fault) = wrong.unwrap_or_default();
    let shelf = Shelf {
        space,
        folder: folder.map(|it| it.to_string()).unwrap_or_default(),
        folders: all.iter().filter(|it| it.parent_id == folder).cloned().collect(),
        way,
        documents: found.iter().take(shown).map(|it| Row::of(&v, it)).collect(),
        with_space: false,
        is_cut: found.len() > shown,
        audience: Audience::of(&mut reader, &v, &seen).await?,
        may_write: place::may_write(&seen),
        may_join: seen.joins.is_some(),
        texts: islands::upload(&v),
        v: v.clone(),
        typed: String::new(),
        fault: String::new(),
    };
    let shelf = shelf.with_fault(typed, fault);
    if page::is_framed(headers) || headers.contains_key("x-requested-with") {
        return Ok((status, Html(shelf)).into_response());
    }
    let shell = Shell::load(&mut reader, asking, Spot::Space(space)).await?;
    let page = ShelfPage { v, shell, space, space_title: seen.title, shelf };
    Ok((status, Html(page)).into_response())
}
