//! From HTML, whoever wrote it: what we have a word for becomes that, of everything else the text stays.

use scraper::node::Element;
use scraper::{ElementRef, Html};

use super::depth::shallow;
use crate::build::{self, Line, block, mark, or_paragraph, paragraph_first};
use crate::node::{Mark, Node};
use crate::{NESTING_MAX_LEVELS, links};

/// Elements that a browser has on every level; deeper than this they are only text.
const ELEMENTS_MAX_LEVELS: usize = 4 * NESTING_MAX_LEVELS;

/// Reads a page or a fragment. Scripts, styles and what a browser would not show are left out.
pub fn from_html(html: &str) -> Node {
    let tree = Html::parse_document(&shallow(html));
    let mut blocks = Blocks::default();
    blocks.children(tree.root_element(), &Inside::default());
    block("doc", or_paragraph(blocks.finish()))
}

/// What a node lies in: its marks, and how deep.
#[derive(Clone, Default)]
struct Inside {
    marks: Vec<Mark>,
    blocks: usize,
    elements: usize,
}

impl Inside {
    fn block(&self) -> Self {
        Self { blocks: self.blocks + 1, elements: self.elements + 1, ..self.clone() }
    }

    fn marked(&self, mark: Option<Mark>) -> Self {
        let mut inside = Self { elements: self.elements + 1, ..self.clone() };
        inside.marks.extend(mark);
        inside
    }
}

/// Collects blocks; what stands between them without a paragraph gets one.
#[derive(Default)]
struct Blocks {
    done: Vec<Node>,
    line: Line,
}

impl Blocks {
    fn finish(mut self) -> Vec<Node> {
        self.end_paragraph();
        self.done
    }

    fn end_paragraph(&mut self) {
        self.drop_space();
        let line = std::mem::take(&mut self.line).finish();
        if !line.is_empty() {
            self.done.push(block("paragraph", line));
        }
    }

    fn add(&mut self, node: Node) {
        self.end_paragraph();
        self.done.push(node);
    }

    fn children(&mut self, parent: ElementRef<'_>, inside: &Inside) {
        for child in parent.children() {
            if let Some(text) = child.value().as_text() {
                self.text(text, &inside.marks);
            } else if let Some(element) = ElementRef::wrap(child) {
                self.element(element, inside);
            }
        }
    }

    /// White space is one space between words and none beside a block or a line break (CSS Text, 4.1.1).
    fn text(&mut self, text: &str, marks: &[Mark]) {
        for (number, word) in text.split([' ', '\n', '\t', '\r', '\u{c}']).enumerate() {
            if number > 0 {
                self.space(marks);
            }
            self.line.text(word, marks);
        }
    }

    fn space(&mut self, marks: &[Mark]) {
        let counts = self.line.last_mut().is_some_and(|last| match &last.text {
            Some(before) => !before.ends_with(' '),
            None => !last.is("hardBreak"),
        });
        if counts {
            self.line.text(" ", marks);
        }
    }

    fn drop_space(&mut self) {
        if let Some(Node { text: Some(before), .. }) = self.line.last_mut()
            && before.ends_with(' ')
        {
            before.pop();
        }
    }

    fn inline(&mut self, node: Node) {
        if node.is("hardBreak") {
            self.drop_space();
        }
        self.line.push(node);
    }

