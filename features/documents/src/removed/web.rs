//! The bin: what lies in it, and out again.

use access::may;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use feature::{Routes, Who};
use kernel::ids::{SpaceId, Uuid};
use kernel::limits;
use page::{Answer, Html, Path, Query, Shell, SignedIn, Spot, Voice, see_other, toast};

use super::remove;
use crate::Parts;
use crate::documents::store;
use crate::documents::web_upload::Where;
use crate::shelf::row::Row;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/documents/bin", Who::SignedIn, show)
        .post("/documents/{id}/undelete", Who::Writers, take_out)
        .done()
}

#[derive(Template)]
#[template(path = "removed/bin.html")]
struct Bin {
    v: Voice,
    shell: Shell,
    /// Empty for all spaces.
    space_title: String,
    space_url: String,
    documents: Vec<Row>,
}

async fn show(State(parts): State<Parts>, SignedIn(asking): SignedIn, Query(place): Query<Where>) -> Answer {
    let v = asking.voice();
    let mut reader = parts.database.read().await?;
    let seen = match place.space {
        Some(space) => Some(may::read(&mut reader, &asking.person, &SpaceId::from(space).into()).await?),
        None => None,
    };
    let found =
        store::removed(&mut reader, &asking.person, place.space, limits::LIST_LENGTH_MAX_ROWS).await?;
    let spot = place.space.map_or(Spot::Documents, Spot::Space);
    let shell = Shell::load(&mut reader, &asking, spot).await?;
    let bin = Bin {
        documents: Row::all(&v, &found),
        space_title: seen.as_ref().map(|it| it.title.clone()).unwrap_or_default(),
        space_url: seen.map(|it| it.url).unwrap_or_default(),
        shell,
        v,
    };
    Ok(Html(bin).into_response())
}

async fn take_out(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
) -> Answer<Response> {
    let document = remove::undelete(&parts, &asking.person, id.into()).await?;
    let said = asking.voice().t1("documents-undeleted", "title", &document.title);
    Ok(toast(see_other(&document.url()), &said))
}
