//! Posts for programs.

use access::may;
use api::{Json, List, Listing, PersonJson};
use axum::extract::State;
use axum::http::header::{ETAG, IF_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use database::Reader;
use feature::{Routes, Who};
use kernel::clock::Time;
use kernel::ids::{SpaceId, Uuid};
use kernel::{Error, Result, when};
use page::{Answer, Anyone, Asking, Path, Query, SignedIn};
use serde::{Deserialize, Serialize};

use super::body::Body;
use super::drawn::{self, Shown};
use super::post::Kind;
use super::store::{self, Before};
use super::{edit, find, pin, remove, write};
use crate::Parts;
use crate::polls::poll::{Ballot, Poll};

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/api/v1/posts", Who::Readers, list)
        .post("/api/v1/posts", Who::Writers, write_post)
        .get("/api/v1/posts/{id}", Who::Readers, show)
        .patch("/api/v1/posts/{id}", Who::Writers, change)
        .delete("/api/v1/posts/{id}", Who::Writers, remove_post)
        .put("/api/v1/posts/{id}/pin", Who::Owners, pin_post)
        .delete("/api/v1/posts/{id}/pin", Who::Owners, unpin_post)
        .done()
}

#[derive(Serialize)]
struct OptionJson {
    id: Uuid,
    text: String,
    /// `null` for who has not voted yet, while others still do.
    votes: Option<i64>,
    mine: bool,
    /// Only where votes are named.
    #[serde(skip_serializing_if = "Option::is_none")]
    names: Option<Vec<String>>,
}

#[derive(Serialize)]
struct PollJson {
    multiple: bool,
    named: bool,
    closes_at: Option<String>,
    closed: bool,
    options: Vec<OptionJson>,
}

impl PollJson {
    fn of(poll: &Poll, now: Time) -> Self {
        let is_shown = poll.shows_results(now);
        let option = |it: &crate::polls::poll::Choice| OptionJson {
            id: it.id,
            text: it.text.clone(),
            votes: is_shown.then_some(it.votes),
            mine: it.mine,
            names: (poll.named && is_shown).then(|| it.names.clone()),
        };
        Self {
            multiple: poll.multiple,
            named: poll.named,
            closes_at: poll.closes_at.map(api::time),
            closed: poll.is_closed(now),
            options: poll.choices.iter().map(option).collect(),
        }
    }
}

#[derive(Serialize)]
struct PostJson {
    id: Uuid,
    kind: &'static str,
    space_id: Uuid,
    url: String,
    body: String,
    body_html: String,
    author: PersonJson,
    at: String,
    edited_at: Option<String>,
    /// Of one that waits, when it is due; its author alone sees it.
    publish_at: Option<String>,
    pinned: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    poll: Option<PollJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    announcement: Option<AnnouncementJson>,
}

#[derive(Serialize)]
struct AnnouncementJson {
    read_by: Option<String>,
    /// Whether I have confirmed it.
    confirmed: bool,
    /// For the author: how many have, of how many.
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<i64>,
    /// For the author, and only after its date: who has not.
    #[serde(skip_serializing_if = "Option::is_none")]
    missing: Option<Vec<String>>,
}

impl From<Shown> for PostJson {
    fn from(shown: Shown) -> Self {
        let Shown { v, post, html, poll, notice } = shown;
        let announcement = notice.map(|it| AnnouncementJson {
            read_by: it.read_by.map(api::time),
            confirmed: it.standing.mine,
            count: it.standing.count.map(|(count, _)| count),
            of: it.standing.count.map(|(_, of)| of),
            missing: it.standing.missing,
        });
        Self {
            id: post.id,
            kind: post.kind.code(),
            space_id: post.space_id,
            url: post.url(),
            author: PersonJson::from(&post.author()),
            at: api::time(post.at),
            edited_at: post.edited_at.map(api::time),
            publish_at: post.publish_at.map(api::time),
            pinned: post.pinned_at.is_some(),
            answer_id: post.answer_id,
            poll: poll.map(|it| PollJson::of(&it.poll, v.now)),
            announcement,
            body_html: html,
            body: post.body,
        }
    }
}

