//! Stopping reminders of a course that one may leave, from inside a mail.

use access::{people, sessions, settings};
use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;
use database::Reads;
use feature::{Routes, Who};
use kernel::ids::{PersonId, Uuid};
use kernel::{Error, Result};
use page::{Answer, Anyone, Html, Path, Shell, Spot, Voice, see_other, toast};
use serde::Deserialize;

use super::store;
use crate::Parts;
use crate::courses::store as courses;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/learn/reminders/{assignment}/stop/{person}/{seal}", Who::LinkHolders, ask)
        .post("/learn/reminders/{assignment}/stop/{person}/{seal}", Who::LinkHolders, stop)
        .done()
}

/// What a link in a mail names; its seal says that we made it.
#[derive(Deserialize)]
struct Link {
    assignment: Uuid,
    person: Uuid,
    seal: String,
}

fn sealed_text(person: PersonId, assignment: Uuid) -> String {
    format!("remind/{}/{assignment}", person.uuid())
}

/// The path that a mail carries to be stopped by.
pub(crate) fn stop_path(key: &str, person: PersonId, assignment: Uuid) -> String {
    let seal = access::seal(key, &sealed_text(person, assignment));
    format!("/learn/reminders/{assignment}/stop/{}/{seal}", person.uuid())
}

/// The course that the link is about, and whether it may be left.
///
/// Errors: `NotFound` for a link that we did not make, and for who has left.
async fn checked(from: &mut impl Reads, link: &Link, now: kernel::clock::Time) -> Result<(Uuid, bool)> {
    let key = settings::get(from, settings::SIGNING_KEY).await?.ok_or(Error::NotFound)?;
    let person = PersonId::from(link.person);
    let expected = access::seal(&key, &sealed_text(person, link.assignment));
    if !access::same(&expected, &link.seal) || !sessions::stands(from, person, None, now).await? {
        return Err(Error::NotFound);
    }
    let (course, mandatory) = store::about(from, link.assignment).await?.ok_or(Error::NotFound)?;
    Ok((course, mandatory == 0))
}

#[derive(Template)]
#[template(path = "reminders/stop.html")]
struct Ask {
    v: Voice,
    shell: Shell,
    title: String,
    may_stop: bool,
    path: String,
}

/// Mail scanners open links: so nothing happens until the button is pressed.
async fn ask(State(parts): State<Parts>, Anyone(asking): Anyone, Path(link): Path<Link>) -> Answer {
    let mut reader = parts.database.read().await?;
    let (course, may_stop) = checked(&mut reader, &link, asking.now).await?;
    let person = people::by_id(&mut reader, link.person.into()).await?.ok_or(Error::NotFound)?;
    let locale = person.language.unwrap_or(asking.locale);
    let title = courses::find(&mut reader, course, locale).await?.ok_or(Error::NotFound)?.title;
    let path = format!("/learn/reminders/{}/stop/{}/{}", link.assignment, link.person, link.seal);
    let shell = Shell::load(&mut reader, &asking, Spot::Nowhere).await?;
    Ok(Html(Ask { v: asking.voice(), shell, title, may_stop, path }).into_response())
}

async fn stop(State(parts): State<Parts>, Anyone(asking): Anyone, Path(link): Path<Link>) -> Answer {
    let mut tx = parts.database.begin().await?;
    let (_, may_stop) = checked(&mut tx, &link, asking.now).await?;
    if !may_stop {
        return Err(Error::conflict("learning-stop-mandatory").into());
    }
    store::stop(&mut tx, link.assignment, link.person).await?;
    tx.commit().await?;
    let back = if asking.person.is_somebody() { "/learn" } else { "/sign-in" };
    Ok(toast(see_other(back), &asking.voice().t("learning-stopped")))
}
