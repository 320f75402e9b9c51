//! The picture of somebody: taken, shown to who may know of her, taken away.

use access::people;
use axum::extract::multipart::MultipartError;
use axum::extract::{DefaultBodyLimit, Multipart, State as Shared};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use blobs::PutError;
use convert::Failure;
use feature::{Routes, Who};
use kernel::activity::Deed;
use kernel::ids::Uuid;
use kernel::{Error, Result, Words, limits};
use page::{Answer, Path, SignedIn, see_other, toast};

use super::own::Own;
use super::store;
use crate::State;
use crate::activity::INTRODUCED;

/// A photograph as telephones take it.
const UPLOAD_MAX_BYTES: usize = 10 * 1024 * 1024;

/// Around the file in its form.
const FORM_MAX_BYTES: usize = 64 * 1024;

/// What is kept of it, in pixels.
const SIDE: u32 = 256;

/// Larger than any picture that we make.
const KEPT_MAX_BYTES: u64 = 2 * 1024 * 1024;

/// The address has as much of the hash as `Named::picture_url` writes.
const HASH_LENGTH_CHARS: usize = 16;

pub(crate) fn routes(state: State) -> Routes {
    let mut taking = Routes::with(state.clone()).post("/account/picture", Who::Oneself, take).done();
    taking.router = taking.router.layer(DefaultBodyLimit::max(UPLOAD_MAX_BYTES + FORM_MAX_BYTES));
    Routes::with(state).get("/people/{id}/picture/{hash}", Who::SignedIn, show).done().merge(taking)
}

/// What was sent: a file, or the wish to have none.
#[derive(Default)]
struct Sent {
    bytes: Vec<u8>,
    removes: bool,
}

/// The words say what is wrong.
async fn read(form: &mut Multipart) -> Result<Sent, Words> {
    let unreadable = |error: MultipartError| {
        let too_large = error.status() == StatusCode::PAYLOAD_TOO_LARGE;
        Words::new(if too_large { "people-picture-too-large" } else { "people-picture-unreadable" })
    };
    let mut sent = Sent::default();
    while let Some(part) = form.next_field().await.map_err(unreadable)? {
        match part.name() {
            Some("picture") => sent.bytes = part.bytes().await.map_err(unreadable)?.to_vec(),
            Some("remove") => sent.removes = true,
            _ => {}
        }
    }
    let is_nothing = sent.bytes.is_empty() && !sent.removes;
    if is_nothing { Err("people-picture-none".into()) } else { Ok(sent) }
}

async fn take(Shared(state): Shared<State>, SignedIn(asking): SignedIn, mut form: Multipart) -> Answer {
    let sent = match read(&mut form).await {
        Ok(sent) => sent,
        Err(words) => return Own::refused(&state, &asking, "picture", &words).await,
    };
    let hash = if sent.removes {
        None
    } else {
        let picture = match state.parts.converter.avatar(sent.bytes, SIDE).await {
            Ok(picture) => picture,
            Err(Failure::Busy) => {
                return Err(Error::Busy { retry_after: limits::BUSY_RETRY_AFTER }.into());
            }
            Err(_) => {
                return Own::refused(&state, &asking, "picture", &"people-picture-unreadable".into()).await;
            }
        };
        Some(state.parts.blobs.put_bytes(picture).await.map_err(failed)?.hash)
    };
    let me = asking.person.id;
    let mut tx = state.parts.database.begin().await?;
    people::show_picture(&mut tx, me, hash.as_deref()).await?;
    tx.record(Deed { actor: me, verb: INTRODUCED, object: me.into(), target: None });
    tx.commit().await?;
    Ok(toast(see_other("/account"), &asking.voice().t("people-saved")))
}

/// Its address changes with the picture, so a browser may keep it for as long as it likes.
async fn show(
    Shared(state): Shared<State>,
    SignedIn(asking): SignedIn,
    Path((id, hash)): Path<(Uuid, String)>,
) -> Answer {
    let mut reader = state.parts.database.read().await?;
    let shown = store::find(&mut reader, &asking.person, id.into()).await?.ok_or(Error::NotFound)?;
    drop(reader);
    let is_it = |it: &String| hash.len() == HASH_LENGTH_CHARS && it.starts_with(&hash);
    let picture = shown.person.picture.filter(is_it).ok_or(Error::NotFound)?;
    let bytes = state.parts.blobs.read(&picture, KEPT_MAX_BYTES).await.map_err(|_| Error::NotFound)?;
    let kind = if bytes.starts_with(b"\x89PNG") { "image/png" } else { "image/webp" };
    let headers = [(CONTENT_TYPE, kind), (CACHE_CONTROL, "private, max-age=31536000, immutable")];
    Ok((headers, bytes).into_response())
}

fn failed(error: PutError) -> Error {
    match error {
        PutError::Full => Error::Full,
        other => Error::unexpected(other),
    }
}
