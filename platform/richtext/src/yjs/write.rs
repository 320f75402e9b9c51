//! To the shared form, exactly as the editor's binding would write it.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::Value;
use yrs::types::Attrs;
use yrs::{
    Any, Text, TransactionMut, Xml, XmlElementPrelim, XmlElementRef, XmlFragment, XmlFragmentRef,
    XmlTextPrelim,
};

use crate::node::{Mark, Node};
use crate::{NESTING_MAX_LEVELS, build};

/// Writes a document into a fragment that is still empty.
pub fn write(txn: &mut TransactionMut, fragment: &XmlFragmentRef, doc: &Node) {
    insert(txn, fragment, 0, &doc.content);
}

/// Inserts blocks into the fragment, the first of them at `index`.
pub(super) fn insert(txn: &mut TransactionMut, fragment: &XmlFragmentRef, index: u32, blocks: &[Node]) {
    for (node, index) in blocks.iter().filter(|node| !node.is("text")).zip(index..) {
        let element = fragment.insert(txn, index, XmlElementPrelim::empty(node.kind.as_str()));
        fill(txn, &element, node, 0);
    }
}

fn fill(txn: &mut TransactionMut, element: &XmlElementRef, node: &Node, depth: usize) {
    for (name, value) in node.attrs.iter().filter(|(_, value)| !value.is_null()) {
        element.insert_attribute(txn, name.as_str(), any(value));
    }
    let mut nodes = node.content.as_slice();
    while let Some(first) = nodes.first() {
        let texts = nodes.iter().take_while(|node| node.is("text")).count();
        if texts > 0 {
            write_text(txn, element, &nodes[..texts]);
        } else if depth < NESTING_MAX_LEVELS {
            let child = element.push_back(txn, XmlElementPrelim::empty(first.kind.as_str()));
            fill(txn, &child, first, depth + 1);
        }
        nodes = &nodes[texts.max(1)..];
    }
}

fn write_text(txn: &mut TransactionMut, element: &XmlElementRef, nodes: &[Node]) {
    let text = element.push_back(txn, XmlTextPrelim::new(""));
    for node in nodes {
        let words = node.text.as_deref().unwrap_or_default();
        if !words.is_empty() {
            let end = text.len(txn);
            text.insert_with_attributes(txn, end, words, attributes(&node.marks));
        }
    }
}

fn attributes(marks: &[Mark]) -> Attrs {
    let mut attributes = Attrs::new();
    for mark in build::text("", marks).marks {
        let attrs: HashMap<String, Any> =
            mark.attrs.iter().map(|(name, value)| (name.clone(), any(value))).collect();
        attributes.insert(Arc::from(mark.kind.as_str()), Any::from(attrs));
    }
    attributes
}

fn any(value: &Value) -> Any {
    match value {
        Value::Null => Any::Null,
        Value::Bool(value) => Any::Bool(*value),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => Any::from(whole),
            None => Any::from(number.as_f64().unwrap_or(0.0)),
        },
        Value::String(text) => Any::from(text.as_str()),
        Value::Array(values) => Any::from(values.iter().map(any).collect::<Vec<_>>()),
        Value::Object(values) => Any::from(
            values.iter().map(|(name, value)| (name.clone(), any(value))).collect::<HashMap<_, _>>(),
        ),
    }
}
