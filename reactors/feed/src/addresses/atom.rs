//! What one person sees, for her feed reader (Atom, RFC 4287). Sentences and titles alone: what a reader
//! keeps, it keeps, also when the post is deleted.

use access::{may, people};
use askama::Template;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use database::Reads;
use feature::{Known, Routes, Who};
use kernel::clock::Time;
use kernel::ids::{PersonId, SpaceId};
use kernel::{Error, Locale, Result, when};
use page::{Answer, Path};

use super::store::{self, Address};
use crate::Parts;
use crate::entries::store::{self as entries, Entry, Part};

/// A reader that looks once a day misses nothing in most houses.
const ENTRIES_MAX_ROWS: i64 = 50;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/feed/atom/{secret}", Who::LinkHolders, show).done()
}

struct Line {
    title: String,
    url: String,
    id: String,
    at: String,
    by: String,
}

#[derive(Template)]
#[template(path = "addresses/atom.xml", escape = "html")]
struct Atom {
    title: String,
    /// Of this house, from which all addresses begin.
    base: String,
    id: String,
    updated: String,
    lines: Vec<Line>,
}

async fn show(State(parts): State<Parts>, Path(secret): Path<String>) -> Answer {
    let mut reader = parts.database.read().await?;
    let address = store::find(&mut reader, &access::digest(&secret)).await?.ok_or(Error::NotFound)?;
    let base = parts.gate.origin.public_url().trim_end_matches('/').to_owned();
    let atom = load(&mut reader, &parts.known.known(), &address, base).await?;
    let text = atom.render().map_err(Error::unexpected)?;
    let kind = "application/atom+xml; charset=utf-8";
    Ok(([(CONTENT_TYPE, kind), (CACHE_CONTROL, "private, no-store")], text).into_response())
}

/// As she sees it now; who has left sees nothing.
///
/// Errors: `NotFound`, also for a space that she no longer reads.
async fn load(from: &mut impl Reads, known: &Known, address: &Address, base: String) -> Result<Atom> {
    let person = people::active(from, PersonId::from(address.person_id)).await?.ok_or(Error::NotFound)?;
    let locale = person.language.unwrap_or(access::settings::language(from).await?);
    let (company, _) = access::settings::sign(from).await?;
    let company = company.unwrap_or_else(|| "Mitwerk".to_owned());
    let part = Part { from: 0, before: i64::MAX, limit: ENTRIES_MAX_ROWS };
    let (title, found) = match address.space_id {
        Some(space) => {
            let seen = may::read(from, &person, &SpaceId::from(space).into()).await?;
            (format!("{} · {company}", seen.title), entries::newest_of(from, &person, space, part).await?)
        }
        None => (company, entries::newest(from, &person, part).await?),
    };
    let updated = found.first().map_or(address.made_at, |it| it.at);
    let lines = found.iter().filter_map(|it| line(known, locale, &base, it)).collect();
    let (id, updated) = (format!("urn:uuid:{}", address.id), when::rfc3339(Time::from(updated)));
    Ok(Atom { title, id, updated, lines, base })
}

/// `None` for what no feature tells any more.
fn line(known: &Known, locale: Locale, base: &str, entry: &Entry) -> Option<Line> {
    let told = known.told(&entry.object_kind, &entry.verb)?;
    let nobody = if entry.actor.name.is_empty() { locale.t("feed-somebody") } else { String::new() };
    Some(Line {
        title: told.sentence(locale, &entry.actor.name, &entry.title),
        url: format!("{base}{}", entry.url),
        id: format!("{base}{}#{}", entry.url, entry.position),
        at: when::rfc3339(Time::from(entry.at)),
        by: if nobody.is_empty() { entry.actor.name.clone() } else { nobody },
    })
}
