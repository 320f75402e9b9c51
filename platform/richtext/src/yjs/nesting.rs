//! How deep elements lie in each other: deleting one deletes what is in it by recursion, which costs stack.

use std::collections::HashMap;

use yrs::types::text::YChange;
use yrs::{Doc, Out, ReadTxn, Text, Transact, XmlFragment, XmlOut};

use super::FRAGMENT;
use super::check::Malformed;
use crate::NESTING_MAX_LEVELS;

/// Twice what we read, so that a document that an editor made by pasting is shortened rather than refused.
const ELEMENTS_MAX_LEVELS: usize = 2 * NESTING_MAX_LEVELS;

/// How deep elements lie in each other in a document: never deeper than this says, and exactly so after it
/// was looked through. Looking through a whole document after each update would cost more than all the rest.
#[derive(Clone, Copy, Debug)]
pub struct Levels(usize);

impl Default for Levels {
    /// Of a document that was not looked through yet.
    fn default() -> Self {
        Self(ELEMENTS_MAX_LEVELS)
    }
}

impl Levels {
    /// Counts an update in that may have made the document deeper by this much, and looks through the
    /// document only when the count says that it may have become too deep. Answers whether it is shallow
    /// enough to be changed without danger.
    pub(super) fn count(&mut self, deeper: usize, doc: &Doc) -> bool {
        self.0 = self.0.saturating_add(deeper).max(1);
        if self.0 > ELEMENTS_MAX_LEVELS {
            self.0 = levels_of(doc).unwrap_or(usize::MAX);
        }
        self.0 <= ELEMENTS_MAX_LEVELS
    }
}

/// None for a document that is too deep.
pub(super) fn levels_of(doc: &Doc) -> Option<usize> {
    let txn = doc.transact();
    let Some(fragment) = txn.get_xml_fragment(FRAGMENT) else {
        return Some(0);
    };
    let mut deepest = 0;
    let mut waiting: Vec<(XmlOut, usize)> = fragment.children(&txn).map(|child| (child, 1)).collect();
    while let Some((node, depth)) = waiting.pop() {
        if depth > ELEMENTS_MAX_LEVELS {
            return None;
        }
        deepest = deepest.max(depth);
        match &node {
            XmlOut::Element(element) => {
                waiting.extend(element.children(&txn).map(|child| (child, depth + 1)))
            }
            XmlOut::Fragment(inner) => waiting.extend(inner.children(&txn).map(|child| (child, depth + 1))),
            XmlOut::Text(text) => {
                // Elements within a text are not ours, but count.
                let parts = text.diff(&txn, YChange::identity).into_iter().map(|part| part.insert);
                waiting.extend(parts.filter_map(embedded).map(|child| (child, depth + 1)));
            }
        }
    }
    Some(deepest)
}

fn embedded(part: Out) -> Option<XmlOut> {
    match part {
        Out::YXmlElement(element) => Some(XmlOut::Element(element)),
        Out::YXmlFragment(fragment) => Some(XmlOut::Fragment(fragment)),
        Out::YXmlText(text) => Some(XmlOut::Text(text)),
        _ => None,
    }
}

type Id = (u64, u64);

/// Where an item of an update lies.
#[derive(Clone, Copy)]
pub(super) enum Place {
    Within(Id),
    Beside(Id),
    Unknown,
}

/// The places of all items of one update, to see how deep it goes before it is applied.
#[derive(Default)]
pub(super) struct Origins {
    items: HashMap<u64, Vec<(u64, u64, Place)>>,
    elements: Vec<Id>,
}

impl Origins {
    /// Items of one client come in the order of their clocks.
    pub(super) fn add(&mut self, (client, clock): Id, length: u64, place: Place, is_element: bool) {
        if is_element {
            self.elements.push((client, clock));
        }
        if !matches!(place, Place::Unknown) {
            self.items.entry(client).or_default().push((clock, length, place));
        }
    }

    fn find(&self, (client, clock): Id) -> Option<(Id, Place)> {
        let items = self.items.get(&client)?;
        let after = items.partition_point(|(start, _, _)| *start <= clock);
        let (start, length, place) = items.get(after.checked_sub(1)?)?;
        (clock < start + length).then_some(((client, *start), *place))
    }

    /// By how much this update may make a document deeper; none if it makes no elements.
    ///
    /// Errors: `Malformed` if an item lies too deep, as far as this update says. One that lies in itself is
    /// deepest of all.
    pub(super) fn deeper(&self) -> Result<Option<usize>, Malformed> {
        let mut known: HashMap<Id, Option<usize>> = HashMap::new();
        for (client, items) in &self.items {
            for (clock, _, _) in items {
                self.depth_at((*client, *clock), &mut known)?;
            }
        }
        let mut deeper = None;
        for id in &self.elements {
            deeper = deeper.max(Some(self.depth_at(*id, &mut known)?));
        }
        Ok(deeper)
    }

    /// Follows the places from one item outwards until one that is known; an item under way is known as none.
    fn depth_at(&self, id: Id, known: &mut HashMap<Id, Option<usize>>) -> Result<usize, Malformed> {
        let mut path = Vec::new();
        let mut next = Some(id);
        let mut depth = 0;
        while let Some((id, place)) = next.and_then(|id| self.find(id)) {
            match known.get(&id) {
                Some(Some(found)) => {
                    depth = *found;
                    break;
                }
                Some(None) => return Err(Malformed),
                None => {}
            }
            known.insert(id, None);
            path.push((id, matches!(place, Place::Within(_))));
            next = match place {
                Place::Within(id) | Place::Beside(id) => Some(id),
                Place::Unknown => None,
            };
        }
        for (id, is_within) in path.into_iter().rev() {
            depth += usize::from(is_within);
            known.insert(id, Some(depth));
        }
        if depth <= ELEMENTS_MAX_LEVELS { Ok(depth) } else { Err(Malformed) }
    }
}
