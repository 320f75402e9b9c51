//! From the shared form.

use serde_json::{Map, Value};
use yrs::types::Attrs;
use yrs::types::text::YChange;
use yrs::{Any, Out, ReadTxn, Text, Xml, XmlElementRef, XmlFragment, XmlFragmentRef, XmlOut, XmlTextRef};

use super::check::VALUE_MAX_LEVELS;
use crate::NESTING_MAX_LEVELS;
use crate::build::{self, Line, block, or_paragraph};
use crate::node::{Mark, Node};

/// The length of the hash that the binding puts behind `--` where two marks of one kind lie on one text.
const MARK_HASH_CHARS: usize = 8;

/// Reads a fragment as the document in it. Links that lead nowhere harmless are only text.
pub fn read<T: ReadTxn>(txn: &T, fragment: &XmlFragmentRef) -> Node {
    let mut line = Line::default();
    for child in fragment.children(txn) {
        read_child(txn, &child, 0, &mut line);
    }
    block("doc", or_paragraph(line.finish()))
}

/// The node of one child of the fragment, or of several runs of text that stand there by mistake.
pub(super) fn read_one<T: ReadTxn>(txn: &T, child: &XmlOut) -> Vec<Node> {
    let mut line = Line::default();
    read_child(txn, child, 0, &mut line);
    line.finish()
}

fn read_child<T: ReadTxn>(txn: &T, child: &XmlOut, depth: usize, line: &mut Line) {
    match child {
        XmlOut::Element(element) if depth < NESTING_MAX_LEVELS => {
            line.push(read_element(txn, element, depth))
        }
        XmlOut::Text(text) => read_text(txn, text, line),
        XmlOut::Element(_) | XmlOut::Fragment(_) => {}
    }
}

fn read_element<T: ReadTxn>(txn: &T, element: &XmlElementRef, depth: usize) -> Node {
    let kind = element.try_tag().map_or("paragraph", |tag| &**tag);
    let mut inside = Line::default();
    for child in element.children(txn) {
        read_child(txn, &child, depth + 1, &mut inside);
    }
    let mut node = block(kind, inside.finish());
    for (name, value) in element.attributes(txn) {
        match value {
            Out::Any(value) if !matches!(value, Any::Null | Any::Undefined) => {
                node.attrs.insert(name.to_owned(), json(&value, 0));
            }
            _ => {}
        }
    }
    node
}

fn read_text<T: ReadTxn>(txn: &T, text: &XmlTextRef, line: &mut Line) {
    for part in text.diff(txn, YChange::identity) {
        if let Out::Any(Any::String(words)) = &part.insert {
            line.text(words, &part.attributes.as_deref().map(marks).unwrap_or_default());
        }
    }
}

fn marks(attributes: &Attrs) -> Vec<Mark> {
    let set = attributes.iter().filter(|(_, value)| !matches!(value, Any::Null | Any::Undefined));
    set.filter_map(|(name, value)| {
        let kind = without_hash(name);
        let attrs = match json(value, 0) {
            Value::Object(attrs) => attrs.into_iter().filter(|(_, value)| !value.is_null()).collect(),
            _ => Map::new(),
        };
        match kind {
            "link" => {
                let checked = build::link(attrs.get("href")?.as_str()?)?;
                let attrs = attrs.into_iter().chain(checked.attrs).collect();
                Some(Mark { kind: kind.to_owned(), attrs })
            }
            _ => Some(Mark { kind: kind.to_owned(), attrs }),
        }
    })
    .collect()
}

fn without_hash(name: &str) -> &str {
    let letter = |letter: char| letter.is_ascii_alphanumeric() || "+/=".contains(letter);
    match name.rsplit_once("--") {
        Some((kind, hash)) if hash.len() == MARK_HASH_CHARS && hash.chars().all(letter) => kind,
        _ => name,
    }
}

/// What lies deeper than any editor writes it is nothing: a version of the page is JSON, and that can be read
/// only so deep.
fn json(value: &Any, depth: usize) -> Value {
    match value {
        Any::Array(_) | Any::Map(_) if depth >= VALUE_MAX_LEVELS => Value::Null,
        Any::Null | Any::Undefined | Any::Buffer(_) => Value::Null,
        Any::Bool(value) => Value::Bool(*value),
        Any::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => Value::from(whole),
            (None, float) => float.map_or(Value::Null, Value::from),
        },
        Any::String(text) => Value::from(&**text),
        Any::Array(values) => values.iter().map(|value| json(value, depth + 1)).collect(),
        Any::Map(values) => {
            let members = values.iter().map(|(name, value)| (name.clone(), json(value, depth + 1)));
            members.collect::<Map<_, _>>().into()
        }
    }
}
