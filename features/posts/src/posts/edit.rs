//! The author says it better. What stood there before stays readable.

use access::{Person, Thing};
use kernel::activity::Deed;
use kernel::ids::{SpaceId, Uuid};
use kernel::{Error, Result};

use super::body::{Addressed, Body};
use super::post::{self, Kind};
use super::{find, store};
use crate::Parts;
use crate::activity::{EDITED, MENTIONED};

/// `meant_for` is the entity tag of the state that is to be changed, if the client knows one.
///
/// Errors: `NotFound`, `Forbidden` if it is not hers or she may only read, `Outdated` if it was changed
/// since, `Invalid` on the field `body`.
pub(crate) async fn edit(
    parts: &Parts,
    person: &Person,
    id: Uuid,
    body: Body,
    meant_for: Option<&str>,
) -> Result<()> {
    let mut reader = parts.database.read().await?;
    let (found, seen) = find::read(&mut reader, person, id).await?;
    found.must_be_by(person)?;
    let addressed = Addressed::find(&mut reader, person, &seen, body).await?;
    drop(reader);
    if found.kind == Kind::Praise && addressed.mentioned.is_empty() {
        return Err(Error::invalid("body", "posts-praise-whom"));
    }

    let mut tx = parts.database.begin().await?;
    let (post, seen) = find::write(&mut tx, person, id).await?;
    if meant_for.is_some_and(|tag| tag != "*" && tag != post.etag()) {
        return Err(Error::Outdated { message: "posts-edited-meanwhile".into(), kept: None });
    }
    if addressed.body == post.body {
        return Ok(());
    }
    store::update_body(&mut tx, &post, &addressed.body).await?;
    store::mention(&mut tx, id, &addressed.mentioned).await?;
    if !post.waits() {
        let (space, title) = (SpaceId::from(post.space_id), post::title(&addressed.body));
        let thing = post.thing();
        Thing { id: thing.into(), space, title, url: post.url(), owner: seen.owner_id.into() }
            .put(&mut tx)
            .await?;
        let deed = |verb| Deed { actor: person.id, verb, object: thing.into(), target: None };
        tx.record(deed(EDITED));
        let now = tx.at().micros();
        if !store::mentioned(&mut tx, id, now).await?.is_empty() {
            tx.record(deed(MENTIONED));
        }
    }
    tx.commit().await
}
