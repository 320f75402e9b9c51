//! The shared form: the `Y.XmlFragment` in which the editor's binding to Yjs (y-prosemirror) keeps a page.
//!
//! An element's name is the node's kind and its attributes are the node's; texts that follow each other are
//! one `Y.XmlText` whose formatting is their marks. What comes from outside is looked at by [`check`] first:
//! yrs trusts an update to be sound, and an unsound one costs memory, stack or a panic.

mod apply;
mod check;
mod needs;
mod nesting;
mod read;
mod replace;
mod write;

#[cfg(test)]
mod tests;

pub use apply::{Refused, apply, apply_kept, load, restore};
pub use check::{Checked, Malformed, check};
pub use nesting::Levels;
pub use read::read;
pub use replace::replace;
pub use write::write;

use yrs::{Doc, ReadTxn, StateVector, Transact, WriteTxn};

use crate::build::{block, or_paragraph};
use crate::node::Node;

/// The name of the fragment in which the editor keeps its document.
pub const FRAGMENT: &str = "default";

/// A fresh update (version 1) that makes this document, as if somebody had just written it.
pub fn update_of(doc: &Node) -> Vec<u8> {
    let shared = Doc::new();
    let mut txn = shared.transact_mut();
    let fragment = txn.get_or_insert_xml_fragment(FRAGMENT);
    write(&mut txn, &fragment, doc);
    drop(txn);
    shared.transact().encode_state_as_update_v1(&StateVector::default())
}

/// The document that these updates (version 1) make together. What is no update is left out.
pub fn doc_of(updates: &[Vec<u8>]) -> Node {
    node_of(&load(updates).0)
}

/// The document as it stands in its shared form.
pub fn node_of(shared: &Doc) -> Node {
    let txn = shared.transact();
    match txn.get_xml_fragment(FRAGMENT) {
        Some(fragment) => read(&txn, &fragment),
        None => block("doc", or_paragraph(Vec::new())),
    }
}