    fn element(&mut self, tree: ElementRef<'_>, inside: &Inside) {
        if is_hidden(tree.value().name()) {
            return;
        }
        if inside.blocks >= NESTING_MAX_LEVELS || inside.elements >= ELEMENTS_MAX_LEVELS {
            return tree.descendants().filter_map(|node| node.value().as_text()).for_each(|text| {
                self.text(text, &inside.marks);
            });
        }
        match tree.value().name() {
            "p" | "div" | "section" | "article" | "header" | "footer" | "main" | "aside" | "nav"
            | "figure" | "figcaption" | "address" | "dl" | "dt" | "dd" | "form" | "fieldset" | "details"
            | "summary" | "caption" => {
                self.end_paragraph();
                self.children(tree, &inside.marked(None));
                self.end_paragraph();
            }
            name @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6") => self.heading(tree, name, inside),
            "ul" | "menu" => self.list(tree, None, inside),
            "ol" => self.list(tree, Some(whole(tree.value(), "start").unwrap_or(1)), inside),
            "blockquote" => {
                let content = or_paragraph(within(tree, &inside.block()));
                self.add(block("blockquote", content));
            }
            "pre" => self.code(tree),
            "hr" => self.add(block("horizontalRule", Vec::new())),
            "table" => self.table(tree, inside),
            _ => self.inline_element(tree, inside),
        }
    }

    fn inline_element(&mut self, tree: ElementRef<'_>, inside: &Inside) {
        let element = tree.value();
        let mark = match element.name() {
            "br" => return self.inline(block("hardBreak", Vec::new())),
            "img" => return self.image(element),
            "a" | "span" if mentioned(element).is_some() => {
                let label = words(tree);
                let id = mentioned(element).unwrap_or_default();
                return self.inline(build::mention(id, label.strip_prefix('@').unwrap_or(&label)));
            }
            "a" => element.attr("href").and_then(build::link),
            "strong" | "b" => Some(mark("bold")),
            "em" | "i" | "cite" | "dfn" | "var" => Some(mark("italic")),
            "s" | "del" | "strike" => Some(mark("strike")),
            "u" | "ins" => Some(mark("underline")),
            "code" | "kbd" | "samp" | "tt" => Some(mark("code")),
            _ => None,
        };
        self.children(tree, &inside.marked(mark));
    }

    fn image(&mut self, element: &Element) {
        let alt = element.attr("alt").unwrap_or_default();
        match element.attr("src").and_then(links::kept) {
            Some(address) => self.inline(block("image", Vec::new()).with("src", address).with("alt", alt)),
            None => self.text(alt, &[]),
        }
    }

    fn heading(&mut self, tree: ElementRef<'_>, name: &str, inside: &Inside) {
        let level: u64 = name[1..].parse().unwrap_or(1);
        let mut line = Line::default();
        for (number, part) in within(tree, &inside.block()).into_iter().enumerate() {
            if number > 0 {
                line.text(" ", &[]);
            }
            if part.content.iter().all(Node::is_inline) {
                part.content.into_iter().for_each(|node| line.push(node));
            } else {
                line.text(&crate::plain_text(&part).replace('\n', " "), &[]);
            }
        }
        self.add(block("heading", line.finish()).with("level", level));
    }

    fn code(&mut self, tree: ElementRef<'_>) {
        let text: String =
            tree.descendants().filter_map(|node| node.value().as_text()).map(|text| &**text).collect();
        let mut line = Line::default();
        line.text(text.strip_suffix('\n').unwrap_or(&text), &[]);
        let node = block("codeBlock", line.finish());
        let classes =
            tree.descendants().filter_map(|node| node.value().as_element()).flat_map(Element::classes);
        match classes
            .filter_map(|class| class.strip_prefix("language-"))
            .find(|word| build::is_language(word))
        {
            Some(language) => self.add(node.with("language", language)),
            None => self.add(node),
        }
    }

