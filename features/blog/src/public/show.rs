//! An article, as everybody reads it.

use access::{Named, people};
use askama::Template;
use axum::extract::State as Shared;
use axum::http::header::LOCATION;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use database::Reader;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Result};
use page::{Answer, Anyone, Asking, Path, Voice};
use serde_json::json;

use super::answer;
use super::site::{Site, month_name, month_of};
use super::store::{self, Line};
use crate::Parts;
use crate::articles::article::{Public, Tag};
use crate::articles::store as articles;
use crate::below::below;

/// What is said at the end about others.
const RELATED_MAX_ROWS: i64 = 3;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/blog/{slug}", Who::Everybody, show).done()
}

#[derive(Template)]
#[template(path = "public/show.html")]
pub(crate) struct Show {
    v: Voice,
    site: Site,
    article: Public,
    authors: Vec<Named>,
    tags: Vec<Tag>,
    translations: Vec<Line>,
    related: Vec<Line>,
    /// Key and name of the month in which it was published.
    month: (String, String),
    json_ld: String,
    below: String,
    /// Said above a text that is not public; then nothing leads on from it.
    notice: String,
}

impl Show {
    /// "Ana Berg, Ben Roth".
    fn by(&self) -> String {
        let names: Vec<&str> = self.authors.iter().map(|it| it.name.as_str()).collect();
        names.join(", ")
    }

    fn is_preview(&self) -> bool {
        !self.notice.is_empty()
    }
}

async fn show(
    Shared(parts): Shared<Parts>,
    Anyone(asking): Anyone,
    headers: HeaderMap,
    Path(slug): Path<String>,
) -> Answer {
    let mut reader = parts.database.read().await?;
    let Some(article) = store::by_slug(&mut reader, &slug).await? else {
        return match store::moved(&mut reader, &slug).await? {
            Some(slug) => Ok(moved(&slug)),
            None => Err(Error::NotFound.into()),
        };
    };
    let site = Site::in_language(&parts, &mut reader, &asking, article.locale()).await?;
    let below = below(&parts, &mut reader, &site.v, &article).await?;
    let page = whole(&mut reader, site, article, below).await?;
    Ok(answer::page(&headers, &page)?)
}

/// For good (RFC 9110, 15.4.2).
fn moved(slug: &str) -> Response {
    (StatusCode::MOVED_PERMANENTLY, [(LOCATION, format!("/blog/{slug}"))]).into_response()
}

pub(crate) async fn whole(reader: &mut Reader, site: Site, article: Public, below: String) -> Result<Show> {
    let translations = store::translations(reader, article.group_id).await?;
    let related = store::related(reader, article.id, &article.language, RELATED_MAX_ROWS).await?;
    let mut page = bare(reader, site, article, String::new()).await?;
    page.json_ld = json_ld(&page);
    (page.translations, page.related, page.below) = (translations, related, below);
    Ok(page)
}

/// What is not public yet, with a line that says so.
pub(crate) async fn preview(
    parts: &Parts,
    reader: &mut Reader,
    asking: &Asking,
    article: Public,
    notice: &'static str,
) -> Result<Show> {
    let site = Site::in_language(parts, reader, asking, article.locale()).await?;
    let notice = site.v.t(notice);
    bare(reader, site, article, notice).await
}

async fn bare(reader: &mut Reader, site: Site, article: Public, notice: String) -> Result<Show> {
    let ids = articles::authors(reader, article.id).await?;
    let named = people::named(reader, &ids).await?;
    let in_order = |id: &Uuid| named.iter().find(|it| it.id == *id && !it.name.is_empty()).cloned();
    let (year, month) = month_of(&site.v.zone, article.published_at);
    Ok(Show {
        authors: ids.iter().filter_map(in_order).collect(),
        tags: articles::tags(reader, article.id).await?,
        month: (format!("{year:04}-{month:02}"), month_name(&site.v, (year, month))),
        v: site.v.clone(),
        site,
        article,
        notice,
        translations: Vec::new(),
        related: Vec::new(),
        json_ld: String::new(),
        below: String::new(),
    })
}

/// For search engines (schema.org, BlogPosting). `<` is written so that it ends no element of the page.
fn json_ld(page: &Show) -> String {
    let (article, site) = (&page.article, &page.site);
    let authors: Vec<_> =
        page.authors.iter().map(|it| json!({ "@type": "Person", "name": it.name })).collect();
    let mut about = json!({
        "@context": "https://schema.org",
        "@type": "BlogPosting",
        "headline": article.title,
        "description": article.teaser,
        "inLanguage": article.language,
        "datePublished": api::time(article.published_at),
        "dateModified": api::time(article.at.max(article.published_at)),
        "wordCount": article.words,
        "keywords": page.tags.iter().map(|it| it.tag.as_str()).collect::<Vec<_>>(),
        "author": authors,
        "publisher": { "@type": "Organization", "name": site.company },
        "mainEntityOfPage": site.absolute(article.url()),
    });
    if let Some(picture) = article.picture_url() {
        about["image"] = json!(site.absolute(&picture));
    }
    about.to_string().replace('<', "\\u003c")
}
