//! A page as a Word file: the text itself. Styles and lists are in `docx_parts`.

use super::docx_parts::{self as parts, LIST_BULLETS, LIST_NUMBERS};
use super::package::Package;
use super::tables::{Place, grid};
use super::{Look, Pictures, is_checked, level, look, mention, number, word, xml};
use crate::failure::Failure;
use crate::limits::EXPORT_LEVELS_MAX;
use richtext::Node;
use std::fmt::Write;

/// English Metric Units in a pixel of 96 to the inch, and the width that is printed on.
const EMU_PER_PIXEL: u64 = 9_525;
const WIDTH_MAX_EMU: u64 = 5_760_000;

/// `shown` is the title as the first line, or empty; `title` is what the file says about itself.
pub(super) fn write(
    doc: &Node,
    shown: &str,
    title: &str,
    language: &str,
    pictures: &Pictures,
) -> Result<Vec<u8>, Failure> {
    let mut writer =
        Writer { out: String::new(), pictures, links: Vec::new(), media: Vec::new(), lists: Vec::new() };
    if !shown.is_empty() {
        let _ = write!(
            writer.out,
            "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>{}</w:p>",
            run(shown, &Look::default())
        );
    }
    for node in &doc.content {
        writer.block(node, &Spot::default());
    }
    let mut package = Package::new();
    package.add("[Content_Types].xml", parts::content_types().as_bytes())?;
    package.add("_rels/.rels", parts::package_relations().as_bytes())?;
    package.add("word/document.xml", parts::document(&writer.out).as_bytes())?;
    package.add("word/styles.xml", parts::styles(language).as_bytes())?;
    package.add("word/numbering.xml", parts::numbering(&writer.lists).as_bytes())?;
    package.add("word/_rels/document.xml.rels", parts::relations(&writer.links, &writer.media).as_bytes())?;
    package.add("docProps/core.xml", parts::properties(title, language).as_bytes())?;
    for (name, src) in &writer.media {
        if let Some(picture) = pictures.get(src) {
            package.add_stored(&format!("word/media/{name}"), &picture.bytes)?;
        }
    }
    package.finish()
}

struct Writer<'a> {
    out: String,
    pictures: &'a Pictures,
    /// Addresses that links lead to; the relation `link0` is the first.
    links: Vec<String>,
    /// File names of pictures and the `src` they come from; the relation `image0` is the first.
    media: Vec<(String, String)>,
    /// Lists that count: each has its own number, so that it begins anew. With the first number of each.
    lists: Vec<usize>,
}

/// Where a block stands.
#[derive(Clone, Default)]
struct Spot {
    depth: usize,
    style: Option<&'static str>,
    /// The list and its level; of an item only the first paragraph has a sign.
    list: Option<(usize, usize)>,
    indent: usize,
    bold: bool,
}

