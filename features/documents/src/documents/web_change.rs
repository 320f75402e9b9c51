//! The forms that give a document another name or place, and take it away.

use access::{Seen, Visibility, may};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::Error;
use kernel::ids::{SpaceId, Uuid};
use page::{Answer, Asking, Audience, Form, Html, Path, Query, Shell, SignedIn, Spot, Voice};
use page::{see_other, toast, with_status};
use serde::Deserialize;

use super::change::{self, Change};
use super::head::Head;
use super::web::{fault, for_change};
use crate::Parts;
use crate::folders::folder::path;
use crate::folders::store as folders;
use crate::removed::remove;
use crate::shelf::store::{self as shelf, Writable};

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/documents/{id}/rename", Who::Writers, show_rename)
        .post("/documents/{id}/rename", Who::Writers, rename)
        .get("/documents/{id}/move", Who::Writers, show_move)
        .post("/documents/{id}/move", Who::Writers, put)
        .post("/documents/{id}/remove", Who::Writers, remove_one)
        .done()
}

#[derive(Template)]
#[template(path = "documents/rename.html")]
struct Rename {
    v: Voice,
    shell: Shell,
    head: Head,
    title: String,
    fault: String,
}

async fn rename_form(parts: &Parts, asking: &Asking, head: Head, title: String) -> kernel::Result<Rename> {
    let mut reader = parts.database.read().await?;
    let shell = Shell::load(&mut reader, asking, Spot::Space(head.document.space_id)).await?;
    Ok(Rename { v: asking.voice(), shell, head, title, fault: String::new() })
}

async fn show_rename(State(parts): State<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    let head = for_change(&parts, &asking, id).await?;
    let title = head.document.title.clone();
    Ok(Html(rename_form(&parts, &asking, head, title).await?).into_response())
}

#[derive(Deserialize)]
struct Title {
    title: String,
}

async fn rename(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Form(Title { title }): Form<Title>,
) -> Answer {
    let wanted = Change { title: Some(title.clone()), ..Change::default() };
    match change::change(&parts, &asking.person, id.into(), None, wanted).await {
        Ok(document) => Ok(see_other(&document.url())),
        Err(error) => {
            let (_, fault) = fault(&asking.voice(), error)?;
            let head = for_change(&parts, &asking, id).await?;
            let form = rename_form(&parts, &asking, head, title).await?;
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, Rename { fault, ..form }))
        }
    }
}

/// A place in the list to choose from.
struct Place {
    id: Uuid,
    name: String,
}

#[derive(Template)]
#[template(path = "documents/move.html")]
struct Move {
    v: Voice,
    shell: Shell,
    head: Head,
    /// Where it shall lie, and who would read it there.
    goal: Seen,
    audience: Audience,
    folders: Vec<Place>,
    /// All spaces she may write in.
    spaces: Vec<Writable>,
}

impl Move {
    fn is_here(&self, folder: &Uuid) -> bool {
        self.head.document.folder_id == Some(*folder)
    }

    fn goes_elsewhere(&self) -> bool {
        self.goal.space_id != self.head.document.space_id
    }

    /// More people could read it afterwards.
    fn is_wider(&self) -> bool {
        self.goes_elsewhere() && self.goal.visibility != Visibility::Private
    }
}

#[derive(Deserialize)]
struct Goal {
    space: Option<Uuid>,
    folder: Option<String>,
}

async fn show_move(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Query(goal): Query<Goal>,
) -> Answer {
    let (v, head) = (asking.voice(), for_change(&parts, &asking, id).await?);
    let mut reader = parts.database.read().await?;
    let space = SpaceId::from(goal.space.unwrap_or(head.document.space_id));
    let goal = crate::place::write(&mut reader, &asking.person, &space.into()).await?;
    let audience = Audience::of(&mut reader, &v, &goal).await?;
    let all = folders::all(&mut reader, space).await?;
    let mut places: Vec<Place> = all.iter().map(|it| Place { id: it.id, name: path(&all, it.id) }).collect();
    places.sort_by_key(|it| it.name.to_lowercase());
    let spaces = shelf::writable(&mut reader, &asking.person).await?;
    let shell = Shell::load(&mut reader, &asking, Spot::Space(head.document.space_id)).await?;
    Ok(Html(Move { v, shell, head, goal, audience, folders: places, spaces }).into_response())
}

async fn put(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Form(goal): Form<Goal>,
) -> Answer {
    let folder = match goal.folder.as_deref().filter(|it| !it.is_empty()) {
        Some(folder) => Some(folder.parse().map_err(|_| Error::NotFound)?),
        None => None,
    };
    let wanted = Change { space: goal.space.map(SpaceId::from), folder: Some(folder), title: None };
    let document = change::change(&parts, &asking.person, id.into(), None, wanted).await?;
    let said = asking.voice().t1("documents-moved", "space", &document.space_title);
    Ok(toast(see_other(&document.url()), &said))
}

async fn remove_one(State(parts): State<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    let document = remove::remove(&parts, &asking.person, id.into()).await?;
    let said = asking.voice().t1("documents-removed", "title", &document.title);
    let mut reader = parts.database.read().await?;
    // Somebody may have been taken out of the space meanwhile.
    let space = document.space();
    let stays = may::read(&mut reader, &asking.person, &space.into()).await.is_ok();
    let back = if stays { format!("/documents/bin?space={}", space.uuid()) } else { "/documents".to_owned() };
    Ok(toast(see_other(&back), &said))
}
