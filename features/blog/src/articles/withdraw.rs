//! What is public, or would be soon, is inside the house again.

use access::Person;
use dispatch::jobs;
use kernel::activity::Deed;
use kernel::ids::Uuid;
use kernel::{Error, Result};

use super::article::{Article, State};
use super::due::JOB;
use super::{editors, find, store};
use crate::Parts;
use crate::activity::WITHDREW;

/// By who writes in its page, and by the editors, wherever the page lies: they answer for what is public.
/// May be repeated.
///
/// Errors: `NotFound`, `Forbidden`.
pub(crate) async fn withdraw(parts: &Parts, person: &Person, id: Uuid) -> Result<Article> {
    let mut tx = parts.database.begin().await?;
    let mut article = match find::change(&mut tx, person, id).await {
        Err(refusal @ (Error::NotFound | Error::Forbidden(_))) => {
            let public = store::find(&mut tx, id).await?;
            if !public.is_public() || editors::must_be_editor(&mut tx, person).await.is_err() {
                return Err(refusal);
            }
            public
        }
        other => other?,
    };
    jobs::cancel(&mut tx, JOB, &id.to_string()).await?;
    article.state = match article.state {
        State::Published | State::Withdrawn => State::Withdrawn,
        State::Draft | State::Waiting | State::Scheduled if article.published_at.is_some() => {
            State::Withdrawn
        }
        State::Draft | State::Waiting | State::Scheduled => State::Draft,
    };
    (article.publish_at, article.asked_by) = (None, None);
    store::update(&mut tx, &article).await?;
    let target = Some(article.page());
    tx.record(Deed { actor: person.id, verb: WITHDREW, object: article.thing(), target });
    tx.commit().await?;
    Ok(article)
}
