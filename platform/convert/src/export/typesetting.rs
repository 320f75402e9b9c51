//! A page as typst source. Every word of a person stands in a string literal, so that none is ever a command.

use super::pdf::Sheet;
use super::tables::{Place, grid};
use super::{is_checked, level, look, mention, number, word};
use crate::limits::EXPORT_LEVELS_MAX;
use richtext::Node;
use std::collections::HashMap;
use std::fmt::Write;

/// The source, and for each file that it names the `src` of the picture in it.
pub(super) fn source(
    doc: &Node,
    (shown, title): (&str, &str),
    language: &str,
    images: &HashMap<String, Vec<u8>>,
    sheet: Sheet,
) -> (String, Vec<(String, String)>) {
    let mut setter = Setter { out: String::new(), images, used: Vec::new() };
    setter.ground(title, language, sheet);
    if !shown.is_empty() {
        let _ = write!(
            setter.out,
            "#block(below: 1.4em, text(size: 1.9em, weight: \"bold\", {}))\n\n",
            literal(shown)
        );
    }
    for node in &doc.content {
        setter.block(node, 0);
    }
    (setter.out, setter.used)
}

struct Setter<'a> {
    out: String,
    images: &'a HashMap<String, Vec<u8>>,
    used: Vec<(String, String)>,
}

impl Setter<'_> {
    fn ground(&mut self, title: &str, language: &str, sheet: Sheet) {
        let language = if language.starts_with("en") { "en" } else { "de" };
        let page = match sheet {
            Sheet::Paper => "paper: \"a4\", margin: 2.5cm, numbering: \"1\"",
            Sheet::Preview => "paper: \"a4\", margin: 2cm",
            Sheet::Wide => "paper: \"a4\", flipped: true, margin: 1.2cm",
            Sheet::Slide => "width: 25.4cm, height: 14.29cm, margin: 1.2cm",
            Sheet::Framed => "paper: \"a4\", flipped: true, margin: (x: 3.5cm, y: 2.4cm), background: frame",
        };
        if sheet == Sheet::Framed {
            self.out.push_str(FRAME);
        }
        let size = match sheet {
            Sheet::Slide => "18pt",
            Sheet::Wide => "9pt",
            Sheet::Framed => "17pt",
            _ => "11pt",
        };
        let _ = write!(
            self.out,
            "#set document(title: {})\n#set page({page})\n\
             #set text(lang: \"{language}\", size: {size}, hyphenate: auto)\n#set par(leading: 0.7em, \
             spacing: 1em)\n\
             #show heading: set block(above: 1.5em, below: 0.8em)\n\
             #set table(stroke: 0.5pt + luma(160), inset: 5pt)\n#show link: set text(fill: \
             rgb(\"#0b57a4\"))\n\
             #show raw.where(block: true): it => block(fill: luma(243), inset: 8pt, radius: 3pt, width: \
             100%, it)\n\n",
            literal(title)
        );
        if sheet == Sheet::Framed {
            self.out.push_str(FRAMED);
        }
    }

    fn block(&mut self, node: &Node, depth: usize) {
        if depth > EXPORT_LEVELS_MAX {
            let _ = write!(self.out, "#{};\n\n", literal(&richtext::plain_text(node)));
            return;
        }
        match node.kind.as_str() {
            "heading" => {
                let _ = write!(self.out, "#heading(level: {}, outlined: true)[", level(node));
                self.line(&node.content);
                self.out.push_str("]\n\n");
            }
            "bulletList" => self.list(node, "list(", depth),
            "orderedList" => {
                let start = number(node, "start").unwrap_or(1).min(1_000_000);
                self.list(node, &format!("enum(start: {start},"), depth);
            }
            "taskList" => self.list(node, "list(marker: none, body-indent: 0pt,", depth),
            "blockquote" => {
                self.out.push_str("#quote(block: true)[");
                node.content.iter().for_each(|child| self.block(child, depth + 1));
                self.out.push_str("]\n\n");
            }
            "codeBlock" => {
                let words = node.content.iter().filter_map(|child| child.text.as_deref()).collect::<String>();
                let _ = write!(self.out, "#raw({}, block: true)\n\n", literal(&words));
            }
            "horizontalRule" => self.out.push_str("#line(length: 100%, stroke: 0.5pt + luma(160))\n\n"),
            "table" => self.table(node, depth),
            "paragraph" => {
                self.line(&node.content);
                self.out.push_str("\n\n");
            }
            "image" | "text" => {
                self.line(std::slice::from_ref(node));
                self.out.push_str("\n\n");
            }
            _ => node.content.iter().for_each(|child| self.block(child, depth + 1)),
        }
    }

    fn list(&mut self, list: &Node, function: &str, depth: usize) {
        let _ = write!(self.out, "#{function}");
        for item in &list.content {
            self.out.push('[');
            if item.kind == "taskItem" {
                self.out.push_str(if is_checked(item) { TICKED } else { OPEN });
            }
            for child in &item.content {
                self.block(child, depth + 1);
            }
            // A blank line at the end would make every item a paragraph with space around it.
            let kept = self.out.trim_end().len();
            self.out.truncate(kept);
            self.out.push_str("],");
        }
        self.out.push_str(")\n\n");
    }

    fn line(&mut self, inline: &[Node]) {
        for node in inline {
            match node.kind.as_str() {
                "hardBreak" => self.out.push_str("#linebreak();"),
                "mention" => {
                    let _ = write!(self.out, "#{};", literal(&mention(node)));
                }
                "image" => self.image(node),
                _ => self.words(node),
            }
        }
    }

    fn words(&mut self, node: &Node) {
        let Some(words) = node.text.as_deref().filter(|words| !words.is_empty()) else { return };
        let look = look(node);
        let mut made =
            if look.code { format!("raw({})", literal(words)) } else { format!("text({})", literal(words)) };
        for (on, function) in [
            (look.bold, "strong"),
            (look.italic, "emph"),
            (look.underline, "underline"),
            (look.strike, "strike"),
        ] {
            if on {
                made = format!("{function}({made})");
            }
        }
        if let Some(address) = look.link.filter(|address| address.len() < 8_000) {
            made = format!("link({}, {made})", literal(address));
        }
        let _ = write!(self.out, "#{made};");
    }

    fn image(&mut self, node: &Node) {
        let (src, description) = (word(node, "src"), word(node, "alt"));
        if !self.images.contains_key(src) {
            let _ = write!(self.out, "#emph({});", literal(description));
            return;
        }
        let name = format!("/picture{}", self.used.len());
        // Pixels of 96 to the inch, but never wider or higher than the page.
        let _ = write!(
            self.out,
            "#box(context {{ let it = image({}, alt: {}); let size = measure(it); \
             if size.width > 15cm or size.height > 18cm {{ block(width: 15cm, height: calc.min(18cm, \
             size.height * (15cm / size.width)), image({}, alt: {}, width: 100%, height: 100%, \
             fit: \"contain\")) }} \
             else {{ it }} }});",
            literal(&name),
            literal(description),
            literal(&name),
            literal(description),
        );
        self.used.push((name, src.to_owned()));
    }

    fn table(&mut self, node: &Node, depth: usize) {
        let grid = grid(node);
        let _ = write!(self.out, "#table(columns: {},", grid.columns);
        let headers =
            grid.rows.iter().take_while(|row| row.is_header).count().min(grid.rows.len().saturating_sub(1));
        for (index, row) in grid.rows.iter().enumerate() {
            if index == 0 && headers > 0 {
                self.out.push_str("table.header(");
            }
            let mut filled = 0;
            for place in &row.places {
                filled += match place {
                    Place::Below { columns } => *columns,
                    Place::Cell { node, columns, rows } => {
                        // A cell may not reach below the last row.
                        let rows =
                            (*rows).min(if index < headers { headers } else { grid.rows.len() } - index);
                        self.cell(node, *columns, rows, depth);
                        *columns
                    }
                };
            }
            for _ in filled..grid.columns {
                self.out.push_str("[],");
            }
            if headers > 0 && index + 1 == headers {
                self.out.push_str("),");
            }
        }
        self.out.push_str(")\n\n");
    }

    fn cell(&mut self, node: &Node, columns: usize, rows: usize, depth: usize) {
        let fill = if node.kind == "tableHeader" { ", fill: luma(240)" } else { "" };
        let _ = write!(self.out, "table.cell(colspan: {columns}, rowspan: {rows}{fill})[");
        if node.kind == "tableHeader" {
            self.out.push_str("#set text(weight: \"bold\")\n");
        }
        for child in &node.content {
            self.block(child, depth + 1);
        }
        let kept = self.out.trim_end().len();
        self.out.truncate(kept);
        self.out.push_str("],");
    }
}

