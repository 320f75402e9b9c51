//! The list of all articles, newest first: whole, of a month, of a tag, or of what was looked for.

use std::collections::HashMap;

use access::people;
use askama::Template;
use axum::extract::State as Shared;
use axum::http::HeaderMap;
use database::Reads;
use feature::{Routes, Who};
use kernel::Result;
use kernel::ids::Uuid;
use page::{Answer, Anyone, Query};
use serde::Deserialize;

use super::answer;
use super::archive::{month, sought};
use super::site::{Site, month_name, month_of};
use super::store::{self, Counted, Line};
use crate::Parts;
use crate::articles::slug;

/// Articles on one page of the list.
const PAGE_LENGTH_ROWS: i64 = 12;

/// Further back nobody turns page by page; months lead there.
const PAGES_MAX: i64 = 1_000;

/// Times that are counted for the months; a blog of twenty years has fewer.
const TIMES_MAX_ROWS: i64 = 10_000;

const TAGS_MAX_ROWS: i64 = 40;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/blog", Who::Everybody, show).done()
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Wanted {
    month: String,
    tag: String,
    q: String,
    page: Option<i64>,
}

struct Month {
    key: String,
    name: String,
    articles: usize,
}

#[derive(Template)]
#[template(path = "public/list.html")]
struct List {
    v: page::Voice,
    site: Site,
    lines: Vec<Line>,
    authors: HashMap<Uuid, String>,
    months: Vec<Month>,
    tags: Vec<Counted>,
    wanted: Wanted,
    /// What it is narrowed to, in words; empty for the whole.
    narrowed: String,
    earlier: String,
    later: String,
    /// Addresses of lists that are narrowed are not for search engines.
    is_whole: bool,
}

impl List {
    fn by(&self, line: &Line) -> &str {
        self.authors.get(&line.id).map_or("", String::as_str)
    }
}

async fn show(
    Shared(parts): Shared<Parts>,
    Anyone(asking): Anyone,
    headers: HeaderMap,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let mut reader = parts.database.read().await?;
    let site = Site::load(&parts, &mut reader, &asking).await?;
    let v = site.v.clone();
    let number = wanted.page.unwrap_or(1).clamp(1, PAGES_MAX);
    let narrow = sought(&v.zone, &wanted.month, &wanted.tag, &wanted.q);
    let offset = (number - 1) * PAGE_LENGTH_ROWS;
    let mut lines = store::lines(&mut reader, &narrow, PAGE_LENGTH_ROWS + 1, offset).await?;
    let more = lines.len() > usize::try_from(PAGE_LENGTH_ROWS).unwrap_or(0);
    lines.truncate(usize::try_from(PAGE_LENGTH_ROWS).unwrap_or(0));
    let authors = names(&mut reader, &lines.iter().map(|it| it.id).collect::<Vec<_>>()).await?;
    let lines = in_my_language(lines, v.code());
    let tags = store::tags(&mut reader, TAGS_MAX_ROWS).await?;
    let narrowed = narrowed(&v, &wanted, &tags);
    let page_at = |number: i64| {
        let query = |it: &str| page::encoded(it);
        let (month, tag, q) = (query(&wanted.month), query(&wanted.tag), query(&wanted.q));
        format!("/blog?month={month}&tag={tag}&q={q}&page={number}")
    };
    let list = List {
        months: months(&v, &store::times(&mut reader, TIMES_MAX_ROWS).await?),
        earlier: if more { page_at(number + 1) } else { String::new() },
        later: if number > 1 { page_at(number - 1) } else { String::new() },
        is_whole: narrowed.is_empty() && number == 1,
        v,
        site,
        lines,
        authors,
        tags,
        narrowed,
        wanted,
    };
    Ok(answer::page(&headers, &list)?)
}

fn narrowed(v: &page::Voice, wanted: &Wanted, tags: &[Counted]) -> String {
    if !wanted.q.trim().is_empty() {
        return v.t1("blog-list-sought", "words", wanted.q.trim());
    }
    if !wanted.tag.is_empty() {
        let key = slug::of(&wanted.tag);
        let known = tags.iter().find(|it| it.key == key).map_or(&*wanted.tag, |it| &*it.tag);
        return v.t1("blog-list-tag", "tag", known);
    }
    month(&v.zone, &wanted.month).map_or_else(String::new, |(name, ..)| month_name(v, name))
}

/// Of an article in several languages only the one in the reader's, if it is in the list.
fn in_my_language(lines: Vec<Line>, code: &str) -> Vec<Line> {
    let mine: Vec<Uuid> = lines.iter().filter(|it| it.language == code).map(|it| it.group_id).collect();
    lines.into_iter().filter(|it| it.language == code || !mine.contains(&it.group_id)).collect()
}

/// Of times that fall, the months in which something was, and how much.
fn months(v: &page::Voice, times: &[i64]) -> Vec<Month> {
    let mut months: Vec<((i16, i8), usize)> = Vec::new();
    for at in times {
        let month = month_of(&v.zone, *at);
        match months.last_mut() {
            Some((last, count)) if *last == month => *count += 1,
            _ => months.push((month, 1)),
        }
    }
    let told = months.into_iter().map(|(month, articles)| Month {
        key: format!("{:04}-{:02}", month.0, month.1),
        name: month_name(v, month),
        articles,
    });
    told.collect()
}

/// Who wrote each, in one line; who was erased is nobody any more.
pub(crate) async fn names(from: &mut impl Reads, ids: &[Uuid]) -> Result<HashMap<Uuid, String>> {
    let pairs = store::authors(from, ids).await?;
    let people: Vec<Uuid> = pairs.iter().map(|(_, person)| *person).collect();
    let named: HashMap<Uuid, String> =
        people::named(from, &people).await?.into_iter().map(|it| (it.id, it.name)).collect();
    let mut lines: HashMap<Uuid, String> = HashMap::new();
    for (article, person) in pairs {
        let Some(name) = named.get(&person).filter(|it| !it.is_empty()) else { continue };
        let line = lines.entry(article).or_default();
        if !line.is_empty() {
            line.push_str(", ");
        }
        line.push_str(name);
    }
    Ok(lines)
}
