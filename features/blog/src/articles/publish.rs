//! The page is frozen as it reads now, and everybody sees it: at once, at a time, or when somebody else
//! agrees.

use access::{Person, settings};
use database::{Reads, Tx};
use dispatch::jobs;
use kernel::activity::{Deed, Verb};
use kernel::clock::Time;
use kernel::ids::Uuid;
use kernel::{Error, Result};

use super::article::{Article, State};
use super::due::JOB;
use super::{find, release, store};
use crate::Parts;
use crate::activity::{PROPOSED, PUBLISHED, SCHEDULED};
use crate::settings::settings::{IMPRINT, SECOND_PERSON, YES};

/// `at` is when it shall be public; `None` for at once, or for the time that was asked for before. `seen` is
/// the mark of what somebody agrees to; `None` for who does not mind.
///
/// Errors: `NotFound`, `Forbidden`, `Conflict` while the imprint is empty and strangers can read here, for
/// something else than what was seen, and for what is public and needs somebody else to agree.
pub(crate) async fn publish(
    parts: &Parts,
    person: &Person,
    id: Uuid,
    at: Option<Time>,
    seen: Option<&str>,
) -> Result<Article> {
    let mut reader = parts.database.read().await?;
    let (article, _) = find::write(&mut reader, person, id).await?;
    must_have_an_imprint(parts, &mut reader).await?;
    let two_look = settings::get(&mut reader, SECOND_PERSON).await?.as_deref() == Some(YES);
    drop(reader);
    // Whoever agrees, agrees to what was shown to her, and not to what was written since.
    let agrees = two_look && !article.needs_another(person.id);
    let frozen = if agrees { None } else { Some(release::freeze(parts, person, &article).await?) };

    let mut tx = parts.database.begin().await?;
    let mut article = find::change(&mut tx, person, id).await?;
    if agrees && article.needs_another(person.id) {
        return Err(Error::conflict("blog-changed-meanwhile"));
    }
    if agrees && let Some(seen) = seen {
        let waits = store::release(&mut tx, id).await?;
        if waits.is_none_or(|it| it.mark() != seen) {
            return Err(Error::conflict("blog-release-changed"));
        }
    }
    if two_look && !agrees && article.is_public() {
        return Err(Error::conflict("blog-public-stays"));
    }
    if let Some(release) = &frozen {
        store::put_release(&mut tx, &article, release).await?;
    }
    let at = at.or_else(|| agrees.then_some(article.publish_at).flatten().map(Time::from));
    let verb = if two_look && !agrees {
        propose(&mut article, person, at)
    } else {
        let_out(&mut tx, &mut article, person, at).await?
    };
    store::update(&mut tx, &article).await?;
    tx.record(Deed { actor: person.id, verb, object: article.thing(), target: Some(article.page()) });
    tx.commit().await?;
    Ok(article)
}

fn propose(article: &mut Article, person: &Person, at: Option<Time>) -> Verb {
    article.state = State::Waiting;
    article.publish_at = at.map(Time::micros);
    article.asked_by = Some(person.id.uuid());
    PROPOSED
}

async fn let_out(tx: &mut Tx, article: &mut Article, person: &Person, at: Option<Time>) -> Result<Verb> {
    let now = tx.at();
    article.asked_by = article.asked_by.or(Some(person.id.uuid()));
    let key = article.id.to_string();
    if let Some(at) = at.filter(|it| *it > now) {
        article.state = State::Scheduled;
        article.publish_at = Some(at.micros());
        jobs::queue(tx, JOB, &key, "", at).await?;
        return Ok(SCHEDULED);
    }
    jobs::cancel(tx, JOB, &key).await?;
    article.state = State::Published;
    article.publish_at = None;
    article.published_at = article.published_at.or(Some(now.micros()));
    Ok(PUBLISHED)
}

/// Errors: `Conflict`, in words.
pub(crate) async fn must_have_an_imprint(parts: &Parts, from: &mut impl Reads) -> Result<()> {
    let is_written = settings::get(from, IMPRINT).await?.is_some_and(|it| !it.trim().is_empty());
    if is_written || is_at_home(parts.gate.origin.public_url()) {
        Ok(())
    } else {
        Err(Error::conflict("blog-imprint-first"))
    }
}

/// Whether only this machine reads at this address.
pub(crate) fn is_at_home(public_url: &str) -> bool {
    let host = public_url.split_once("://").map_or(public_url, |(_, rest)| rest);
    if host.starts_with("[::1]") {
        return true;
    }
    let host = host.split(':').next().unwrap_or_default();
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|it| it.is_loopback())
}
