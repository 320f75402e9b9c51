//! The page of what was found, and the quick search that opens anywhere.

use std::time::Duration;

use access::spaces::{self, Place};
use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::limits;
use page::{Answer, Audience, Html, Query, Shell, SignedIn, Spot, Voice};
use serde::Deserialize;
use serde_json::{Value, json};

use super::look::{FAMILIES, Found, Hit, look, space_of};
use super::store::{self, Narrowed};
use crate::Parts;

/// Hits on one page.
const PAGE_HITS: usize = 20;

/// Lines of each group in the quick search.
const QUICK_HITS: usize = 6;

const DAY: Duration = Duration::from_secs(86_400);

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/search", Who::SignedIn, show).get("/search/quick", Who::SignedIn, quick).done()
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
struct Asked {
    q: String,
    space: String,
    kind: String,
    /// Days back, as a number; empty for any time.
    since: String,
    from: usize,
}

#[derive(Template)]
#[template(path = "find/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    asked: Asked,
    found: Found,
    spaces: Vec<Place>,
    kinds: Vec<&'static str>,
    times: [&'static str; 4],
    next: Option<usize>,
}

impl Show {
    fn audience(&self, hit: &Hit) -> Audience {
        Audience::short(&self.v, hit.found.visibility, &hit.found.space_title)
    }

    fn is_in(&self, place: &Place) -> bool {
        self.asked.space == place.id.to_string()
    }

    fn is_kind(&self, kind: &str) -> bool {
        self.asked.kind == kind
    }

    fn is_since(&self, since: &str) -> bool {
        self.asked.since == since
    }

    /// The same question, further down the list.
    fn address_of(&self, next: &usize) -> String {
        let Asked { q, space, kind, since, .. } = &self.asked;
        let values = [("q", q), ("space", space), ("kind", kind), ("since", since)];
        let query = values.map(|(name, value)| format!("{name}={}", page::encoded(value)));
        format!("/search?{}&from={next}", query.join("&"))
    }

    fn nothing_found(&self) -> bool {
        !self.asked.q.trim().is_empty() && self.found.hits.is_empty() && self.found.people.is_empty()
    }
}

async fn show(State(parts): State<Parts>, SignedIn(asking): SignedIn, Query(asked): Query<Asked>) -> Answer {
    let days: u32 = asked.since.parse().unwrap_or(0);
    let since = if days == 0 { 0 } else { asking.now.minus(DAY * days.min(3_660)).micros() };
    let narrowed = Narrowed { space: space_of(&asked.space)?, kind: asked.kind.clone(), since };
    let mut reader = parts.database.read().await?;
    let found = look(&mut reader, &asking.person, &asked.q, &narrowed, asked.from, PAGE_HITS).await?;
    let spaces = spaces::mine(&mut reader, &asking.person, limits::LIST_LENGTH_MAX_ROWS).await?;
    let shell = Shell::load(&mut reader, &asking, Spot::Search).await?;
    let next = (found.count > asked.from + PAGE_HITS).then_some(asked.from + PAGE_HITS);
    let kinds = ["comment", "person", "space"].into_iter().chain(FAMILIES).collect();
    let times = ["", "7", "30", "365"];
    Ok(Html(Show { v: asking.voice(), shell, asked, found, spaces, kinds, times, next }).into_response())
}

/// What can be done from anywhere: text, address, icon.
const COMMANDS: [(&str, &str, &str); 5] = [
    ("search-do-upload", "/documents/new", "upload"),
    ("search-do-page", "/pages/new", "file-pen-line"),
    ("search-do-space", "/spaces/new", "layout-grid"),
    ("search-do-notifications", "/notifications", "bell"),
    ("search-do-account", "/account", "settings"),
];

async fn quick(State(parts): State<Parts>, SignedIn(asking): SignedIn, Query(asked): Query<Asked>) -> Answer {
    let mut reader = parts.database.read().await?;
    let v = asking.voice();
    let mut groups = Vec::new();
    if asked.q.trim().is_empty() {
        let recent = store::recent(&mut reader, &asking.person, 6).await?;
        let items = recent.iter().map(|it| {
            let audience = Audience::short(&v, it.visibility, &it.space_title);
            line(&it.title, &it.url, icon_of(&it.kind), &it.space_title, None, Some(&audience))
        });
        groups.push(group(&v, "search-recent", items.collect()));
    } else {
        let narrowed = Narrowed::default();
        let found = look(&mut reader, &asking.person, &asked.q, &narrowed, 0, QUICK_HITS).await?;
        let people = found
            .people
            .iter()
            .take(QUICK_HITS)
            .map(|it| line(&it.name, &format!("/people/{}", it.id), "user-round", "", None, None));
        let hits = found.hits.iter().map(|it| {
            let audience = Audience::short(&v, it.found.visibility, &it.found.space_title);
            let (snippet, icon) = (Some(it.snippet.as_str()), icon_of(&it.found.kind));
            line(&it.found.title, &it.url(), icon, &it.found.space_title, snippet, Some(&audience))
        });
        groups.push(group(&v, "search-jump", hits.collect()));
        groups.push(group(&v, "search-people", people.collect()));
    }
    let wanted = asked.q.trim().to_lowercase();
    let commands = COMMANDS.iter().filter_map(|(key, url, icon)| {
        let title = v.t(key);
        title.to_lowercase().contains(&wanted).then(|| line(&title, url, icon, "", None, None))
    });
    groups.push(group(&v, "search-do", commands.collect()));
    groups.retain(|it| it["items"].as_array().is_some_and(|items| !items.is_empty()));
    Ok(api::Json(json!({ "groups": groups })).into_response())
}

fn icon_of(kind: &str) -> &'static str {
    match kind {
        "comment" => "message-square",
        "space" => "layout-grid",
        _ => "file-text",
    }
}

fn group(v: &Voice, key: &str, items: Vec<Value>) -> Value {
    json!({ "title": v.t(key), "items": items })
}

fn line(
    title: &str,
    url: &str,
    icon: &str,
    hint: &str,
    snippet: Option<&str>,
    audience: Option<&Audience>,
) -> Value {
    let audience = audience.map(|it| json!({ "class": it.class, "icon": it.icon, "words": it.words }));
    json!({
        "title": title, "url": url, "icon": icon, "hint": hint, "snippet_html": snippet, "audience": audience,
    })
}