    /// A list of one kind: with boxes if its first item has one, numbered if it has a first number.
    fn list(&mut self, tree: ElementRef<'_>, start: Option<u64>, inside: &Inside) {
        let mut items = Vec::new();
        for child in tree.children() {
            let mut content = Blocks::default();
            let element = ElementRef::wrap(child);
            let item = element.filter(|element| element.value().name() == "li");
            match (item, element, child.value().as_text()) {
                (Some(item), ..) => content.children(item, &inside.block()),
                (_, Some(element), _) => content.element(element, &inside.block()),
                (_, _, Some(text)) => content.text(text, &inside.marks),
                _ => {}
            }
            let content = content.finish();
            if item.is_some() || !content.is_empty() {
                items.push((item.and_then(checkbox), paragraph_first(content)));
            }
        }
        let tasks = items.first().is_some_and(|(checked, _)| checked.is_some());
        let made = items.into_iter().map(|(checked, content)| match tasks {
            true => block("taskItem", content).with("checked", checked.unwrap_or(false)),
            false => block("listItem", content),
        });
        let made: Vec<Node> = made.collect();
        match (made.is_empty(), tasks, start) {
            (true, ..) => {}
            (_, true, _) => self.add(block("taskList", made)),
            (_, _, Some(start)) => self.add(block("orderedList", made).with("start", start)),
            _ => self.add(block("bulletList", made)),
        }
    }

    fn table(&mut self, tree: ElementRef<'_>, inside: &Inside) {
        let own = |row: &ElementRef<'_>| {
            let table =
                row.ancestors().find(|node| node.value().as_element().is_some_and(|it| it.name() == "table"));
            table.is_some_and(|table| table.id() == tree.id())
        };
        let elements = tree.descendants().filter_map(ElementRef::wrap);
        let mut rows = Vec::new();
        for row in elements.filter(|element| element.value().name() == "tr").filter(own) {
            let cells: Vec<Node> = row.child_elements().filter_map(|cell| read_cell(cell, inside)).collect();
            if !cells.is_empty() {
                rows.push(block("tableRow", cells));
            }
        }
        if !rows.is_empty() {
            self.add(block("table", rows));
        }
    }
}

fn read_cell(cell: ElementRef<'_>, inside: &Inside) -> Option<Node> {
    let kind = match cell.value().name() {
        "th" => "tableHeader",
        "td" => "tableCell",
        _ => return None,
    };
    let mut node = block(kind, or_paragraph(within(cell, &inside.block())));
    for name in ["colspan", "rowspan"] {
        if let Some(span) = whole(cell.value(), name).filter(|span| (2..=1000).contains(span)) {
            node = node.with(name, span);
        }
    }
    Some(node)
}

fn within(tree: ElementRef<'_>, inside: &Inside) -> Vec<Node> {
    let mut blocks = Blocks::default();
    blocks.children(tree, inside);
    blocks.finish()
}

fn words(tree: ElementRef<'_>) -> String {
    let text: String =
        tree.descendants().filter_map(|node| node.value().as_text()).map(|text| &**text).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether an item begins with a box, and whether that is ticked.
fn checkbox(item: ElementRef<'_>) -> Option<bool> {
    let own = item
        .descendants()
        .skip(1)
        .take_while(|node| node.value().as_element().is_none_or(|it| it.name() != "li"));
    let mut inputs =
        own.filter_map(|node| node.value().as_element()).filter(|element| element.name() == "input");
    let input =
        inputs.find(|input| input.attr("type").is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox")))?;
    Some(input.attr("checked").is_some())
}

/// The id of the person, if the element is a mention as we or the editor write it.
fn mentioned(element: &Element) -> Option<&str> {
    let id = match element.name() {
        "a" if element.classes().any(|class| class == "mention") => {
            element.attr("href")?.strip_prefix("/people/")?
        }
        "span" if element.attr("data-type") == Some("mention") => element.attr("data-id")?,
        _ => return None,
    };
    uuid::Uuid::try_parse(id).is_ok().then_some(id)
}

fn whole(element: &Element, name: &str) -> Option<u64> {
    element.attr(name)?.trim().parse().ok()
}

fn is_hidden(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "template"
            | "head"
            | "title"
            | "noscript"
            | "iframe"
            | "object"
            | "embed"
            | "svg"
            | "math"
            | "textarea"
            | "select"
            | "datalist"
            | "audio"
            | "video"
            | "canvas"
    )
}
