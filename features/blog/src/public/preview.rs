//! How an article would look: for those inside, and for whoever has been sent the link.

use access::{Person, may, people, same, seal, settings};
use axum::extract::State as Shared;
use axum::http::header::{CACHE_CONTROL, HeaderName};
use axum::response::{IntoResponse, Response};
use database::Reads;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Result};
use page::{Answer, Anyone, Asking, Html, Path, SignedIn};

use super::show;
use crate::Parts;
use crate::articles::article::{Article, Public};
use crate::articles::{find, release, store};

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/articles/{id}/preview", Who::Readers, inside)
        .get("/blog-preview/{id}/{seal}", Who::LinkHolders, outside)
        .done()
}

/// The link for outsiders; `None` before the house has a key to sign with.
pub(crate) async fn link(from: &mut impl Reads, id: Uuid) -> Result<Option<String>> {
    let key = settings::get(from, settings::SIGNING_KEY).await?;
    Ok(key.map(|key| format!("/blog-preview/{id}/{}", seal(&key, &format!("blog-preview:{id}")))))
}

async fn inside(Shared(parts): Shared<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    let (article, _) = find::read(&mut parts.database.read().await?, &asking.person, id).await?;
    Ok(drawn(&parts, &asking, &asking.person, &article, "blog-preview-inside").await?)
}

async fn outside(
    Shared(parts): Shared<Parts>,
    Anyone(asking): Anyone,
    Path((id, given)): Path<(Uuid, String)>,
) -> Answer {
    let mut reader = parts.database.read().await?;
    let right = link(&mut reader, id).await?.ok_or(Error::NotFound)?;
    if !same(&right, &format!("/blog-preview/{id}/{given}")) {
        return Err(Error::NotFound.into());
    }
    let article = store::find(&mut reader, id).await?;
    // It shows what its maker may see: the link goes no further than she could herself, and ends with her
    // account.
    let maker = people::active(&mut reader, article.made_by.into()).await?.ok_or(Error::NotFound)?;
    drop(reader);
    Ok(drawn(&parts, &asking, &maker, &article, "blog-preview-outside").await?)
}

async fn drawn(
    parts: &Parts,
    asking: &Asking,
    eyes: &Person,
    article: &Article,
    notice: &'static str,
) -> Result<Response> {
    may::read(&mut parts.database.read().await?, eyes, &article.page()).await?;
    // What waits for somebody to agree is shown as it was frozen, and so are its pictures.
    let frozen = if article.is_waiting() || article.is_scheduled() {
        store::release(&mut parts.database.read().await?, article.id).await?
    } else {
        None
    };
    let (title, html, words) = match frozen {
        Some(it) => (it.title, it.html, it.words),
        None => {
            let now = release::look(parts, eyes, article).await?;
            (now.title, now.html, now.words)
        }
    };
    let at = article.published_at.or(article.publish_at).unwrap_or(asking.now.micros());
    let public = Public {
        id: article.id,
        slug: article.slug.clone(),
        language: article.language.clone(),
        teaser: article.teaser.clone(),
        picture: article.picture.clone(),
        picture_alt: article.picture_alt.clone(),
        group_id: article.group_id,
        published_at: at,
        title,
        html,
        words,
        at,
    };
    let mut reader = parts.database.read().await?;
    let page = show::preview(parts, &mut reader, asking, public, notice).await?;
    let hidden = [
        (CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("x-robots-tag"), "noindex"),
        (HeaderName::from_static("referrer-policy"), "no-referrer"),
    ];
    Ok((hidden, Html(page)).into_response())
}
