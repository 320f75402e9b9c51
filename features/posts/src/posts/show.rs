//! The page of one post, with what was said to it; and what is pinned in a space, what waits for its time.

use access::may;
use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::Error;
use kernel::ids::{SpaceId, Uuid};
use page::{Answer, Anyone, Audience, Html, Path, Query, Shell, SignedIn, Spot, Voice};
use serde::Deserialize;

use super::body::{self, Names};
use super::drawn::{self, Shown};
use super::post::Post;
use super::{find, store};
use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/posts/{id}", Who::Readers, show)
        .get("/posts/pinned", Who::Readers, show_pinned)
        .get("/posts/waiting", Who::Oneself, show_waiting)
        .done()
}

#[derive(Template)]
#[template(path = "posts/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    post: Post,
    title: String,
    /// The space, where it belongs.
    place: (Uuid, String),
    audience: Audience,
    shown: Shown,
    /// Until when, and what it said.
    former: Vec<(i64, String)>,
    may_edit: bool,
    may_remove: bool,
    may_pin: bool,
    /// Whether a question has its answer.
    is_answered: bool,
}

impl Show {
    fn face(&self) -> String {
        page::avatar(&self.post.author(), "")
    }

    /// "Frage von Svenja Roth": what it says stands below.
    fn heading(&self) -> String {
        let kind = self.v.t(self.post.kind.name());
        self.v.t2("posts-heading", "kind", kind, "name", self.name())
    }

    fn name(&self) -> String {
        match self.post.author_name.as_str() {
            "" => self.v.t("posts-somebody"),
            name => name.to_owned(),
        }
    }
}

async fn show(State(parts): State<Parts>, Anyone(asking): Anyone, Path(id): Path<Uuid>) -> Answer {
    let mut reader = parts.database.read().await?;
    let known = |error| match error {
        // Who is not signed in is asked to do so instead of being told that it is not there.
        Error::NotFound if !asking.person.is_somebody() => Error::SignedOut,
        other => other,
    };
    let (post, seen) = find::read(&mut reader, &asking.person, id).await.map_err(known)?;
    let v = asking.voice();
    let shell = Shell::load(&mut reader, &asking, Spot::Space(seen.space_id)).await?;
    let audience = Audience::of(&mut reader, &v, &seen).await?;
    let shown = drawn::one(&mut reader, &v, &asking.person, id).await?.ok_or(Error::NotFound)?;
    let former = store::revisions(&mut reader, id).await?.into_iter();
    let is_mine = post.is_by(&asking.person);
    let page = Show {
        title: super::post::title(&post.body),
        place: (seen.space_id, seen.space_title.clone()),
        former: former.map(|(at, text)| (at, body::html(&text, &Names::new()))).collect(),
        may_edit: is_mine && seen.level.may_write(),
        may_remove: post.must_be_removable_by(&asking.person, &seen).is_ok(),
        may_pin: seen.level.owns() && !post.waits(),
        is_answered: post.answer_id.is_some(),
        v,
        shell,
        audience,
        shown,
        post,
    };
    Ok(Html(page).into_response())
}

#[derive(Deserialize)]
struct Of {
    space: Uuid,
}

#[derive(Template)]
#[template(path = "posts/pinned.html")]
struct Pinned {
    v: Voice,
    posts: Vec<(Uuid, String)>,
}

/// A frame at the side of a space.
async fn show_pinned(
    State(parts): State<Parts>,
    Anyone(asking): Anyone,
    Query(of): Query<Of>,
) -> Answer<Html<Pinned>> {
    let mut reader = parts.database.read().await?;
    may::read(&mut reader, &asking.person, &SpaceId::from(of.space).into()).await?;
    let posts = store::pinned(&mut reader, &asking.person, of.space).await?;
    Ok(Html(Pinned { v: asking.voice(), posts }))
}

#[derive(Template)]
#[template(path = "posts/waiting.html")]
struct Waiting {
    v: Voice,
    shell: Shell,
    posts: Vec<(Post, String)>,
}

async fn show_waiting(State(parts): State<Parts>, SignedIn(asking): SignedIn) -> Answer<Html<Waiting>> {
    let mut reader = parts.database.read().await?;
    let ids = store::waiting(&mut reader, &asking.person).await?;
    let mut posts = store::fetch(&mut reader, &ids).await?;
    posts.sort_by_key(|it| (it.publish_at, it.id));
    let shell = Shell::load(&mut reader, &asking, Spot::Home).await?;
    let titled = |post: Post| {
        let title = super::post::title(&post.body);
        (post, title)
    };
    Ok(Html(Waiting { v: asking.voice(), shell, posts: posts.into_iter().map(titled).collect() }))
}
