//! The words alone, for search, for comparing versions and for notices.

use crate::node::Node;

/// The words of a document, each block on a line of its own, cells of a row apart by tabs.
pub fn plain_text(doc: &Node) -> String {
    let mut lines = Vec::new();
    blocks(doc, &mut lines);
    lines.join("\n")
}

fn blocks(node: &Node, lines: &mut Vec<String>) {
    if node.is("tableRow") {
        lines.push(
            node.content
                .iter()
                .map(|cell| plain_text(cell).replace('\n', " "))
                .collect::<Vec<_>>()
                .join("\t"),
        );
    } else if node.is_inline() || node.content.iter().any(Node::is_inline) {
        let line = inline(node);
        if !line.trim().is_empty() {
            lines.push(line);
        }
    } else {
        for child in &node.content {
            blocks(child, lines);
        }
    }
}

/// The words of one line; what is no text gives the words that stand for it.
pub(crate) fn inline(node: &Node) -> String {
    match node.kind.as_str() {
        "text" => node.text.clone().unwrap_or_default(),
        "hardBreak" => "\n".into(),
        "image" => node.word("alt").into(),
        "mention" => format!("@{}", node.word("label")),
        _ => node.content.iter().map(inline).collect(),
    }
}
