//! From Markdown: comrak's tree becomes ours.

use comrak::nodes::{AstNode, ListType, NodeList, NodeValue};
use comrak::{Arena, Options, parse_document};

use crate::build::{self, Line, block, mark, or_paragraph, paragraph_first};
use crate::node::{Mark, Node};
use crate::{NESTING_MAX_LEVELS, links};

/// Reads Markdown; everything is Markdown, so nothing can fail. HTML stays as the text that it is.
pub fn from_markdown(text: &str) -> Node {
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options());
    read_tree(root)
}

/// Reads what comrak made of a text.
pub(crate) fn read_tree<'a>(root: &'a AstNode<'a>) -> Node {
    block("doc", or_paragraph(blocks(root, 0)))
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.tasklist = true;
    options
}

fn blocks<'a>(parent: &'a AstNode<'a>, depth: usize) -> Vec<Node> {
    if depth > NESTING_MAX_LEVELS {
        let mut line = Line::default();
        line.text(words(parent).trim(), &[]);
        return if line.is_empty() { Vec::new() } else { vec![block("paragraph", line.finish())] };
    }
    parent.children().flat_map(|child| read_block(child, depth)).collect()
}

fn read_block<'a>(node: &'a AstNode<'a>, depth: usize) -> Vec<Node> {
    let value = node.data().value.clone();
    match value {
        NodeValue::Paragraph => {
            Some(line(node)).filter(|line| !line.is_empty()).map(paragraph).into_iter().collect()
        }
        NodeValue::Heading(heading) => vec![block("heading", line(node)).with("level", heading.level)],
        NodeValue::List(list) => lists(node, &list, depth),
        NodeValue::BlockQuote => vec![block("blockquote", or_paragraph(blocks(node, depth + 1)))],
        NodeValue::CodeBlock(code) => vec![code_block(&code.info, &code.literal)],
        NodeValue::ThematicBreak => vec![block("horizontalRule", Vec::new())],
        NodeValue::HtmlBlock(html) => html_block(&html.literal),
        NodeValue::Table(_) => vec![block("table", node.children().map(row).collect())],
        _ => blocks(node, depth + 1),
    }
}

fn paragraph(line: Vec<Node>) -> Node {
    block("paragraph", line)
}

fn code_block(info: &str, literal: &str) -> Node {
    let mut content = Line::default();
    content.text(literal.strip_suffix('\n').unwrap_or(literal), &[]);
    let node = block("codeBlock", content.finish());
    match info.split_whitespace().next() {
        Some(language) if build::is_language(language) => node.with("language", language),
        _ => node,
    }
}

fn html_block(literal: &str) -> Vec<Node> {
    let mut content = Line::default();
    for (number, part) in literal.trim().lines().enumerate() {
        if number > 0 {
            content.push(block("hardBreak", Vec::new()));
        }
        match part.trim() {
            tag if is_break(tag) => content.push(block("hardBreak", Vec::new())),
            words => content.text(words, &[]),
        }
    }
    if content.is_empty() { Vec::new() } else { vec![paragraph(content.finish())] }
}

/// One list, or several where items with and without a box alternate: our lists are of one kind.
fn lists<'a>(node: &'a AstNode<'a>, list: &NodeList, depth: usize) -> Vec<Node> {
    let mut found: Vec<Node> = Vec::new();
    for (item, start) in node.children().zip(list.start..) {
        let content = paragraph_first(blocks(item, depth + 1));
        let (kind, item) = match item.data().value {
            NodeValue::TaskItem(task) => {
                ("taskList", block("taskItem", content).with("checked", task.symbol.is_some()))
            }
            _ if list.list_type == ListType::Ordered => ("orderedList", block("listItem", content)),
            _ => ("bulletList", block("listItem", content)),
        };
        match found.last_mut().filter(|last| last.is(kind)) {
            Some(last) => last.content.push(item),
            None if kind == "orderedList" => found.push(block(kind, vec![item]).with("start", start)),
            None => found.push(block(kind, vec![item])),
        }
    }
    found
}

