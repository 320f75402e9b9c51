//! Choosing what to be told, and stopping from inside a mail.

use access::{may, people, sessions, settings};
use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::{PersonId, ThingId, Uuid};
use kernel::{Error, Result};
use page::{Answer, Anyone, Form, Html, Path, Query, Shell, SignedIn, Spot, Voice, see_other, toast};
use serde::Deserialize;

use super::level::Level;
use super::store;
use crate::Parts;

const MAIL_CHOICES: [&str; 4] = ["at_once", "bundle", "daily", "none"];

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/notifications/choices", Who::Oneself, show_choices)
        .post("/notifications/choices", Who::Oneself, choose)
        .get("/notifications/level", Who::Readers, show_level)
        .post("/notifications/level", Who::Readers, set_level)
        .get("/notifications/stop/{person}/{kind}/{id}/{seal}", Who::LinkHolders, ask_to_stop)
        .post("/notifications/stop/{person}/{kind}/{id}/{seal}", Who::LinkHolders, stop)
        .done()
}

#[derive(Template)]
#[template(path = "levels/choices.html")]
struct Choices {
    v: Voice,
    choices: [(&'static str, String); 4],
    chosen: String,
}

async fn show_choices(State(parts): State<Parts>, SignedIn(asking): SignedIn) -> Answer {
    let mut reader = parts.database.read().await?;
    let v = asking.voice();
    let chosen = store::mail_choice(&mut reader, asking.person.id).await?;
    let choices = MAIL_CHOICES.map(|it| (it, v.t(&format!("notifications-mail-{}", it.replace('_', "-")))));
    Ok(Html(Choices { v, choices, chosen }).into_response())
}

#[derive(Deserialize)]
struct Chosen {
    mail: String,
}

async fn choose(State(parts): State<Parts>, SignedIn(asking): SignedIn, Form(form): Form<Chosen>) -> Answer {
    if !MAIL_CHOICES.contains(&form.mail.as_str()) {
        return Err(Error::invalid("mail", "notifications-level-unknown").into());
    }
    let mut tx = parts.database.begin().await?;
    store::put_mail_choice(&mut tx, asking.person.id, &form.mail).await?;
    tx.commit().await?;
    Ok(see_other("/notifications/choices"))
}

#[derive(Deserialize)]
struct About {
    about: String,
}

#[derive(Template)]
#[template(path = "levels/level.html")]
struct ShowLevel {
    v: Voice,
    about: String,
    chosen: Option<Level>,
}

async fn show_level(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Query(query): Query<About>,
) -> Answer {
    let mut reader = parts.database.read().await?;
    let thing = may::read(&mut reader, &asking.person, &ThingId::parse(&query.about)?).await?;
    let chosen = store::of(&mut reader, asking.person.id, &thing).await?;
    Ok(Html(ShowLevel { v: asking.voice(), about: thing.thing().to_string(), chosen }).into_response())
}

#[derive(Deserialize)]
struct SetLevel {
    about: String,
    level: String,
}

async fn set_level(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Form(form): Form<SetLevel>,
) -> Answer {
    let level = Level::parse(&form.level)?;
    let mut tx = parts.database.begin().await?;
    let thing = may::read(&mut tx, &asking.person, &ThingId::parse(&form.about)?).await?;
    store::put(&mut tx, asking.person.id, &thing.kind, thing.id, level).await?;
    tx.commit().await?;
    Ok(see_other(&format!("/notifications/level?about={}", thing.thing())))
}

/// What a link in a mail names; its seal says that we made it.
#[derive(Deserialize)]
struct Link {
    person: Uuid,
    kind: String,
    id: Uuid,
    seal: String,
}

fn sealed_text(person: PersonId, thing: &ThingId) -> String {
    format!("stop/{}/{thing}", person.uuid())
}

/// The path that a mail carries to be stopped by.
pub(crate) fn stop_path(key: &str, person: PersonId, thing: &ThingId) -> String {
    let seal = access::seal(key, &sealed_text(person, thing));
    format!("/notifications/stop/{}/{thing}/{seal}", person.uuid())
}

/// Errors: `NotFound` for a link that we did not make.
async fn checked(from: &mut impl database::Reads, link: &Link) -> Result<(PersonId, ThingId)> {
    let key = settings::get(from, settings::SIGNING_KEY).await?.ok_or(Error::NotFound)?;
    let thing = ThingId { kind: link.kind.clone().into(), id: link.id };
    let person = PersonId::from(link.person);
    let expected = access::seal(&key, &sealed_text(person, &thing));
    if access::same(&expected, &link.seal) { Ok((person, thing)) } else { Err(Error::NotFound) }
}

#[derive(Template)]
#[template(path = "levels/stop.html")]
struct AskToStop {
    v: Voice,
    shell: Shell,
    title: String,
    path: String,
}

/// Mail scanners open links: so nothing happens until the button is pressed.
async fn ask_to_stop(State(parts): State<Parts>, Anyone(asking): Anyone, Path(link): Path<Link>) -> Answer {
    let mut reader = parts.database.read().await?;
    let (person, thing) = checked(&mut reader, &link).await?;
    if !sessions::stands(&mut reader, person, None, asking.now).await? {
        return Err(Error::NotFound.into());
    }
    let person = people::by_id(&mut reader, person).await?.ok_or(Error::NotFound)?;
    let title = may::read(&mut reader, &person, &thing).await.map(|it| it.title).unwrap_or_default();
    let path = format!("/notifications/stop/{}/{thing}/{}", link.person, link.seal);
    let shell = Shell::load(&mut reader, &asking, Spot::Nowhere).await?;
    Ok(Html(AskToStop { v: asking.voice(), shell, title, path }).into_response())
}

async fn stop(State(parts): State<Parts>, Anyone(asking): Anyone, Path(link): Path<Link>) -> Answer {
    let mut tx = parts.database.begin().await?;
    let (person, thing) = checked(&mut tx, &link).await?;
    store::put(&mut tx, person, &thing.kind, thing.id, Level::Nothing).await?;
    tx.commit().await?;
    let back = if asking.person.is_somebody() { "/notifications" } else { "/sign-in" };
    Ok(toast(see_other(back), &asking.voice().t("notifications-stopped")))
}
