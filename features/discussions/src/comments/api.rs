//! Comments for programs.

use access::Person;
use api::{List, Listing, PersonJson};
use axum::extract::State;
use axum::http::header::{ETAG, IF_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use database::{Reader, Reads};
use feature::{Routes, Who};
use kernel::Result;
use kernel::ids::{PersonId, ThingId, Uuid};
use page::{Answer, Anyone, Asking, Path, Query, SignedIn};
use serde::{Deserialize, Serialize};

use super::body::{Body, Names, html};
use super::comment::{Comment, CommentId};
use super::store::{self, After};
use super::web::find_readable;
use super::{edit, remove, resolve, write};
use crate::Parts;
use crate::anchors::anchor::Anchor;
use crate::reactions::bar::{self, Counted};
use crate::timeline::web::seen;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/api/v1/comments", Who::Readers, list)
        .post("/api/v1/comments", Who::Writers, write_comment)
        .get("/api/v1/comments/{id}", Who::Readers, show)
        .patch("/api/v1/comments/{id}", Who::Writers, change)
        .delete("/api/v1/comments/{id}", Who::Writers, remove_comment)
        .post("/api/v1/comments/{id}/resolve", Who::Writers, resolve_comment)
        .post("/api/v1/comments/{id}/reopen", Who::Writers, reopen_comment)
        .done()
}

#[derive(Serialize)]
struct AnchorJson {
    quote: String,
    prefix: String,
    suffix: String,
    page: Option<i64>,
    /// The passage as it reads now, where it was changed.
    quote_now: Option<String>,
}

#[derive(Serialize)]
struct CommentJson {
    id: Uuid,
    about: String,
    body: String,
    body_html: String,
    author: PersonJson,
    at: String,
    edited_at: Option<String>,
    removed: bool,
    resolved: bool,
    reply_to: Option<Uuid>,
    anchor_state: String,
    anchor_version: i64,
    anchor: Option<AnchorJson>,
    asks: Option<PersonJson>,
    /// Whether the answer of who is asked is awaited.
    waiting: bool,
    reactions: Vec<Counted>,
}

impl CommentJson {
    fn of(comment: Comment, names: &Names, reactions: Vec<Counted>) -> Self {
        let anchor = comment.quote.clone().map(|quote| AnchorJson {
            quote,
            prefix: comment.prefix.clone().unwrap_or_default(),
            suffix: comment.suffix.clone().unwrap_or_default(),
            page: comment.page,
            quote_now: comment.quote_now.clone(),
        });
        Self {
            id: comment.id,
            about: comment.about().to_string(),
            body_html: html(&comment.body, names),
            author: PersonJson::from(&comment.author()),
            at: api::time(comment.at),
            edited_at: comment.edited_at.map(api::time),
            removed: comment.is_removed(),
            resolved: comment.resolved_at.is_some(),
            reply_to: comment.reply_to,
            anchor,
            asks: comment.asks().as_ref().map(PersonJson::from),
            waiting: comment.waits(),
            reactions,
            body: comment.body,
            anchor_state: comment.anchor_state,
            anchor_version: comment.anchor_version,
        }
    }
}

#[derive(Deserialize)]
struct AnchorSent {
    quote: String,
    prefix: Option<String>,
    suffix: Option<String>,
    page: Option<i64>,
}

#[derive(Deserialize)]
struct Sent {
    about: String,
    body: String,
    anchor: Option<AnchorSent>,
    reply_to: Option<Uuid>,
    asks: Option<Uuid>,
}

async fn write_comment(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    api::Json(sent): api::Json<Sent>,
) -> Answer<(StatusCode, api::Json<CommentJson>)> {
    let about = ThingId::parse(&sent.about)?;
    let anchor = sent.anchor.map(|it| {
        let (prefix, suffix) = (it.prefix.unwrap_or_default(), it.suffix.unwrap_or_default());
        Anchor::parse(&it.quote, &prefix, &suffix, it.page)
    });
    let draft = write::Draft {
        body: Body::parse(&sent.body)?,
        anchor: anchor.transpose()?,
        reply_to: sent.reply_to,
        asks: sent.asks.map(PersonId::from),
    };
    let written = write::write(&parts, &asking.person, &about, draft).await?;
    let json = CommentJson::of(written.comment, &written.names, Vec::new());
    Ok((StatusCode::CREATED, api::Json(json)))
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    about: String,
}

async fn list(
    State(parts): State<Parts>,
    Anyone(asking): Anyone,
    Query(wanted): Query<Wanted>,
    Query(listing): Query<Listing>,
) -> Answer<api::Json<List<CommentJson>>> {
    let mut reader = parts.database.read().await?;
    let about = seen(&mut reader, &asking, &ThingId::parse(&wanted.about)?).await?;
    let (limit, after) = (listing.limit()?, listing.after()?.unwrap_or(After::BEGINNING));
    let ids = store::ids_after(&mut reader, &about, after, limit + 1).await?;
    let comments = store::fetch(&mut reader, &ids).await?;
    let List { items, next } = List::cut(comments, limit, |it| After(it.at, it.id).to_string());
    let items = shown(&mut reader, &asking.person, items).await?;
    Ok(api::Json(List { items, next }))
}

async fn shown(from: &mut impl Reads, person: &Person, all: Vec<Comment>) -> Result<Vec<CommentJson>> {
    let ids: Vec<Uuid> = all.iter().map(|it| it.id).collect();
    let mut names = store::names_in(from, &ids).await?;
    let mut reactions = bar::beside(from, person, CommentId::KIND, &ids).await?;
    let json = |comment: Comment| {
        let names = names.remove(&comment.id).unwrap_or_default();
        let reactions = reactions.remove(&comment.id).unwrap_or_default();
        CommentJson::of(comment, &names, reactions)
    };
    Ok(all.into_iter().map(json).collect())
}

async fn show(State(parts): State<Parts>, Anyone(asking): Anyone, Path(id): Path<Uuid>) -> Answer {
    answer(&mut parts.database.read().await?, &asking, id).await
}

async fn answer(reader: &mut Reader, asking: &Asking, id: Uuid) -> Answer<Response> {
    let (comment, _) = find_readable(reader, asking, id).await?;
    let tag = comment.etag();
    let json = shown(reader, &asking.person, vec![comment]).await?.pop();
    Ok(([(ETAG, tag)], api::Json(json)).into_response())
}

#[derive(Deserialize)]
struct Changed {
    body: String,
}

async fn change(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    headers: HeaderMap,
    api::Json(changed): api::Json<Changed>,
) -> Answer {
    let meant_for = headers.get(IF_MATCH).and_then(|it| it.to_str().ok());
    edit::edit(&parts, &asking.person, id, Body::parse(&changed.body)?, meant_for).await?;
    answer(&mut parts.database.read().await?, &asking, id).await
}

async fn remove_comment(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
) -> Answer<StatusCode> {
    remove::remove(&parts.database, &asking.person, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn resolve_comment(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
) -> Answer {
    resolve::resolve(&parts.database, &asking.person, id).await?;
    answer(&mut parts.database.read().await?, &asking, id).await
}

async fn reopen_comment(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
) -> Answer {
    resolve::reopen(&parts.database, &asking.person, id).await?;
    answer(&mut parts.database.read().await?, &asking, id).await
}
