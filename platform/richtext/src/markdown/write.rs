//! To Markdown: a block is a list of lines, and what holds blocks puts something before each of them.

use super::escape::longest_run;
use super::inline::{self, Place, cell_line};
use crate::node::Node;

/// Writes Markdown that [`from_markdown`](crate::from_markdown) reads as the same document, except for what
/// Markdown lacks: empty paragraphs, joined cells, a table without a head.
pub fn to_markdown(doc: &Node) -> String {
    let mut text = blocks(&doc.content, false).join("\n");
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// All blocks with an empty line between each two; none between if they are `tight`.
fn blocks(nodes: &[Node], tight: bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut last: Option<(bool, bool)> = None;
    for node in nodes {
        // Two lists beside each other are one to Markdown unless their signs differ.
        let list = is_list(node).then(|| node.is("orderedList"));
        let other = list.is_some_and(|ordered| last == Some((ordered, false)));
        let written = block(node, other);
        if written.is_empty() {
            continue;
        }
        if !lines.is_empty() && !tight {
            lines.push(String::new());
        }
        lines.extend(written);
        last = list.map(|ordered| (ordered, other));
    }
    lines
}

fn is_list(node: &Node) -> bool {
    matches!(node.kind.as_str(), "bulletList" | "orderedList" | "taskList")
}

fn block(node: &Node, other_sign: bool) -> Vec<String> {
    match node.kind.as_str() {
        "heading" => {
            let words = inline::write(&node.content, Place::Heading);
            vec![format!("{} {words}", "#".repeat(node.level())).trim_end().to_owned()]
        }
        "bulletList" | "orderedList" | "taskList" => list(node, other_sign),
        "blockquote" => quote(node),
        "codeBlock" => code(node),
        "horizontalRule" => vec!["___".into()],
        "table" => table(node),
        _ if node.is_inline() => lines(&inline::write(std::slice::from_ref(node), Place::Paragraph)),
        _ if node.content.iter().any(Node::is_inline) => {
            lines(&inline::write(&node.content, Place::Paragraph))
        }
        _ => blocks(&node.content, false),
    }
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

fn quote(node: &Node) -> Vec<String> {
    let mut lines = blocks(&node.content, false);
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines.into_iter().map(|line| if line.is_empty() { ">".into() } else { format!("> {line}") }).collect()
}

fn code(node: &Node) -> Vec<String> {
    let code: String = node.content.iter().map(crate::plain::inline).collect();
    let code = code.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}");
    let fence = "`".repeat((longest_run(&code, '`') + 1).max(3));
    let mut lines = vec![format!("{fence}{}", node.language().unwrap_or_default())];
    lines.extend(code.split('\n').map(str::to_owned));
    lines.push(fence);
    lines
}

fn list(node: &Node, other_sign: bool) -> Vec<String> {
    let tight = node.content.iter().all(is_tight);
    let mut lines: Vec<String> = Vec::new();
    for (item, number) in node.content.iter().zip(node.number("start").unwrap_or(1)..) {
        let sign = match (node.is("orderedList"), other_sign) {
            (true, false) => format!("{}. ", number.min(999_999_999)),
            (true, true) => format!("{}) ", number.min(999_999_999)),
            (false, false) => "- ".into(),
            (false, true) => "* ".into(),
        };
        if !tight && !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(list_item(item, &sign, tight));
    }
    lines
}

fn list_item(item: &Node, sign: &str, tight: bool) -> Vec<String> {
    let mut lines = blocks(&item.content, tight);
    if lines.is_empty() {
        lines.push(String::new());
    }
    if item.is("taskItem") {
        let mark = if item.checked() { "[x] " } else { "[ ] " };
        lines[0].insert_str(0, mark);
    }
    let indent = " ".repeat(sign.len());
    let placed = |(number, line): (usize, String)| match (number, line.is_empty()) {
        (0, _) => format!("{sign}{line}").trim_end().to_owned(),
        (_, true) => line,
        _ => format!("{indent}{line}"),
    };
    lines.into_iter().enumerate().map(placed).collect()
}

/// Whether an item can stand without empty lines: one paragraph, and perhaps one list that may follow a
/// paragraph directly.
fn is_tight(item: &Node) -> bool {
    let paragraph = |node: &Node| node.is("paragraph") && !node.content.is_empty();
    match item.content.as_slice() {
        [] => true,
        [only] => only.is("paragraph"),
        [first, list] => {
            let begins = list.content.first().and_then(|item| item.content.first()).is_some_and(paragraph);
            let one = !list.is("orderedList") || list.number("start").unwrap_or(1) == 1;
            paragraph(first) && is_list(list) && begins && one && list.content.iter().all(is_tight)
        }
        _ => false,
    }
}

fn table(node: &Node) -> Vec<String> {
    let rows: Vec<Vec<String>> = node.content.iter().map(cells).collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut lines = Vec::new();
    if columns == 0 {
        return lines;
    }
    for mut row in rows {
        row.resize(columns, String::new());
        lines.push(format!("| {} |", row.join(" | ")));
        if lines.len() == 1 {
            lines.push(format!("|{}", " --- |".repeat(columns)));
        }
    }
    lines
}

/// The cells of a row; one that spans several columns is followed by empty ones.
fn cells(row: &Node) -> Vec<String> {
    let mut cells = Vec::new();
    for cell in &row.content {
        cells.push(inline::write(&cell_line(cell), Place::Cell));
        let spanned = usize::try_from(cell.number("colspan").unwrap_or(1)).unwrap_or(1).clamp(1, 100);
        cells.resize(cells.len() + spanned - 1, String::new());
    }
    cells
}
