//! The reactions beside a comment or a thing, ready to be drawn or sent.

use std::collections::HashMap;

use access::Person;
use askama::Template;
use database::Reads;
use kernel::Result;
use kernel::ids::{ThingId, Uuid};
use page::Voice;
use serde::Serialize;

use super::emoji::OFFERED;
use super::store;

/// Names that a tooltip has room for.
const NAMES_SHOWN_MAX: usize = 12;

/// One emoji, and who is behind it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Counted {
    pub emoji: String,
    pub count: i64,
    pub mine: bool,
    /// The first ones by name.
    pub names: Vec<String>,
}

impl Counted {
    pub fn who(&self) -> String {
        self.names.join(", ")
    }
}

pub(crate) type Reactions = HashMap<Uuid, Vec<Counted>>;

/// Those beside all these of one kind, in two statements.
pub(crate) async fn beside(
    from: &mut impl Reads,
    person: &Person,
    kind: &str,
    ids: &[Uuid],
) -> Result<Reactions> {
    let mut found: Reactions = HashMap::new();
    for it in store::counts(from, kind, ids, person.id).await? {
        let counted = Counted { emoji: it.emoji, count: it.count, mine: it.mine == 1, names: Vec::new() };
        found.entry(it.about_id).or_default().push(counted);
    }
    if found.is_empty() {
        return Ok(found);
    }
    for (about, emoji, name) in store::names(from, kind, ids).await? {
        let counted = found.get_mut(&about).and_then(|all| all.iter_mut().find(|it| it.emoji == emoji));
        if let Some(counted) = counted.filter(|it| it.names.len() < NAMES_SHOWN_MAX && !name.is_empty()) {
            counted.names.push(name);
        }
    }
    Ok(found)
}

/// With buttons for who may react.
#[derive(Template)]
#[template(path = "reactions/_bar.html")]
pub(crate) struct Bar {
    pub v: Voice,
    pub about: ThingId,
    pub counted: Vec<Counted>,
    pub may_react: bool,
}

impl Bar {
    /// Its `id` in the page.
    pub fn element(&self) -> String {
        format!("reactions-{}-{}", self.about.kind, self.about.id)
    }

    /// What is offered beyond what is there.
    pub fn offered(&self) -> Vec<&'static str> {
        let there = |emoji: &&str| self.counted.iter().any(|it| it.emoji == **emoji);
        OFFERED.into_iter().filter(|it| !there(it)).collect()
    }
}
