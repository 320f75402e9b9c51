//! The author says it better. What stood there before stays readable.

use access::{Person, may};
use kernel::activity::Deed;
use kernel::ids::Uuid;
use kernel::{Error, Result};

use super::body::{Addressed, Body};
use super::comment::CommentId;
use super::store;
use crate::Parts;
use crate::activity::{EDITED, MENTIONED};

/// `meant_for` is the entity tag of the state that is to be changed, if the client knows one.
///
/// Errors: `NotFound` if the person may not see the thing, `Forbidden` if the comment is not hers or she may
/// only read, `Conflict` if it was removed, `Outdated` if somebody changed it since.
pub(crate) async fn edit(
    parts: &Parts,
    person: &Person,
    id: Uuid,
    body: Body,
    meant_for: Option<&str>,
) -> Result<()> {
    let mut reader = parts.database.read().await?;
    let found = store::find(&mut reader, id).await?.ok_or(Error::NotFound)?;
    let seen = may::read(&mut reader, person, &found.about()).await?;
    found.must_be_by(person)?;
    let addressed = Addressed::find(&mut reader, person, &seen, body, None).await?;
    drop(reader);

    let mut tx = parts.database.begin().await?;
    let thing = may::write(&mut tx, person, &found.about()).await?;
    let now = store::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    now.must_stand()?;
    if meant_for.is_some_and(|tag| tag != "*" && tag != now.etag()) {
        return Err(Error::Outdated { message: "discussions-edited-meanwhile".into(), kept: None });
    }
    if addressed.body == now.body {
        return Ok(());
    }
    store::update_body(&mut tx, id, &addressed.body).await?;
    for gone in store::mentioned_in(&mut tx, id).await? {
        if !addressed.mentioned.iter().any(|it| it.id == gone) {
            store::forget_mention(&mut tx, id, gone).await?;
        }
    }
    for mentioned in &addressed.mentioned {
        store::mention(&mut tx, id, mentioned.id).await?;
    }
    let deed = |verb| Deed {
        actor: person.id,
        verb,
        object: CommentId::from(id).into(),
        target: Some(thing.thing()),
    };
    tx.record(deed(EDITED));
    let now = tx.at().micros();
    if !store::mentioned_at(&mut tx, id, now).await?.is_empty() {
        tx.record(deed(MENTIONED));
    }
    tx.commit().await
}