fn row<'a>(node: &'a AstNode<'a>) -> Node {
    let kind = match node.data().value {
        NodeValue::TableRow(true) => "tableHeader",
        _ => "tableCell",
    };
    block("tableRow", node.children().map(|cell| block(kind, vec![paragraph(line(cell))])).collect())
}

fn line<'a>(node: &'a AstNode<'a>) -> Vec<Node> {
    let mut reader = Inline::default();
    reader.read(node, 0);
    reader.line.finish()
}

#[derive(Default)]
struct Inline {
    line: Line,
    marks: Vec<Mark>,
    underlined: usize,
}

impl Inline {
    fn read<'a>(&mut self, parent: &'a AstNode<'a>, depth: usize) {
        if depth > NESTING_MAX_LEVELS {
            return self.text(&words(parent));
        }
        for node in parent.children() {
            let value = node.data().value.clone();
            match value {
                NodeValue::Text(words) => self.text(&words),
                NodeValue::SoftBreak => self.text(" "),
                NodeValue::LineBreak => self.line.push(block("hardBreak", Vec::new())),
                NodeValue::Code(code) => self.within(Some(mark("code")), |it| it.text(&code.literal)),
                NodeValue::HtmlInline(html) => self.html(&html),
                NodeValue::Emph => self.within(Some(mark("italic")), |it| it.read(node, depth + 1)),
                NodeValue::Strong => self.within(Some(mark("bold")), |it| it.read(node, depth + 1)),
                NodeValue::Strikethrough => self.within(Some(mark("strike")), |it| it.read(node, depth + 1)),
                NodeValue::Image(link) => self.image(&link.url, &words(node)),
                NodeValue::Link(link) => match mentioned(&link.url) {
                    Some(id) if self.drop_at() => self.line.push(build::mention(id, words(node).trim())),
                    _ => self.within(build::link(&link.url), |it| it.read(node, depth + 1)),
                },
                _ => self.read(node, depth + 1),
            }
        }
    }

    fn within(&mut self, mark: Option<Mark>, read: impl FnOnce(&mut Self)) {
        let added = mark.is_some();
        self.marks.extend(mark);
        read(self);
        if added {
            self.marks.pop();
        }
    }

    fn text(&mut self, words: &str) {
        if self.underlined > 0 {
            let marks: Vec<Mark> = self.marks.iter().cloned().chain([mark("underline")]).collect();
            self.line.text(words, &marks);
        } else {
            self.line.text(words, &self.marks);
        }
    }

    fn html(&mut self, html: &str) {
        match html {
            "<u>" => self.underlined += 1,
            "</u>" if self.underlined > 0 => self.underlined -= 1,
            tag if is_break(tag) => self.line.push(block("hardBreak", Vec::new())),
            other => self.text(other),
        }
    }

    fn image(&mut self, address: &str, alt: &str) {
        match links::kept(address) {
            Some(address) => self.line.push(block("image", Vec::new()).with("src", address).with("alt", alt)),
            None => self.text(alt),
        }
    }

    /// Takes the `@` before a mention away, if there is one.
    fn drop_at(&mut self) -> bool {
        let Some(Node { text: Some(before), .. }) = self.line.last_mut() else {
            return false;
        };
        let found = before.ends_with('@');
        if found {
            before.pop();
        }
        found
    }
}

/// The id in `person/ID`, the address of a mention.
fn mentioned(address: &str) -> Option<&str> {
    address.strip_prefix("person/").filter(|id| uuid::Uuid::try_parse(id).is_ok())
}

fn is_break(tag: &str) -> bool {
    matches!(tag, "<br>" | "<br/>" | "<br />")
}

/// All words below a node, without calling itself for each level.
fn words<'a>(node: &'a AstNode<'a>) -> String {
    let mut found = String::new();
    for node in node.descendants() {
        match &node.data().value {
            NodeValue::Text(words) => found.push_str(words),
            NodeValue::Code(code) => found.push_str(&code.literal),
            NodeValue::CodeBlock(code) => found.push_str(&code.literal),
            NodeValue::HtmlInline(html) => found.push_str(html),
            NodeValue::HtmlBlock(html) => found.push_str(&html.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak | NodeValue::Paragraph => found.push(' '),
            _ => {}
        }
    }
    found.split_whitespace().collect::<Vec<_>>().join(" ")
}
