//! Somebody tells something to those of a space, at once or at a time.

use access::{Person, Thing, may};
use database::Tx;
use dispatch::jobs;
use kernel::activity::Deed;
use kernel::clock::Time;
use kernel::ids::{PersonId, SpaceId, Uuid};
use kernel::{Error, Result};

use super::body::{Addressed, Body};
use super::due::JOB;
use super::post::{self, Kind, Post, PostId};
use super::store;
use crate::polls::poll::Ballot;
use crate::{Parts, company, polls};

/// What is to be said, and how.
#[derive(Debug)]
pub(crate) struct Draft {
    /// The id that a form was given, so that it makes one post however often it is sent.
    pub id: Option<Uuid>,
    /// `None` for the whole company.
    pub space: Option<SpaceId>,
    pub kind: Kind,
    pub body: Body,
    pub poll: Option<Ballot>,
    pub publish_at: Option<Time>,
    pub read_by: Option<Time>,
}

/// Answers the id of the post.
///
/// Errors: `NotFound` for a space the person may not know of, `Forbidden` if she may only read there, or for
/// the company if she is no colleague; `Invalid` on `body` for praise that names nobody, on `kind` for a poll
/// that is to be read by all, and on `read_by` for a time before it can be read.
pub(crate) async fn write(parts: &Parts, person: &Person, draft: Draft) -> Result<Uuid> {
    must_fit(&draft)?;
    let space = match draft.space {
        Some(space) => space,
        None => company::open(parts, person).await?,
    };
    let mut reader = parts.database.read().await?;
    let seen = may::read(&mut reader, person, &space.into()).await?;
    let addressed = Addressed::find(&mut reader, person, &seen, draft.body).await?;
    drop(reader);
    if draft.kind == Kind::Praise && addressed.mentioned.is_empty() {
        return Err(Error::invalid("body", "posts-praise-whom"));
    }

    let mut tx = parts.database.begin().await?;
    may::write(&mut tx, person, &space.into()).await?;
    let id = draft.id.unwrap_or_else(|| PostId::fresh().uuid());
    let mut post = Post::new(id, person, space, tx.at(), draft.kind, addressed.body);
    post.read_by = draft.read_by.filter(|_| post.is_announcement()).map(Time::micros);
    // Names of those who have not read it are told after that time: nobody may set it before the first look.
    if post.read_by.is_some_and(|it| it <= draft.publish_at.unwrap_or(tx.at()).max(tx.at()).micros()) {
        return Err(Error::invalid("read_by", "posts-read-by-over"));
    }
    post.publish_at = draft.publish_at.filter(|it| *it > tx.at()).map(Time::micros);
    if !store::insert(&mut tx, &post).await? {
        return sent_before(&mut tx, person, id).await;
    }
    if let Some(ballot) = &draft.poll {
        polls::store::insert(&mut tx, id, ballot).await?;
    }
    store::mention(&mut tx, id, &addressed.mentioned).await?;
    match post.publish_at {
        Some(at) => jobs::queue(&mut tx, JOB, &id.to_string(), "", Time::from(at)).await?,
        None => tell(&mut tx, &post, draft.poll.is_some()).await?,
    }
    tx.commit().await?;
    Ok(id)
}

fn must_fit(draft: &Draft) -> Result<()> {
    let has_poll = draft.poll.is_some();
    if has_poll && matches!(draft.kind, Kind::Announcement | Kind::Praise) {
        return Err(Error::invalid("kind", "posts-poll-alone"));
    }
    Ok(())
}

/// Errors: `Conflict` for an id that somebody else's form was given.
async fn sent_before(tx: &mut Tx, person: &Person, id: Uuid) -> Result<Uuid> {
    let post = store::find(tx, id).await?.filter(|it| it.is_by(person));
    post.map(|it| it.id).ok_or_else(|| Error::conflict("posts-sent-before"))
}

/// From the commit on those of the space read it.
pub(crate) async fn tell(tx: &mut Tx, post: &Post, has_poll: bool) -> Result<()> {
    let (id, actor) = (post.thing(), PersonId::from(post.author_id));
    let (space, title) = (SpaceId::from(post.space_id), post::title(&post.body));
    Thing { id: id.into(), space, title, url: post.url(), owner: actor }.put(tx).await?;
    tx.record(Deed { actor, verb: post.kind.verb(has_poll), object: id.into(), target: None });
    Ok(())
}
