//! A hit as it is drawn: with its card, its wall, and what it is.

use std::collections::HashMap;

use database::Reader;
use feature::Known;
use kernel::Result;
use kernel::card::Card;
use kernel::ids::Uuid;
use page::{Asking, Audience, Voice};

use super::look::Hit;

pub(crate) struct Line {
    pub hit: Hit,
    pub card: Card,
    pub audience: Audience,
    /// What it is, who wrote it, where it lies.
    pub meta: String,
}

/// Whoever asks has found the hits among what the reader may see.
pub(crate) async fn lines(
    reader: &mut Reader,
    known: &Known,
    asking: &Asking,
    hits: Vec<Hit>,
) -> Result<Vec<Line>> {
    let things: Vec<_> = hits.iter().map(|it| (it.found.kind.as_str(), it.found.object_id)).collect();
    let mut cards = cards(reader, known, asking, &things).await?;
    let v = asking.voice();
    let drawn = hits.into_iter().map(|hit| {
        let card = cards.remove(&hit.found.object_id).unwrap_or_else(|| plain(&hit.found.kind));
        let audience = Audience::short(&v, hit.found.visibility, &hit.found.space_title);
        let meta = meta(&v, &hit, &card);
        Line { hit, card, audience, meta }
    });
    Ok(drawn.collect())
}

/// Of several things at once, a question per kind.
pub(crate) async fn cards(
    reader: &mut Reader,
    known: &Known,
    asking: &Asking,
    things: &[(&str, Uuid)],
) -> Result<HashMap<Uuid, Card>> {
    let mut ids: HashMap<&str, Vec<Uuid>> = HashMap::new();
    for (kind, id) in things {
        ids.entry(kind).or_default().push(*id);
    }
    let mut cards = HashMap::new();
    for (kind, ids) in ids {
        if let Some(maker) = known.cards(kind) {
            cards.extend(maker.cards(reader, &asking.person, asking.locale, &ids).await?);
        }
    }
    Ok(cards)
}

/// Of what no feature draws.
pub(crate) fn plain(kind: &str) -> Card {
    let icon = match kind {
        "comment" => "message-square",
        "space" => "layout-grid",
        _ => "file-text",
    };
    Card { icon, ..Card::default() }
}

fn meta(v: &Voice, hit: &Hit, card: &Card) -> String {
    let found = &hit.found;
    let is_space = found.kind == "space";
    let what = match card.meta.is_empty() {
        true => v.t(&format!("search-kind-{}", found.family)),
        false => card.meta.clone(),
    };
    let parts = [what, found.author.clone(), found.space_title.clone()];
    let shown = parts.into_iter().take(if is_space { 1 } else { 3 }).filter(|it| !it.is_empty());
    shown.collect::<Vec<_>>().join(" · ")
}