impl Writer<'_> {
    fn block(&mut self, node: &Node, place: &Spot) {
        if place.depth > EXPORT_LEVELS_MAX {
            let flat =
                Node { text: Some(richtext::plain_text(node)), kind: "text".to_owned(), ..Node::default() };
            return self.paragraph(&[flat], place, "");
        }
        let deeper = Spot { depth: place.depth + 1, ..place.clone() };
        match node.kind.as_str() {
            "heading" => {
                let style = parts::HEADINGS[level(node) - 1];
                self.paragraph(&node.content, &Spot { style: Some(style), list: None, ..place.clone() }, "");
            }
            "bulletList" => self.items(node, LIST_BULLETS, &deeper),
            "taskList" => self.items(node, LIST_BULLETS, &deeper),
            "orderedList" => {
                self.lists.push(number(node, "start").unwrap_or(1));
                self.items(node, LIST_NUMBERS + self.lists.len() - 1, &deeper);
            }
            "blockquote" => {
                for child in &node.content {
                    self.block(child, &Spot { style: Some("Quote"), ..deeper.clone() });
                }
            }
            "codeBlock" => {
                let place = Spot { style: Some("Code"), list: None, ..place.clone() };
                self.paragraph(&node.content, &place, "");
            }
            "horizontalRule" => self.out.push_str(parts::RULE),
            "table" => self.table(node, &deeper),
            "paragraph" => self.paragraph(&node.content, place, ""),
            "image" => self.paragraph(std::slice::from_ref(node), place, ""),
            _ if node.text.is_some() => self.paragraph(std::slice::from_ref(node), place, ""),
            _ => node.content.iter().for_each(|child| self.block(child, &deeper)),
        }
    }

    fn items(&mut self, list: &Node, id: usize, place: &Spot) {
        let level = if place.indent == 0 { 0 } else { place.indent.min(8) };
        for item in &list.content {
            let sign = match item.kind.as_str() {
                "taskItem" if is_checked(item) => "☑ ",
                "taskItem" => "☐ ",
                _ => "",
            };
            let mut inside = Spot { list: Some((id, level)), indent: level + 1, ..place.clone() };
            for child in &item.content {
                match child.kind.as_str() {
                    "paragraph" => {
                        self.paragraph(&child.content, &inside, if inside.list.is_some() { sign } else { "" })
                    }
                    _ => self.block(child, &Spot { list: None, ..inside.clone() }),
                }
                inside.list = None;
            }
        }
    }

    fn paragraph(&mut self, inline: &[Node], place: &Spot, sign: &str) {
        self.out.push_str("<w:p><w:pPr>");
        if let Some(style) = place.style.or((place.indent > 0).then_some("ListParagraph")) {
            let _ = write!(self.out, "<w:pStyle w:val=\"{style}\"/>");
        }
        match place.list {
            Some((id, level)) => {
                let _ = write!(
                    self.out,
                    "<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{id}\"/></w:numPr>"
                );
            }
            None if place.indent > 0 => {
                let _ = write!(self.out, "<w:ind w:left=\"{}\"/>", place.indent * 360);
            }
            None => {}
        }
        self.out.push_str("</w:pPr>");
        self.out.push_str(&run(sign, &Look::default()));
        for node in inline {
            self.inline(node, place);
        }
        self.out.push_str("</w:p>");
    }

    fn inline(&mut self, node: &Node, place: &Spot) {
        match node.kind.as_str() {
            "hardBreak" => self.out.push_str("<w:r><w:br/></w:r>"),
            "mention" => {
                self.out.push_str(&run(&mention(node), &Look { bold: place.bold, ..Look::default() }))
            }
            "image" => self.image(node),
            _ => {
                let mut look = look(node);
                look.bold |= place.bold;
                let run = run(node.text.as_deref().unwrap_or_default(), &look);
                match look.link {
                    Some(address) => {
                        let _ = write!(
                            self.out,
                            "<w:hyperlink r:id=\"link{}\">{run}</w:hyperlink>",
                            self.links.len()
                        );
                        self.links.push(address.to_owned());
                    }
                    None => self.out.push_str(&run),
                }
            }
        }
    }

    fn image(&mut self, node: &Node) {
        let (src, description) = (word(node, "src"), word(node, "alt"));
        let Some(picture) = self.pictures.get(src) else {
            self.out.push_str(&run(description, &Look { italic: true, ..Look::default() }));
            return;
        };
        let number = self.media.len();
        let wide = u64::from(picture.width) * EMU_PER_PIXEL;
        let width = wide.min(WIDTH_MAX_EMU);
        let height = u64::from(picture.height) * EMU_PER_PIXEL * width / wide.max(1);
        self.out.push_str(&parts::drawing(number, width, height, &xml(description)));
        self.media.push((format!("image{number}.{}", picture.kind), src.to_owned()));
    }

    fn table(&mut self, node: &Node, place: &Spot) {
        let grid = grid(node);
        self.out.push_str(parts::TABLE);
        self.out.push_str("<w:tblGrid>");
        for _ in 0..grid.columns {
            let _ = write!(self.out, "<w:gridCol w:w=\"{}\"/>", 9_000 / grid.columns);
        }
        self.out.push_str("</w:tblGrid>");
        for row in &grid.rows {
            self.out.push_str("<w:tr>");
            if row.is_header {
                self.out.push_str("<w:trPr><w:tblHeader/></w:trPr>");
            }
            for cell in &row.places {
                self.cell(cell, place);
            }
            self.out.push_str("</w:tr>");
        }
        // Two tables without a paragraph between them would become one.
        self.out.push_str("</w:tbl><w:p/>");
    }

    fn cell(&mut self, cell: &Place, place: &Spot) {
        let (columns, merge) = match cell {
            Place::Cell { columns, rows, .. } if *rows > 1 => (*columns, "<w:vMerge w:val=\"restart\"/>"),
            Place::Cell { columns, .. } => (*columns, ""),
            Place::Below { columns } => (*columns, "<w:vMerge/>"),
        };
        let span = if columns > 1 { format!("<w:gridSpan w:val=\"{columns}\"/>") } else { String::new() };
        let _ = write!(self.out, "<w:tc><w:tcPr>{span}{merge}</w:tcPr>");
        let length = self.out.len();
        if let Place::Cell { node, .. } = cell {
            let bold = node.kind == "tableHeader";
            let inside = Spot { depth: place.depth + 1, bold, ..Spot::default() };
            for child in &node.content {
                self.block(child, &inside);
            }
        }
        if self.out.len() == length {
            self.out.push_str("<w:p/>");
        }
        self.out.push_str("</w:tc>");
    }
}

fn run(words: &str, look: &Look) -> String {
    if words.is_empty() {
        return String::new();
    }
    let mut run = String::from("<w:r><w:rPr>");
    if look.link.is_some() {
        run.push_str("<w:rStyle w:val=\"Hyperlink\"/>");
    } else if look.code {
        run.push_str("<w:rStyle w:val=\"CodeWords\"/>");
    }
    for (on, tag) in [(look.bold, "<w:b/>"), (look.italic, "<w:i/>"), (look.strike, "<w:strike/>")] {
        run.push_str(if on { tag } else { "" });
    }
    if look.underline {
        run.push_str("<w:u w:val=\"single\"/>");
    }
    run.push_str("</w:rPr>");
    for (index, line) in words.split('\n').enumerate() {
        if index > 0 {
            run.push_str("<w:br/>");
        }
        let _ = write!(run, "<w:t xml:space=\"preserve\">{}</w:t>", xml(line));
    }
    run.push_str("</w:r>");
    run
}
