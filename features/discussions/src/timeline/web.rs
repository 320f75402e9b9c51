//! The talk as a part of other pages, which bring it in by its address and know no more of it.

use access::{Seen, may};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use database::{Reader, Reads};
use feature::{Routes, Who};
use kernel::ids::ThingId;
use kernel::{Error, Result};
use page::{Answer, Anyone, Asking, Html, Query, Shell, Spot};
use serde::Deserialize;

use super::composer::Typed;
use super::talk::{self, Show, Wish};
use super::thread::Scene;
use super::turbo::Turbo;
use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/talk", Who::Readers, show_talk).done()
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    about: String,
    filter: Option<String>,
    rows: Option<usize>,
}

async fn show_talk(
    State(parts): State<Parts>,
    Anyone(asking): Anyone,
    turbo: Turbo,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let mut reader = parts.database.read().await?;
    let about = seen(&mut reader, &asking, &ThingId::parse(&wanted.about)?).await?;
    let wish = Wish::of(wanted.filter.as_deref(), wanted.rows);
    if !turbo.is_for("talk") {
        return whole_page(&mut reader, &parts, &asking, about, wish, Typed::default()).await;
    }
    let scene = Scene::of(&mut reader, &parts, &asking, about).await?;
    let talk = talk::load(&mut reader, &parts, &scene, wish, Typed::default()).await?;
    Ok(Html(talk).into_response())
}

/// For who has no script, and for a form that was not filled in right.
pub(crate) async fn whole_page(
    reader: &mut Reader,
    parts: &Parts,
    asking: &Asking,
    about: Seen,
    wish: Wish,
    typed: Typed,
) -> Answer<Response> {
    let (title, url) = (about.title.clone(), about.url.clone());
    let scene = Scene::of(reader, parts, asking, about).await?;
    let shell = Shell::load(reader, asking, Spot::Space(scene.about.space_id)).await?;
    let talk = talk::load(reader, parts, &scene, wish, typed).await?;
    Ok(Html(Show { v: asking.voice(), shell, title, url, talk }).into_response())
}

/// The thing, if she may read it. Who is not signed in is asked to do so instead of being told that it is not
/// there.
///
/// Errors: `NotFound`, `SignedOut`.
pub(crate) async fn seen(from: &mut impl Reads, asking: &Asking, thing: &ThingId) -> Result<Seen> {
    let refused = |error| match error {
        Error::NotFound if !asking.person.is_somebody() => Error::SignedOut,
        other => other,
    };
    may::read(from, &asking.person, thing).await.map_err(refused)
}