#[derive(Deserialize)]
struct PollSent {
    #[serde(default)]
    options: Vec<String>,
    #[serde(default)]
    multiple: bool,
    #[serde(default)]
    named: bool,
    closes_at: Option<String>,
}

#[derive(Deserialize)]
struct Sent {
    /// The whole company if it is left out.
    space_id: Option<Uuid>,
    body: String,
    kind: Option<String>,
    poll: Option<PollSent>,
    publish_at: Option<String>,
    read_by: Option<String>,
}

fn time(field: &'static str, text: Option<&str>) -> Result<Option<Time>> {
    let wrong = || Error::invalid(field, "posts-time-wrong");
    text.map(|it| when::parse_rfc3339(it).ok_or_else(wrong)).transpose()
}

impl Sent {
    fn draft(&self, now: Time) -> Result<write::Draft> {
        let poll = self.poll.as_ref().map(|it| {
            let closes_at = time("poll.closes_at", it.closes_at.as_deref())?;
            Ballot::parse(it.options.iter().map(String::as_str), it.multiple, it.named, closes_at, now)
        });
        Ok(write::Draft {
            id: None,
            space: self.space_id.map(SpaceId::from),
            kind: self.kind.as_deref().map_or(Ok(Kind::Post), Kind::parse)?,
            body: Body::parse(&self.body)?,
            poll: poll.transpose()?,
            publish_at: time("publish_at", self.publish_at.as_deref())?,
            read_by: time("read_by", self.read_by.as_deref())?,
        })
    }
}

async fn write_post(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Json(sent): Json<Sent>,
) -> Answer<Response> {
    let draft = sent.draft(asking.now)?;
    let id = write::write(&parts, &asking.person, draft).await?;
    let answer = answer(&mut parts.database.read().await?, &asking, id).await?;
    Ok((StatusCode::CREATED, answer).into_response())
}

#[derive(Deserialize)]
struct Wanted {
    space: Option<Uuid>,
}

async fn list(
    State(parts): State<Parts>,
    Anyone(asking): Anyone,
    Query(wanted): Query<Wanted>,
    Query(listing): Query<Listing>,
) -> Answer<Json<List<PostJson>>> {
    let space = wanted.space.ok_or_else(|| Error::invalid("space", "posts-which-space"))?;
    let mut reader = parts.database.read().await?;
    may::read(&mut reader, &asking.person, &SpaceId::from(space).into()).await?;
    let (limit, before) = (listing.limit()?, listing.after()?.unwrap_or(Before::END));
    let ids = store::newest(&mut reader, &asking.person, space, before, limit + 1).await?;
    let shown = drawn::several(&mut reader, &asking.voice(), &asking.person, &ids).await?;
    let List { items, next } = List::cut(shown, limit, |it| Before(it.post.at, it.post.id).to_string());
    Ok(Json(List { items: items.into_iter().map(PostJson::from).collect(), next }))
}

async fn show(State(parts): State<Parts>, Anyone(asking): Anyone, Path(id): Path<Uuid>) -> Answer {
    answer(&mut parts.database.read().await?, &asking, id).await
}

/// How it stands now, with its entity tag.
pub(crate) async fn answer(reader: &mut Reader, asking: &Asking, id: Uuid) -> Answer<Response> {
    let (post, _) = find::read(reader, &asking.person, id).await?;
    let shown = drawn::one(reader, &asking.voice(), &asking.person, id).await?.ok_or(Error::NotFound)?;
    Ok(([(ETAG, post.etag())], Json(PostJson::from(shown))).into_response())
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
    Json(changed): Json<Changed>,
) -> Answer {
    let meant_for = headers.get(IF_MATCH).and_then(|it| it.to_str().ok());
    edit::edit(&parts, &asking.person, id, Body::parse(&changed.body)?, meant_for).await?;
    answer(&mut parts.database.read().await?, &asking, id).await
}

async fn remove_post(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
) -> Answer<StatusCode> {
    remove::remove(&parts.database, &asking.person, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn pin_post(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
) -> Answer<StatusCode> {
    pin::pin(&parts.database, &asking.person, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn unpin_post(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
) -> Answer<StatusCode> {
    pin::unpin(&parts.database, &asking.person, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
