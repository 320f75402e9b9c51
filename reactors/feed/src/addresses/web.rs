//! Where somebody gets an address for her feed reader, and takes it back.

use access::{digest, fresh_secret, may};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use feature::{Routes, Who};
use kernel::ids::{SpaceId, Uuid};
use kernel::{Error, limits};
use page::{Answer, Asking, Form, Html, Path, Shell, SignedIn, Spot, Voice, see_other};
use serde::Deserialize;

use super::store::{self, Address};
use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/feed/addresses", Who::Oneself, show)
        .post("/feed/addresses", Who::Oneself, make)
        .post("/feed/addresses/{id}/revoke", Who::Oneself, revoke)
        .done()
}

#[derive(Template)]
#[template(path = "addresses/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    /// What can be followed: id and title.
    places: Vec<(Uuid, String)>,
    addresses: Vec<Address>,
    /// The new one, shown once.
    fresh: String,
}

async fn page(parts: &Parts, asking: &Asking, fresh: String) -> Answer<Response> {
    let mut reader = parts.database.read().await?;
    let shell = Shell::load(&mut reader, asking, Spot::Home).await?;
    let addresses = store::of(&mut reader, asking.person.id).await?;
    let rows = limits::LIST_LENGTH_MAX_ROWS;
    let places = access::spaces::mine(&mut reader, &asking.person, rows).await?;
    let places = places.into_iter().map(|it| (it.id, it.title)).collect();
    Ok(Html(Show { v: asking.voice(), shell, places, addresses, fresh }).into_response())
}

async fn show(State(parts): State<Parts>, SignedIn(asking): SignedIn) -> Answer<Response> {
    page(&parts, &asking, String::new()).await
}

#[derive(Deserialize)]
struct Wanted {
    /// Empty for all that she sees.
    #[serde(default)]
    space: String,
}

async fn make(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Form(wanted): Form<Wanted>,
) -> Answer<Response> {
    let secret = fresh_secret()?;
    let mut tx = parts.database.begin().await?;
    let space = match wanted.space.as_str() {
        "" => None,
        id => Some(id.parse::<Uuid>().map_err(|_| Error::NotFound)?),
    };
    if let Some(space) = space {
        may::read(&mut tx, &asking.person, &SpaceId::from(space).into()).await?;
    }
    let had = store::of(&mut tx, asking.person.id).await?.len();
    if i64::try_from(had).unwrap_or(i64::MAX) >= store::ADDRESSES_MAX {
        return Err(Error::conflict("feed-addresses-many").into());
    }
    store::insert(&mut tx, asking.person.id, space, &digest(&secret)).await?;
    tx.commit().await?;
    let fresh = format!("{}/feed/atom/{secret}", parts.gate.origin.public_url());
    page(&parts, &asking, fresh).await
}

async fn revoke(State(parts): State<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    let mut tx = parts.database.begin().await?;
    store::remove(&mut tx, asking.person.id, id).await?;
    tx.commit().await?;
    Ok(see_other("/feed/addresses"))
}
