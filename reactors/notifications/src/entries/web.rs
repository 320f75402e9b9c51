//! The bell, and the page behind it.

use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::ThingId;
use kernel::{Error, limits};
use page::{Answer, Form, Html, Query, Shell, SignedIn, Spot, Voice, see_other};
use serde::Deserialize;

use super::store::{self, Entry};
use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/notifications", Who::Oneself, show)
        .get("/notifications/bell", Who::Oneself, bell)
        .post("/notifications/read", Who::Oneself, read)
        .get("/notifications/open", Who::Oneself, open)
        .done()
}

/// "Aylin Demir hat zu Lastenheft etwas geschrieben", and how much more there is.
pub(crate) fn sentence(parts: &Parts, v: &Voice, entry: &Entry) -> String {
    let known = parts.known.known();
    let told = known.told(&entry.object_kind, &entry.verb);
    let last = told.map(|it| it.sentence(v.locale, &entry.actor.name, &entry.title));
    let last = last.unwrap_or_else(|| entry.title.clone());
    match entry.news - 1 {
        more if more > 0 && entry.read_at.is_none() => {
            v.t2("notifications-and-more", "sentence", last, "n", more)
        }
        _ => last,
    }
}

struct Line {
    entry: Entry,
    text: String,
    day: Option<String>,
}

#[derive(Template)]
#[template(path = "entries/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    lines: Vec<Line>,
    unread: bool,
    up_to: i64,
    older: Option<i64>,
}

#[derive(Deserialize)]
struct Before {
    before: Option<i64>,
}

async fn show(State(parts): State<Parts>, SignedIn(asking): SignedIn, Query(query): Query<Before>) -> Answer {
    let mut reader = parts.database.read().await?;
    let before = query.before.unwrap_or(i64::MAX);
    let limit = limits::PAGE_LENGTH_ROWS;
    let mut entries = store::newest(&mut reader, asking.person.id, before, limit + 1).await?;
    let more = entries.len() > usize::try_from(limit).unwrap_or(0);
    entries.truncate(usize::try_from(limit).unwrap_or(0));
    let (v, shell) = (asking.voice(), Shell::load(&mut reader, &asking, Spot::Nowhere).await?);
    let older = entries.last().map(|it| it.position).filter(|_| more);
    let up_to = entries.first().map_or(0, |it| it.position);
    let unread = entries.iter().any(|it| it.read_at.is_none());
    let mut last_day = String::new();
    let mut lines = Vec::with_capacity(entries.len());
    for entry in entries {
        let day = v.day(&entry.at);
        let text = sentence(&parts, &v, &entry);
        let new_day = (day != last_day).then(|| day.clone());
        last_day = day;
        lines.push(Line { entry, text, day: new_day });
    }
    Ok(Html(Show { v, shell, lines, unread, up_to, older }).into_response())
}

#[derive(Template)]
#[template(path = "entries/bell.html")]
struct Bell {
    v: Voice,
    count: i64,
}

async fn bell(State(parts): State<Parts>, SignedIn(asking): SignedIn) -> Answer {
    let mut reader = parts.database.read().await?;
    let count = store::count_unread(&mut reader, asking.person.id).await?;
    Ok(Html(Bell { v: asking.voice(), count }).into_response())
}

#[derive(Deserialize)]
struct UpTo {
    up_to: i64,
}

async fn read(State(parts): State<Parts>, SignedIn(asking): SignedIn, Form(form): Form<UpTo>) -> Answer {
    let mut tx = parts.database.begin().await?;
    store::read_up_to(&mut tx, asking.person.id, form.up_to).await?;
    tx.commit().await?;
    parts.nudges.send(asking.person.id);
    Ok(see_other("/notifications"))
}

#[derive(Deserialize)]
struct Opened {
    about: String,
}

/// From an entry to its thing; it counts as read then. A GET that changes nothing but what she has seen.
async fn open(State(parts): State<Parts>, SignedIn(asking): SignedIn, Query(query): Query<Opened>) -> Answer {
    let thing = ThingId::parse(&query.about)?;
    let mut tx = parts.database.begin().await?;
    let seen = access::may::read(&mut tx, &asking.person, &thing).await;
    let seen = seen.map_err(|_| Error::NotFound)?;
    store::read_about(&mut tx, asking.person.id, &thing).await?;
    tx.commit().await?;
    parts.nudges.send(asking.person.id);
    Ok(see_other(&seen.url))
}
