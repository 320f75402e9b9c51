//! Restoring: an edit that makes the shared document read like another one, and no more than that.

use yrs::{TransactionMut, XmlFragment, XmlFragmentRef};

use super::read::read_one;
use super::write::insert;
use crate::node::Node;

/// Makes the fragment read like `doc`. Blocks that are equal at the start and at the end stay, with the
/// cursors and comments in them; only what lies between is replaced.
pub fn replace(txn: &mut TransactionMut, fragment: &XmlFragmentRef, doc: &Node) {
    let wanted: Vec<Node> = doc.content.iter().filter(|node| !node.is("text")).map(canonical).collect();
    let children: Vec<_> = fragment.children(txn).collect();
    let present: Vec<Vec<Node>> = children.iter().map(|child| read_one(txn, child)).collect();
    let same = |(present, wanted): &(&Vec<Node>, &Node)| present.as_slice() == std::slice::from_ref(*wanted);
    let before = present.iter().zip(&wanted).take_while(same).count();
    let after = present[before..].iter().rev().zip(wanted[before..].iter().rev()).take_while(same).count();
    // Whatever is no child in the sense above is cleared away with the middle.
    let length = fragment.len(txn);
    let (start, kept) = (length_of(before), length_of(after));
    let removed = length.saturating_sub(start + kept);
    if removed > 0 {
        fragment.remove_range(txn, start, removed);
    }
    insert(txn, fragment, start, &wanted[before..wanted.len() - after]);
}

fn length_of(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The node as it reads once it was written: marks in order, equal runs joined, nothing that is null.
fn canonical(node: &Node) -> Node {
    let mut line = crate::build::Line::default();
    for child in &node.content {
        line.push(canonical(child));
    }
    let mut attrs = node.attrs.clone();
    attrs.retain(|_, value| !value.is_null());
    let marks =
        node.text.as_deref().map(|text| crate::build::text(text, &node.marks).marks).unwrap_or_default();
    Node { kind: node.kind.clone(), attrs, content: line.finish(), text: node.text.clone(), marks }
}
