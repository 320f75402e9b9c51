//! How deep elements lie in each other: deleting one deletes what is in it by recursion, which costs stack.

use std::collections::HashMap;

use yrs::types::text::YChange;
use yrs::{Doc, Out, ReadTxn, Text, Transact, XmlFragment, XmlOut};

use super::FRAGMENT;
use crate::NESTING_MAX_LEVELS;

/// Twice what we read, so that a document that an editor made by pasting is shortened rather than refused.
const ELEMENTS_MAX_LEVELS: usize = 2 * NESTING_MAX_LEVELS;

/// Whether the whole document is shallow enough to be changed without danger.
pub(super) fn is_shallow(doc: &Doc) -> bool {
    let txn = doc.transact();
    let Some(fragment) = txn.get_xml_fragment(FRAGMENT) else {
        return true;
    };
    let mut waiting: Vec<(XmlOut, usize)> = fragment.children(&txn).map(|child| (child, 1)).collect();
    while let Some((node, depth)) = waiting.pop() {
        if depth > ELEMENTS_MAX_LEVELS {
            return false;
        }
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
    true
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
}

impl Origins {
    /// Items of one client come in the order of their clocks.
    pub(super) fn add(&mut self, (client, clock): Id, length: u64, place: Place) {
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

    /// Whether no item lies too deep, as far as this update says. One that lies in itself is deepest of all.
    pub(super) fn are_shallow(&self) -> bool {
        let mut known: HashMap<Id, Option<usize>> = HashMap::new();
        for (client, items) in &self.items {
            for (clock, _, _) in items {
                if !self.is_shallow_at((*client, *clock), &mut known) {
                    return false;
                }
            }
        }
        true
    }

    /// Follows the places from one item outwards until one that is known; an item under way is known as none.
    fn is_shallow_at(&self, id: Id, known: &mut HashMap<Id, Option<usize>>) -> bool {
        let mut path = Vec::new();
        let mut next = Some(id);
        let mut depth = 0;
        while let Some((id, place)) = next.and_then(|id| self.find(id)) {
            match known.get(&id) {
                Some(Some(found)) => {
                    depth = *found;
                    break;
                }
                Some(None) => return false,
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
        depth <= ELEMENTS_MAX_LEVELS
    }
}
