//! All that was said about a thing and all that happened to it, in one list, oldest first.

use std::collections::HashSet;

use access::Named;
use askama::Template;
use database::Reader;
use kernel::Result;
use kernel::ids::{ThingId, Uuid};
use page::{Shell, Voice};

use super::composer::{Foot, Typed};
use super::past::{self, Past};
use super::thread::{self, Scene, Thread};
use crate::Parts;
use crate::comments::store;
use crate::reactions::bar::{self, Bar};

/// Entries that are shown at first; more on request …
const SHOWN_ROWS: usize = 50;

/// … so many with each …
const MORE_ROWS: usize = 200;

/// … and so many at most.
const SHOWN_MAX_ROWS: usize = 1_000;

/// Faces beside each other; further people are counted.
const FACES_MAX: usize = 5;

/// What is wanted of the list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wish {
    pub filter: Filter,
    pub rows: usize,
}

impl Default for Wish {
    fn default() -> Self {
        Self { filter: Filter::All, rows: SHOWN_ROWS }
    }
}

impl Wish {
    pub fn of(filter: Option<&str>, rows: Option<usize>) -> Self {
        let rows = rows.unwrap_or(SHOWN_ROWS).clamp(1, SHOWN_MAX_ROWS);
        Self { filter: Filter::of(filter.unwrap_or("")), rows }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Filter {
    All,
    Talk,
    Versions,
}

impl Filter {
    fn of(word: &str) -> Self {
        match word {
            "talk" => Filter::Talk,
            "versions" => Filter::Versions,
            _ => Filter::All,
        }
    }

    fn keeps(self, entry: &Entry) -> bool {
        match (self, entry) {
            (Filter::All, _) | (Filter::Talk, Entry::Talk(_)) => true,
            (Filter::Versions, Entry::Past(past)) => past.is_version,
            _ => false,
        }
    }

    fn current(self, word: &str) -> &'static str {
        if self == Filter::of(word) { " aria-current=true" } else { "" }
    }
}

pub(crate) enum Entry {
    Talk(Box<Thread>),
    Past(Box<Past>),
}

impl Entry {
    fn at(&self) -> i64 {
        match self {
            Entry::Talk(thread) => thread.first.at,
            Entry::Past(past) => past.at,
        }
    }
}

/// A question to whoever looks.
pub(crate) struct Asked {
    pub comment: Uuid,
    pub by: String,
}

/// The part of a page that others bring in by its address.
#[derive(Template)]
#[template(path = "timeline/talk.html")]
pub(crate) struct Talk {
    v: Voice,
    about: ThingId,
    filter: Filter,
    faces: Vec<Named>,
    /// Names for the ear.
    names: String,
    people: usize,
    bar: Option<Bar>,
    asked: Vec<Asked>,
    said: i64,
    versions: usize,
    older: usize,
    more: usize,
    entries: Vec<Entry>,
    foot: Foot,
}

impl Talk {
    /// A post has none: there is nothing to filter.
    fn has_versions(&self) -> bool {
        self.versions > 0 || has_passages(&self.about)
    }
}

/// Whether one can write about a passage of it: of what is read in a window of its own.
pub(crate) fn has_passages(about: &ThingId) -> bool {
    about.kind == "document"
}

/// The same as a page of its own, where no script brings it into another.
#[derive(Template)]
#[template(path = "timeline/show.html")]
pub(crate) struct Show {
    pub v: Voice,
    pub shell: Shell,
    pub title: String,
    pub url: String,
    pub talk: Talk,
}

pub(crate) async fn load(
    reader: &mut Reader,
    parts: &Parts,
    scene: &Scene,
    wish: Wish,
    typed: Typed,
) -> Result<Talk> {
    let (said, all_roots) = store::count(reader, &scene.about).await?;
    let rows = i64::try_from(wish.rows).unwrap_or(0);
    let roots = store::newest_roots(reader, &scene.about, rows).await?;
    let threads = thread::threads(reader, scene, &roots).await?;
    let past = past::of(reader, &parts.known.known(), scene).await?;
    let versions = past.iter().filter(|it| it.is_version).count();
    let involved = involved(&threads, &past);
    let asked = asked(scene, &threads);
    let missing = usize::try_from(all_roots).unwrap_or(0).saturating_sub(threads.len());
    let entries = threads.into_iter().map(|it| Entry::Talk(Box::new(it)));
    let mut entries: Vec<Entry> =
        entries.chain(past.into_iter().map(|it| Entry::Past(Box::new(it)))).collect();
    entries.retain(|it| wish.filter.keeps(it));
    entries.sort_by_key(Entry::at);
    let missing = if wish.filter == Filter::Versions { 0 } else { missing };
    // The newest of both lists were fetched, each as many as are wanted of all: none is missing in between.
    let cut = entries.len().saturating_sub(wish.rows);
    entries.drain(..cut);
    let about = scene.about.thing();
    let mut beside = bar::beside(reader, &scene.person, &about.kind, &[about.id]).await?;
    let counted = beside.remove(&about.id).unwrap_or_default();
    let bar = Bar { v: scene.v.clone(), about: about.clone(), counted, may_react: scene.may_write() };
    Ok(Talk {
        v: scene.v.clone(),
        about,
        filter: wish.filter,
        names: names(scene, &involved),
        people: involved.len(),
        faces: involved.into_iter().take(FACES_MAX).collect(),
        bar: Some(bar).filter(|it| it.may_react || !it.counted.is_empty()),
        asked,
        said,
        versions,
        older: cut + missing,
        more: (wish.rows + MORE_ROWS).min(SHOWN_MAX_ROWS),
        entries,
        foot: Foot::of(reader, scene, typed).await?,
    })
}

/// Everybody who said or did something to it, in the order in which they came.
fn involved(threads: &[Thread], past: &[Past]) -> Vec<Named> {
    let talked = threads.iter().flat_map(Thread::people);
    let did = past.iter().filter_map(|it| it.actor.as_ref());
    let mut seen = HashSet::new();
    did.chain(talked).filter(|it| !it.name.is_empty() && seen.insert(it.id)).cloned().collect()
}

fn names(scene: &Scene, involved: &[Named]) -> String {
    let shown: Vec<&str> = involved.iter().take(FACES_MAX).map(|it| it.name.as_str()).collect();
    let (shown, more) = (shown.join(", "), involved.len().saturating_sub(FACES_MAX));
    match more {
        0 => scene.v.t1("discussions-involved", "names", shown),
        more => scene.v.t2("discussions-involved-more", "names", shown, "n", more),
    }
}

fn asked(scene: &Scene, threads: &[Thread]) -> Vec<Asked> {
    let me = scene.person.id.uuid();
    let said = threads.iter().flat_map(|it| std::iter::once(&it.first).chain(&it.replies));
    let mine = said.filter(|it| it.waits_for.as_ref().is_some_and(|waits| waits.id == me));
    mine.map(|it| Asked { comment: it.id, by: it.name.clone() }).collect()
}
