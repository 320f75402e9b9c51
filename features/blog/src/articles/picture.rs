//! The lead picture: taken as it comes from a telephone, drawn anew without what it tells about the place.

use axum::extract::multipart::MultipartError;
use axum::extract::{DefaultBodyLimit, Multipart, State as Shared};
use axum::http::StatusCode;
use convert::Failure;
use feature::{Routes, Who};
use kernel::activity::Deed;
use kernel::ids::Uuid;
use kernel::{Error, Result, Words, limits};
use page::{Answer, Path, SignedIn, see_other, toast};

use super::article::ALT_LENGTH_MAX_CHARS;
use super::release::refused;
use super::{find, store};
use crate::Parts;
use crate::activity::ARRANGED;

/// A photograph as telephones take it.
const UPLOAD_MAX_BYTES: usize = 20 * 1024 * 1024;

/// Around the file in its form.
const FORM_MAX_BYTES: usize = 64 * 1024;

pub(crate) fn routes(parts: Parts) -> Routes {
    let mut taking = Routes::with(parts).post("/articles/{id}/picture", Who::Writers, take).done();
    taking.router = taking.router.layer(DefaultBodyLimit::max(UPLOAD_MAX_BYTES + FORM_MAX_BYTES));
    taking
}

#[derive(Default)]
struct Given {
    bytes: Vec<u8>,
    alt: String,
    removes: bool,
}

async fn read(form: &mut Multipart) -> Result<Given> {
    let unreadable = |error: MultipartError| {
        let too_large = error.status() == StatusCode::PAYLOAD_TOO_LARGE;
        let words = Words::new(if too_large { "blog-picture-too-large" } else { "blog-picture-unreadable" });
        Error::Invalid { field: "picture", message: words }
    };
    let mut given = Given::default();
    while let Some(part) = form.next_field().await.map_err(unreadable)? {
        match part.name() {
            Some("picture") => given.bytes = part.bytes().await.map_err(unreadable)?.to_vec(),
            Some("alt") => given.alt = part.text().await.map_err(unreadable)?,
            Some("remove") => given.removes = true,
            _ => {}
        }
    }
    Ok(given)
}

async fn take(
    Shared(parts): Shared<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    mut form: Multipart,
) -> Answer {
    find::write(&mut parts.database.read().await?, &asking.person, id).await?;
    let given = read(&mut form).await?;
    let alt = kernel::line::optional("picture_alt", &given.alt, ALT_LENGTH_MAX_CHARS)?;
    let drawn = if given.bytes.is_empty() { None } else { Some(draw(&parts, given.bytes).await?) };
    let mut tx = parts.database.begin().await?;
    let mut article = find::change(&mut tx, &asking.person, id).await?;
    if given.removes {
        (article.picture, article.picture_alt) = (None, String::new());
    } else {
        article.picture = drawn.or(article.picture);
        article.picture_alt = alt;
    }
    store::update(&mut tx, &article).await?;
    let target = Some(article.page());
    tx.record(Deed { actor: asking.person.id, verb: ARRANGED, object: article.thing(), target });
    tx.commit().await?;
    Ok(toast(see_other(&format!("/articles/{id}")), &asking.voice().t("blog-saved")))
}

/// Its hash in the blob store.
///
/// Errors: `Invalid` on the field `picture`, `Busy`, `Full`.
async fn draw(parts: &Parts, bytes: Vec<u8>) -> Result<String> {
    let unreadable = || Error::invalid("picture", "blog-picture-unreadable");
    let kind = convert::media_type("picture", &bytes, None);
    if convert::family(kind) != convert::Family::Image {
        return Err(unreadable());
    }
    let given = parts.blobs.put_bytes(bytes).await.map_err(refused)?;
    let path = parts.blobs.path(&given.hash).ok_or_else(unreadable)?;
    let drawn = parts.converter.picture(&path, kind, 1).await;
    // What was sent stays without a name and is cleared away with everything that no row names.
    let drawn = match drawn {
        Ok(Some(drawn)) => drawn,
        Err(Failure::Busy) => return Err(Error::Busy { retry_after: limits::BUSY_RETRY_AFTER }),
        Ok(None) | Err(_) => return Err(unreadable()),
    };
    Ok(parts.blobs.put_bytes(drawn).await.map_err(refused)?.hash)
}
