//! Parts of the stream, for pages that are open; each of them is a page, too, for who has no script.

use access::may;
use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use feature::{Routes, Who};
use kernel::Error;
use kernel::ids::{SpaceId, Uuid};
use page::{Answer, Anyone, Asking, Html, Query, Shell, SignedIn, Spot, Voice};
use serde::Deserialize;

use super::stream::{self, Only, Stream, Wish};
use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/feed/more", Who::Oneself, more).get("/feed/of", Who::Readers, of_a_space).done()
}

#[derive(Deserialize)]
struct More {
    #[serde(default)]
    only: String,
    before: Option<i64>,
    from: Option<i64>,
}

#[derive(Deserialize)]
struct OfASpace {
    space: Uuid,
    before: Option<i64>,
    from: Option<i64>,
}

/// What is older, in the frame that asked for it; or the first part again.
#[derive(Template)]
#[template(path = "entries/part.html")]
struct Part {
    stream: Stream,
    /// The frame that it replaces; empty for none.
    frame: String,
}

/// The news of a space, as a frame of its page.
#[derive(Template)]
#[template(path = "entries/space.html")]
struct OfSpace {
    v: Voice,
    stream: Stream,
}

#[derive(Template)]
#[template(path = "entries/page.html")]
struct WholePage {
    v: Voice,
    shell: Shell,
    /// Title and address of where it belongs.
    back: (String, String),
    stream: Stream,
}

async fn more(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Query(query): Query<More>,
    headers: HeaderMap,
) -> Answer {
    let only = Only::of(&query.only);
    let wish = Wish { space: None, only, before: query.before, from: query.from };
    let mut reader = parts.database.read().await?;
    let stream = stream::load(&mut reader, &parts.known.known(), &asking, wish).await?;
    if let Some(part) = part(&headers, wish) {
        return Ok(Html(Part { stream, frame: part }).into_response());
    }
    let (v, shell) = (asking.voice(), Shell::load(&mut reader, &asking, Spot::Home).await?);
    Ok(Html(WholePage { back: (v.t("feed-home"), "/".to_owned()), v, shell, stream }).into_response())
}

async fn of_a_space(
    State(parts): State<Parts>,
    Anyone(asking): Anyone,
    Query(query): Query<OfASpace>,
    headers: HeaderMap,
) -> Answer<Response> {
    let mut reader = parts.database.read().await?;
    let seen = may::read(&mut reader, &asking.person, &SpaceId::from(query.space).into()).await;
    let seen = seen.map_err(|error| signed_out(&asking, error))?;
    let wish = Wish { space: Some(query.space), only: None, before: query.before, from: query.from };
    let mut stream = stream::load(&mut reader, &parts.known.known(), &asking, wish).await?;
    if headers.get("turbo-frame").is_some_and(|it| it == "feed") {
        return Ok(page::kept(Html(OfSpace { v: asking.voice(), stream })));
    }
    if let Some(part) = part(&headers, wish) {
        return Ok(page::kept(Html(Part { stream, frame: part })));
    }
    stream.level = 2;
    let shell = Shell::load(&mut reader, &asking, Spot::Space(query.space)).await?;
    let back = (seen.title, seen.url);
    Ok(page::kept(Html(WholePage { v: asking.voice(), shell, back, stream })))
}

/// Who is not signed in is asked to do so instead of being told that it is not there.
fn signed_out(asking: &Asking, error: Error) -> Error {
    match error {
        Error::NotFound if !asking.person.is_somebody() => Error::SignedOut,
        other => other,
    }
}

/// The frame to be answered; empty where an open page fetches its first part again; `None` for a whole page.
fn part(headers: &HeaderMap, wish: Wish) -> Option<String> {
    let frame = headers.get("turbo-frame").and_then(|it| it.to_str().ok());
    match (frame, wish.before, wish.from) {
        (Some(_), Some(before), _) => Some(format!("older-{before}")),
        (_, _, Some(_)) => Some(String::new()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Wish, part};
    use axum::http::HeaderMap;

    #[test]
    fn a_frame_gets_its_part_and_everybody_else_a_page() {
        let (plain, mut framed) = (HeaderMap::new(), HeaderMap::new());
        framed.insert("turbo-frame", "older-7".parse().unwrap());
        let older = Wish { before: Some(7), ..Wish::default() };
        assert_eq!(part(&framed, older), Some("older-7".to_owned()));
        assert_eq!(part(&plain, older), None);
        let again = Wish { from: Some(7), ..Wish::default() };
        assert_eq!(part(&plain, again), Some(String::new()));
    }
}
