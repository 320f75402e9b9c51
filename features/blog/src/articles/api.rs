//! Articles, for programs.

use access::people;
use api::{Json, List, PersonJson};
use axum::extract::State as Shared;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use database::Reads;
use feature::{Routes, Who};
use kernel::ids::{SpaceId, Uuid};
use kernel::{Error, Result};
use page::{Answer, Anyone, Path, SignedIn};
use serde::{Deserialize, Serialize};

use super::article::{self, Article};
use super::change::{Change, change};
use super::publish::{must_have_an_imprint, publish};
use super::withdraw::withdraw;
use super::write::{Wanted, begin};
use super::{find, store};
use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/api/v1/articles", Who::Everybody, list)
        .post("/api/v1/articles", Who::Writers, write)
        .get("/api/v1/articles/{id}", Who::Readers, show)
        .patch("/api/v1/articles/{id}", Who::Writers, change_article)
        .post("/api/v1/articles/{id}/publish", Who::Writers, publish_article)
        .post("/api/v1/articles/{id}/withdraw", Who::Writers, withdraw_article)
        .done()
}

#[derive(Serialize)]
struct ArticleJson {
    id: Uuid,
    slug: String,
    page_id: Uuid,
    title: String,
    state: &'static str,
    language: String,
    teaser: String,
    tags: Vec<String>,
    authors: Vec<PersonJson>,
    publish_at: Option<String>,
    published_at: Option<String>,
    url: String,
}

async fn told(from: &mut impl Reads, article: Article) -> Result<ArticleJson> {
    let tags = store::tags(from, article.id).await?.into_iter().map(|it| it.tag).collect();
    let ids = store::authors(from, article.id).await?;
    let authors = people::named(from, &ids).await?.iter().map(PersonJson::from).collect();
    Ok(ArticleJson {
        id: article.id,
        url: format!("/blog/{}", article.slug),
        slug: article.slug,
        page_id: article.page_id,
        title: article.title,
        state: article.state.code(),
        language: article.language,
        teaser: article.teaser,
        tags,
        authors,
        publish_at: article.publish_at.map(api::time),
        published_at: article.published_at.map(api::time),
    })
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Fresh {
    title: String,
    body: String,
    slug: Option<String>,
    teaser: Option<String>,
    language: Option<String>,
    publish_at: Option<String>,
    tags: Vec<String>,
    authors: Vec<Uuid>,
    space_id: Option<Uuid>,
    translation_of: Option<Uuid>,
}

async fn write(Shared(parts): Shared<Parts>, SignedIn(asking): SignedIn, Json(fresh): Json<Fresh>) -> Answer {
    let person = &asking.person;
    let at = fresh.publish_at.as_deref().map(article::publish_at).transpose()?;
    if at.is_some() {
        must_have_an_imprint(&parts, &mut parts.database.read().await?).await?;
    }
    let language = match &fresh.language {
        Some(code) => article::language(code)?,
        None => asking.locale,
    };
    let wanted = Wanted {
        title: &fresh.title,
        slug: fresh.slug.as_deref(),
        teaser: fresh.teaser.as_deref().unwrap_or_default(),
        language,
        tags: article::tags(fresh.tags.iter().map(String::as_str))?,
        authors: fresh.authors,
        translation_of: fresh.translation_of,
    };
    let space = fresh.space_id.map(SpaceId::from);
    let mut article = begin(&parts, person, space, &wanted, &fresh.body).await?;
    if at.is_some() {
        article = publish(&parts, person, article.id, at, None).await?;
    }
    let told = told(&mut parts.database.read().await?, article).await?;
    Ok((StatusCode::CREATED, Json(told)).into_response())
}

/// What she may know of, also what is not public.
async fn list(Shared(parts): Shared<Parts>, Anyone(asking): Anyone) -> Answer {
    let mut reader = parts.database.read().await?;
    let mut items = Vec::new();
    for article in store::all(&mut reader, &asking.person).await? {
        items.push(told(&mut reader, article).await?);
    }
    Ok(Json(List::whole(items)).into_response())
}

async fn show(Shared(parts): Shared<Parts>, Anyone(asking): Anyone, Path(id): Path<Uuid>) -> Answer {
    let mut reader = parts.database.read().await?;
    let article = match find::read(&mut reader, &asking.person, id).await {
        Ok((article, _)) => article,
        // What is public everybody may know of, wherever its page lies.
        Err(Error::NotFound) => {
            let public = crate::public::store::by_id(&mut reader, id).await?.ok_or(Error::NotFound)?;
            Article { title: public.title, ..store::find(&mut reader, id).await? }
        }
        Err(error) => return Err(error.into()),
    };
    Ok(Json(told(&mut reader, article).await?).into_response())
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Changed {
    slug: Option<String>,
    teaser: Option<String>,
    language: Option<String>,
    tags: Option<Vec<String>>,
    authors: Option<Vec<Uuid>>,
    translation_of: Option<Uuid>,
    picture_alt: Option<String>,
    publish_at: Option<String>,
}

async fn change_article(
    Shared(parts): Shared<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Json(sent): Json<Changed>,
) -> Answer {
    let at = sent.publish_at.as_deref().map(article::publish_at).transpose()?;
    let tags = sent.tags.as_ref().map(|it| article::tags(it.iter().map(String::as_str))).transpose()?;
    let wanted = Change {
        slug: sent.slug,
        teaser: sent.teaser,
        language: sent.language,
        tags,
        authors: sent.authors,
        translation_of: sent.translation_of.map(Some),
        picture_alt: sent.picture_alt,
    };
    let mut article = change(&parts, &asking.person, id, &wanted).await?;
    if at.is_some() {
        article = publish(&parts, &asking.person, id, at, None).await?;
    }
    Ok(Json(told(&mut parts.database.read().await?, article).await?).into_response())
}

async fn publish_article(
    Shared(parts): Shared<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
) -> Answer {
    let article = publish(&parts, &asking.person, id, None, None).await?;
    Ok(Json(told(&mut parts.database.read().await?, article).await?).into_response())
}

async fn withdraw_article(
    Shared(parts): Shared<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
) -> Answer {
    let article = withdraw(&parts, &asking.person, id).await?;
    Ok(Json(told(&mut parts.database.read().await?, article).await?).into_response())
}