/// Two lines around the sheet.
const FRAME: &str = "#let green = rgb(\"#0b5d47\")\n#let frame = {\n\
    place(center + horizon, rect(width: 100% - 1.8cm, height: 100% - 1.8cm, stroke: 2.4pt + green))\n\
    place(center + horizon, rect(width: 100% - 2.3cm, height: 100% - 2.3cm, stroke: 0.6pt + green))\n}\n";

/// One thing below the other in the middle; what stands out is marked as with a text marker.
const FRAMED: &str = "#set align(center + horizon)\n\
    #show heading.where(level: 1): it => block(below: 2.2em, text(size: 2.2em, fill: green, it.body))\n\
    #show heading.where(level: 2): it => block(above: 1.8em, below: 1.8em, text(size: 2.2em,\n  \
    underline(stroke: 0.32em + rgb(\"#ffe05c\"), offset: 0.02em, background: true, evade: false, it.body)))\n\
    #show heading.where(level: 3): it => block(above: 1.6em, below: 1.6em, text(size: 1.5em, it.body))\n\
    #set par(spacing: 2em)\n\n";

/// Boxes that are drawn, because the fonts have no sign for them.
const OPEN: &str = "#box(width: 0.7em, height: 0.7em, stroke: 0.6pt);#h(0.5em);";
const TICKED: &str = "#box(width: 0.7em, height: 0.7em, stroke: 0.6pt, align(center + horizon, \
    text(size: 0.8em, weight: \"bold\", \"×\")));#h(0.5em);";

/// A string of typst. Only the backslash and the quotation mark mean something in it.
fn literal(words: &str) -> String {
    let mut literal = String::with_capacity(words.len() + 2);
    literal.push('"');
    for letter in words.chars().filter(|letter| crate::paper::is_kept(*letter)) {
        match letter {
            '\\' => literal.push_str("\\\\"),
            '"' => literal.push_str("\\\""),
            '\n' => literal.push_str("\\n"),
            '\t' => literal.push_str("\\t"),
            letter => literal.push(letter),
        }
    }
    literal.push('"');
    literal
}
