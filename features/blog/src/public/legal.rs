//! Imprint and privacy. The imprint is what an admin wrote and nothing else: one that is made up would be
//! worse than none. What is said about privacy is what the program really does.

use access::settings;
use askama::Template;
use axum::extract::State as Shared;
use axum::http::HeaderMap;
use feature::{Routes, Who};
use kernel::limits;
use page::{Answer, Anyone, Voice};

use super::answer;
use super::site::Site;
use crate::Parts;
use crate::settings::settings::{IMPRINT, PRIVACY};

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/imprint", Who::Everybody, imprint)
        .get("/privacy", Who::Everybody, privacy)
        .done()
}

#[derive(Template)]
#[template(path = "public/imprint.html")]
struct Imprint {
    v: Voice,
    site: Site,
    html: String,
}

#[derive(Template)]
#[template(path = "public/privacy.html")]
struct Privacy {
    v: Voice,
    site: Site,
    /// What the house adds.
    html: String,
    session_days: u64,
    bin_days: u64,
    held_days: u64,
    link_days: u64,
    receipt_days: u64,
    tries_minutes: u64,
}

fn drawn(markdown: &str) -> String {
    if markdown.trim().is_empty() {
        return String::new();
    }
    crate::articles::release::below_a_heading(&richtext::to_html(&richtext::from_markdown(markdown)))
}

async fn imprint(Shared(parts): Shared<Parts>, Anyone(asking): Anyone, headers: HeaderMap) -> Answer {
    let mut reader = parts.database.read().await?;
    let site = Site::load(&parts, &mut reader, &asking).await?;
    let written = settings::get(&mut reader, IMPRINT).await?.unwrap_or_default();
    Ok(answer::page(&headers, &Imprint { v: site.v.clone(), site, html: drawn(&written) })?)
}

async fn privacy(Shared(parts): Shared<Parts>, Anyone(asking): Anyone, headers: HeaderMap) -> Answer {
    const DAY_SECONDS: u64 = 24 * 3600;
    let mut reader = parts.database.read().await?;
    let site = Site::load(&parts, &mut reader, &asking).await?;
    let written = settings::get(&mut reader, PRIVACY).await?.unwrap_or_default();
    let page = Privacy {
        v: site.v.clone(),
        site,
        html: drawn(&written),
        session_days: limits::SESSION_MAX.as_secs() / DAY_SECONDS,
        bin_days: limits::BIN_MAX.as_secs() / DAY_SECONDS,
        held_days: visitors::HELD_MAX.as_secs() / DAY_SECONDS,
        link_days: visitors::CONFIRMATION_MAX.as_secs() / DAY_SECONDS,
        receipt_days: visitors::RECEIPT_MAX.as_secs() / DAY_SECONDS,
        tries_minutes: limits::TRIES_WINDOW.as_secs() / 60,
    };
    Ok(answer::page(&headers, &page)?)
}
