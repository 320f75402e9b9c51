//! How nodes are put together, so that equal documents are equal nodes.

use serde_json::Value;

use crate::links;
use crate::node::{Mark, Node};

/// The order of marks on a text, outermost first; unknown ones follow by name.
const MARK_ORDER: [&str; 6] = ["link", "bold", "italic", "strike", "underline", "code"];

pub(crate) fn block(kind: &str, content: Vec<Node>) -> Node {
    Node { kind: kind.to_owned(), content, ..Node::default() }
}

pub(crate) fn text(text: &str, marks: &[Mark]) -> Node {
    let mut marks = marks.to_vec();
    marks.sort_by(|left, right| rank(left).cmp(&rank(right)).then_with(|| left.kind.cmp(&right.kind)));
    marks.dedup_by(|later, earlier| later.kind == earlier.kind);
    Node { kind: "text".into(), text: Some(text.to_owned()), marks, ..Node::default() }
}

fn rank(mark: &Mark) -> usize {
    MARK_ORDER.iter().position(|kind| *kind == mark.kind).unwrap_or(MARK_ORDER.len())
}

pub(crate) fn mark(kind: &str) -> Mark {
    Mark { kind: kind.to_owned(), ..Mark::default() }
}

/// A mark for a link, or none if the address is one we do not let anybody follow.
pub(crate) fn link(address: &str) -> Option<Mark> {
    let mut mark = mark("link");
    mark.attrs.insert("href".into(), Value::from(links::followed(address)?));
    Some(mark)
}

pub(crate) fn mention(id: &str, label: &str) -> Node {
    block("mention", Vec::new()).with("id", id).with("label", label)
}

/// The content of something that must hold at least one paragraph.
pub(crate) fn or_paragraph(content: Vec<Node>) -> Vec<Node> {
    if content.is_empty() { vec![block("paragraph", Vec::new())] } else { content }
}

/// The content of a list item: the schema wants a paragraph first.
pub(crate) fn paragraph_first(mut content: Vec<Node>) -> Vec<Node> {
    if content.first().is_none_or(|first| first.kind != "paragraph") {
        content.insert(0, block("paragraph", Vec::new()));
    }
    content
}

impl Node {
    pub(crate) fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.attrs.insert(name.to_owned(), value.into());
        self
    }

    pub(crate) fn is(&self, kind: &str) -> bool {
        self.kind == kind
    }

    /// Stands in a line with text rather than on its own.
    pub(crate) fn is_inline(&self) -> bool {
        matches!(self.kind.as_str(), "text" | "hardBreak" | "image" | "mention")
    }

    pub(crate) fn word(&self, name: &str) -> &str {
        self.attrs.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// A whole number; some editors write it as a text.
    pub(crate) fn number(&self, name: &str) -> Option<u64> {
        let value = self.attrs.get(name)?;
        value.as_u64().or_else(|| value.as_str()?.parse().ok())
    }

    pub(crate) fn checked(&self) -> bool {
        self.attrs.get("checked").is_some_and(|value| value == &Value::Bool(true) || value == "true")
    }

    /// From 1 to 6, whatever the document says.
    pub(crate) fn level(&self) -> usize {
        usize::try_from(self.number("level").unwrap_or(1)).unwrap_or(1).clamp(1, 6)
    }

    /// A word of letters, digits and `+ # . _ -`, so that it can stand behind a fence or in a class.
    pub(crate) fn language(&self) -> Option<&str> {
        Some(self.word("language")).filter(|word| is_language(word))
    }

    pub(crate) fn marked(&self, kind: &str) -> bool {
        self.marks.iter().any(|mark| mark.kind == kind)
    }

    /// Where the text leads, if it leads somewhere harmless.
    pub(crate) fn href(&self) -> Option<String> {
        let link = self.marks.iter().find(|mark| mark.kind == "link")?;
        links::followed(link.attrs.get("href")?.as_str()?)
    }
}

pub(crate) fn is_language(word: &str) -> bool {
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || "+#._-".contains(letter);
    (1..=40).contains(&word.len()) && word.chars().all(allowed)
}

/// Collects the inside of a paragraph: texts with equal marks that follow each other become one.
#[derive(Default)]
pub(crate) struct Line {
    nodes: Vec<Node>,
}

impl Line {
    pub(crate) fn text(&mut self, words: &str, marks: &[Mark]) {
        if words.is_empty() {
            return;
        }
        let node = text(words, marks);
        if let Some(Node { text: Some(before), marks, .. }) = self.nodes.last_mut()
            && *marks == node.marks
        {
            before.push_str(words);
        } else {
            self.nodes.push(node);
        }
    }

    pub(crate) fn push(&mut self, node: Node) {
        match &node.text {
            Some(words) => self.text(words, &node.marks),
            None => self.nodes.push(node),
        }
    }

    pub(crate) fn last_mut(&mut self) -> Option<&mut Node> {
        self.nodes.last_mut()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    pub(crate) fn finish(self) -> Vec<Node> {
        self.nodes.into_iter().filter(|node| node.text.as_deref() != Some("")).collect()
    }
}
