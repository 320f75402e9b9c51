//! What else happened to a thing, in the words of the features that did it.

use std::collections::HashMap;

use access::{Named, people};
use askama::Template;
use database::{Reader, outbox};
use feature::{Known, Loudness, Told};
use kernel::activity::Activity;
use kernel::ids::{PersonId, Uuid};
use kernel::{Locale, Result, limits};
use page::Voice;

use super::thread::Scene;
use crate::activity::REACTION;
use crate::comments::comment::CommentId;

/// The newest activities of a thing that are looked at; its talk and its edits are among them.
const PAST_MAX_ROWS: i64 = 600;

/// Something that was done to the thing and is no talk.
#[derive(Template)]
#[template(path = "timeline/_past.html")]
pub(crate) struct Past {
    pub v: Voice,
    pub position: i64,
    pub at: i64,
    pub actor: Option<Named>,
    pub name: String,
    /// The sentence around the name.
    pub before: String,
    pub after: String,
    /// A version among things of other kinds; it stands under its own filter.
    pub is_version: bool,
    /// What it is, and what is new in it.
    pub meta: String,
    pub line: String,
}

impl Past {
    fn kind(&self) -> &'static str {
        if self.is_version { "version" } else { "past" }
    }

    fn icon(&self) -> &'static str {
        if self.is_version { "upload" } else { "history" }
    }
}

/// A version has a history of its own kind.
const VERSION: &str = "version";

/// Oldest first, without what only reactors hear. The same thing done again by the same person is told once.
pub(crate) async fn of(reader: &mut Reader, known: &Known, scene: &Scene) -> Result<Vec<Past>> {
    let activities = outbox::of(reader, &scene.about.thing(), PAST_MAX_ROWS).await?;
    let mut told: Vec<(Activity, &Told)> = Vec::new();
    for activity in activities {
        let Some(words) = words_for(known, &activity) else { continue };
        if told.last().is_some_and(|(last, _)| is_repeated(last, &activity)) {
            told.pop();
        }
        told.push((activity, words));
    }
    let actors = actors(reader, &told).await?;
    let cards = cards(reader, known, scene, &told).await?;
    let past = |(activity, words): (Activity, &Told)| {
        let object = &activity.deed.object;
        let actor = actors.get(&activity.deed.actor.uuid()).filter(|it| !it.name.is_empty()).cloned();
        let (before, after) = around_name(words, scene.v.locale, &scene.about.title);
        let (meta, line) = cards.get(&object.id).cloned().unwrap_or_default();
        Past {
            v: scene.v.clone(),
            position: activity.position,
            at: activity.at.micros(),
            name: scene.name(actor.as_ref().map_or("", |it| &it.name)),
            actor,
            before,
            after,
            is_version: object.kind == VERSION,
            meta,
            line,
        }
    };
    Ok(told.into_iter().map(past).collect())
}

fn words_for(known: &Known, activity: &Activity) -> Option<&'static Told> {
    let object = &activity.deed.object;
    let is_talk = object.kind == CommentId::KIND || object.kind == REACTION;
    let told = known.told(&object.kind, &activity.deed.verb.0).filter(|_| !is_talk)?;
    (told.loudness > Loudness::Silent).then_some(told)
}

/// A page that is written in for an hour was edited once.
fn is_repeated(last: &Activity, next: &Activity) -> bool {
    let (last, next) = (&last.deed, &next.deed);
    next.object.kind != VERSION
        && last.actor == next.actor
        && last.verb == next.verb
        && last.object == next.object
}

async fn actors(reader: &mut Reader, told: &[(Activity, &Told)]) -> Result<HashMap<Uuid, Named>> {
    let mut ids: Vec<Uuid> = told.iter().map(|(it, _)| it.deed.actor.uuid()).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut named = HashMap::new();
    for some in ids.chunks(usize::try_from(limits::LIST_LENGTH_MAX_ROWS).unwrap_or(1)) {
        named.extend(people::named(reader, some).await?.into_iter().map(|it| (it.id, it)));
    }
    named.remove(&PersonId::NOBODY.uuid());
    Ok(named)
}

/// What is said of the versions and other parts in their own features' words.
async fn cards(
    reader: &mut Reader,
    known: &Known,
    scene: &Scene,
    told: &[(Activity, &Told)],
) -> Result<HashMap<Uuid, (String, String)>> {
    let mut parts: HashMap<&str, Vec<Uuid>> = HashMap::new();
    for (activity, _) in told {
        let object = &activity.deed.object;
        if *object != scene.about.thing() {
            parts.entry(&object.kind).or_default().push(object.id);
        }
    }
    let mut found = HashMap::new();
    for (kind, ids) in parts {
        let Some(cards) = known.cards(kind) else { continue };
        for (id, card) in cards.cards(reader, &scene.person, scene.v.locale, &ids).await? {
            found.insert(id, (card.meta, card.line));
        }
    }
    Ok(found)
}

/// The sentence before and behind the name, so that the name can be drawn as one.
fn around_name(told: &Told, locale: Locale, title: &str) -> (String, String) {
    let pattern = match locale {
        Locale::De => told.de,
        Locale::En => told.en,
    };
    // What stands above needs no title: "Ana asks", not "Ana asks: what".
    let pattern = pattern.strip_suffix(": {title}").unwrap_or(pattern);
    let (before, after) = pattern.split_once("{actor}").unwrap_or(("", pattern));
    (before.replace("{title}", title), after.replace("{title}", title))
}
