//! The newest articles for feed readers, with their whole texts: Atom (RFC 4287) and JSON Feed 1.1.

use axum::extract::State as Shared;
use axum::http::HeaderMap;
use feature::{Routes, Who};
use kernel::Result;
use page::{Answer, Anyone, Asking};
use serde_json::json;

use super::answer::answer;
use super::list::names;
use super::site::Site;
use super::store;
use crate::Parts;
use crate::articles::article::Public;
use crate::articles::store as articles;

/// What feed readers keep they keep themselves.
const FEED_MAX_ROWS: i64 = 20;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/blog/feed.atom", Who::Everybody, atom)
        .get("/blog/feed.json", Who::Everybody, json_feed)
        .done()
}

/// An article with what a feed says about it.
struct Entry {
    article: Public,
    url: String,
    by: String,
    tags: Vec<String>,
    html: String,
}

async fn entries(parts: &Parts, asking: &Asking) -> Result<(Site, Vec<Entry>)> {
    let mut reader = parts.database.read().await?;
    let site = Site::load(parts, &mut reader, asking).await?;
    let newest = store::newest(&mut reader, FEED_MAX_ROWS).await?;
    let mut by = names(&mut reader, &newest.iter().map(|it| it.id).collect::<Vec<_>>()).await?;
    let mut entries = Vec::new();
    for article in newest {
        let tags = articles::tags(&mut reader, article.id).await?;
        entries.push(Entry {
            url: site.absolute(article.url()),
            by: by.remove(&article.id).unwrap_or_default(),
            tags: tags.into_iter().map(|it| it.tag).collect(),
            html: with_whole_addresses(&article.html, &site.base),
            article,
        });
    }
    Ok((site, entries))
}

/// A feed reader knows no address that a path could belong to.
fn with_whole_addresses(html: &str, base: &str) -> String {
    html.replace("src=\"/", &format!("src=\"{base}/")).replace("href=\"/", &format!("href=\"{base}/"))
}

/// For XML 1.0, in texts and in attributes; characters that it cannot hold are left out.
fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            other if other.is_control() && other < '\u{80}' => {}
            other => out.push(other),
        }
    }
    out
}

async fn atom(Shared(parts): Shared<Parts>, Anyone(asking): Anyone, headers: HeaderMap) -> Answer {
    let (site, entries) = entries(&parts, &asking).await?;
    let updated = entries.iter().map(|it| it.article.at.max(it.article.published_at)).max().unwrap_or(0);
    let title = site.v.t1("blog-of", "company", &site.company);
    let (home, own) = (xml(&site.absolute("/blog")), xml(&site.absolute("/blog/feed.atom")));
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <title>{}</title>\n<id>{home}</id>\n<updated>{}</updated>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{home}\"/>\n<generator>Mitwerk</generator>\n",
        site.v.code(),
        xml(&title),
        api::time(updated),
    );
    for entry in &entries {
        out.push_str(&atom_entry(entry, &site));
    }
    out.push_str("</feed>\n");
    Ok(answer(&headers, "application/atom+xml; charset=utf-8", out))
}

fn atom_entry(entry: &Entry, site: &Site) -> String {
    let article = &entry.article;
    let by = if entry.by.is_empty() { &site.company } else { &entry.by };
    let categories: String =
        entry.tags.iter().map(|it| format!("<category term=\"{}\"/>\n", xml(it))).collect();
    format!(
        "<entry xml:lang=\"{}\">\n<title>{}</title>\n<id>urn:uuid:{}</id>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n<published>{}</published>\n\
         <updated>{}</updated>\n<author><name>{}</name></author>\n{categories}<summary>{}</summary>\n\
         <content type=\"html\">{}</content>\n</entry>\n",
        article.language,
        xml(&article.title),
        article.id,
        xml(&entry.url),
        api::time(article.published_at),
        api::time(article.at.max(article.published_at)),
        xml(by),
        xml(&article.teaser),
        xml(&entry.html),
    )
}

async fn json_feed(Shared(parts): Shared<Parts>, Anyone(asking): Anyone, headers: HeaderMap) -> Answer {
    let (site, entries) = entries(&parts, &asking).await?;
    let items: Vec<_> = entries
        .iter()
        .map(|entry| {
            let article = &entry.article;
            let mut item = json!({
                "id": format!("urn:uuid:{}", article.id),
                "url": entry.url,
                "title": article.title,
                "summary": article.teaser,
                "content_html": entry.html,
                "date_published": api::time(article.published_at),
                "date_modified": api::time(article.at.max(article.published_at)),
                "language": article.language,
                "tags": entry.tags,
                "authors": [{ "name": if entry.by.is_empty() { &site.company } else { &entry.by } }],
            });
            if let Some(picture) = article.picture_url() {
                item["image"] = json!(site.absolute(&picture));
            }
            item
        })
        .collect();
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.v.t1("blog-of", "company", &site.company),
        "home_page_url": site.absolute("/blog"),
        "feed_url": site.absolute("/blog/feed.json"),
        "language": site.v.code(),
        "items": items,
    });
    Ok(answer(&headers, "application/feed+json; charset=utf-8", feed.to_string()))
}
