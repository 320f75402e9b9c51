//! For search engines: which pages there are, and where they may look.

use axum::extract::State as Shared;
use axum::http::HeaderMap;
use feature::{Routes, Who};
use page::{Answer, Anyone};

use super::answer::answer;
use super::archive::sought;
use super::site::Site;
use super::store::{self, Line};
use crate::Parts;

/// A site map may have 50,000 addresses (sitemaps.org); a blog has fewer.
const ADDRESSES_MAX_ROWS: i64 = 10_000;

/// Lists that are narrowed, and everything for which one has to sign in, have nothing for strangers.
const ROBOTS: &str = "User-agent: *\nAllow: /blog\nAllow: /blog-pictures/\nAllow: /assets/\nAllow: /imprint\n\
    Allow: /privacy\nDisallow: /blog?\nDisallow: /blog-preview/\nDisallow: /api/\nDisallow: /sign-in\n\
    Disallow: /search\nDisallow: /articles\n";

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/sitemap.xml", Who::Everybody, map)
        .get("/robots.txt", Who::Everybody, robots)
        .done()
}

async fn map(Shared(parts): Shared<Parts>, Anyone(asking): Anyone, headers: HeaderMap) -> Answer {
    let mut reader = parts.database.read().await?;
    let site = Site::load(&parts, &mut reader, &asking).await?;
    let everything = sought(&site.v.zone, "", "", "");
    let lines = store::lines(&mut reader, &everything, ADDRESSES_MAX_ROWS, 0).await?;
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for path in ["/blog", "/imprint", "/privacy"] {
        out.push_str(&format!("<url><loc>{}</loc></url>\n", site.absolute(path)));
    }
    for line in &lines {
        let when = api::time(line.at.max(line.published_at));
        let (address, others) = (address(&site, line), others(&site, line, &lines));
        out.push_str(&format!("<url><loc>{address}</loc><lastmod>{when}</lastmod>{others}</url>\n"));
    }
    out.push_str("</urlset>\n");
    Ok(answer(&headers, "application/xml; charset=utf-8", out))
}

/// A slug needs no escape.
fn address(site: &Site, line: &Line) -> String {
    site.absolute(format!("/blog/{}", line.slug))
}

/// The same in other languages; each names itself as well.
fn others(site: &Site, line: &Line, lines: &[Line]) -> String {
    let family: Vec<&Line> = lines.iter().filter(|it| it.group_id == line.group_id).collect();
    if family.len() < 2 {
        return String::new();
    }
    let link = |it: &&Line| {
        let (language, address) = (&it.language, address(site, it));
        format!("<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{address}\"/>")
    };
    family.iter().map(link).collect()
}

async fn robots(Shared(parts): Shared<Parts>, headers: HeaderMap) -> Answer {
    let body = format!("{ROBOTS}Sitemap: {}\n", parts.gate.absolute("/sitemap.xml"));
    Ok(answer(&headers, "text/plain; charset=utf-8", body))
}
