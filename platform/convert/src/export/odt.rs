//! A page as an ODT file: the text itself. Styles and the list of files are in `odt_parts`.

use super::odt_parts as parts;
use super::package::Package;
use super::tables::{Place, grid};
use super::{Look, Pictures, Target, is_checked, level, look, mention, number, word, xml};
use crate::failure::Failure;
use crate::limits::EXPORT_LEVELS_MAX;
use richtext::Node;
use std::fmt::Write;

/// Centimetres of a pixel of 96 to the inch, and the width that is printed on.
const CM_PER_PIXEL: f64 = 2.54 / 96.0;
const WIDTH_MAX_CM: f64 = 16.0;

/// `shown` is the title as the first line, or empty; `title` is what the file says about itself.
pub(super) fn write(
    doc: &Node,
    shown: &str,
    title: &str,
    language: &str,
    pictures: &Pictures,
) -> Result<Vec<u8>, Failure> {
    let mut writer = Writer { out: String::new(), pictures, media: Vec::new(), tables: 0 };
    if !shown.is_empty() {
        let _ = write!(writer.out, "<text:p text:style-name=\"Title\">{}</text:p>", letters(shown));
    }
    for node in &doc.content {
        writer.block(node, "Text_20_body", 0);
    }
    let mut package = Package::new();
    package.add_stored("mimetype", Target::Odt.media_type().as_bytes())?;
    package.add("content.xml", parts::content(&writer.out).as_bytes())?;
    package.add("styles.xml", parts::styles(language).as_bytes())?;
    package.add("meta.xml", parts::meta(title, language).as_bytes())?;
    package.add("META-INF/manifest.xml", parts::manifest(&writer.media).as_bytes())?;
    for (name, src) in &writer.media {
        if let Some(picture) = pictures.get(src) {
            package.add_stored(&format!("Pictures/{name}"), &picture.bytes)?;
        }
    }
    package.finish()
}

struct Writer<'a> {
    out: String,
    pictures: &'a Pictures,
    /// File names of pictures and the `src` they come from.
    media: Vec<(String, String)>,
    tables: usize,
}

impl Writer<'_> {
    /// `style` is that of paragraphs here; headings have their own.
    fn block(&mut self, node: &Node, style: &str, depth: usize) {
        if depth > EXPORT_LEVELS_MAX {
            let words = letters(&richtext::plain_text(node));
            let _ = write!(self.out, "<text:p text:style-name=\"{style}\">{words}</text:p>");
            return;
        }
        match node.kind.as_str() {
            "heading" => {
                let level = level(node);
                let _ = write!(
                    self.out,
                    "<text:h text:style-name=\"Heading_20_{level}\" text:outline-level=\"{level}\">"
                );
                node.content.iter().for_each(|child| self.inline(child));
                self.out.push_str("</text:h>");
            }
            "bulletList" | "taskList" => self.list(node, "Bullets", depth),
            "orderedList" => self.list(node, "Numbers", depth),
            "blockquote" => node.content.iter().for_each(|child| self.block(child, "Quotations", depth + 1)),
            "codeBlock" => self.paragraph(&node.content, "Preformatted_20_Text", ""),
            "horizontalRule" => self.out.push_str("<text:p text:style-name=\"Horizontal_20_Line\"/>"),
            "table" => self.table(node, depth),
            "paragraph" => self.paragraph(&node.content, style, ""),
            "image" => self.paragraph(std::slice::from_ref(node), style, ""),
            _ if node.text.is_some() => self.paragraph(std::slice::from_ref(node), style, ""),
            _ => node.content.iter().for_each(|child| self.block(child, style, depth + 1)),
        }
    }

    fn list(&mut self, list: &Node, style: &str, depth: usize) {
        let _ = write!(self.out, "<text:list text:style-name=\"{style}\">");
        let start = number(list, "start").filter(|start| *start != 1 && style == "Numbers");
        for (index, item) in list.content.iter().enumerate() {
            match start.filter(|_| index == 0) {
                Some(start) => {
                    let _ = write!(self.out, "<text:list-item text:start-value=\"{start}\">");
                }
                None => self.out.push_str("<text:list-item>"),
            }
            let mut sign = match item.kind.as_str() {
                "taskItem" if is_checked(item) => "☑ ",
                "taskItem" => "☐ ",
                _ => "",
            };
            for child in &item.content {
                match child.kind.as_str() {
                    "paragraph" => {
                        self.paragraph(&child.content, "List_20_Contents", std::mem::take(&mut sign))
                    }
                    _ => self.block(child, "List_20_Contents", depth + 1),
                }
            }
            self.out.push_str("</text:list-item>");
        }
        self.out.push_str("</text:list>");
    }

    fn paragraph(&mut self, inline: &[Node], style: &str, sign: &str) {
        let _ = write!(self.out, "<text:p text:style-name=\"{style}\">{}", letters(sign));
        for node in inline {
            self.inline(node);
        }
        self.out.push_str("</text:p>");
    }

    fn inline(&mut self, node: &Node) {
        match node.kind.as_str() {
            "hardBreak" => self.out.push_str("<text:line-break/>"),
            "mention" => self.out.push_str(&letters(&mention(node))),
            "image" => self.image(node),
            _ => {
                let look = look(node);
                let words = letters(node.text.as_deref().unwrap_or_default());
                let words = match parts::span(&look) {
                    Some(style) => format!("<text:span text:style-name=\"{style}\">{words}</text:span>"),
                    None => words,
                };
                match look {
                    Look { link: Some(address), .. } => {
                        let _ = write!(
                            self.out,
                            "<text:a xlink:type=\"simple\" xlink:href=\"{}\">{words}</text:a>",
                            xml(address)
                        );
                    }
                    _ => self.out.push_str(&words),
                }
            }
        }
    }

    fn image(&mut self, node: &Node) {
        let (src, description) = (word(node, "src"), word(node, "alt"));
        let Some(picture) = self.pictures.get(src) else {
            self.out.push_str(&letters(description));
            return;
        };
        let wide = f64::from(picture.width) * CM_PER_PIXEL;
        let width = wide.min(WIDTH_MAX_CM);
        let height = f64::from(picture.height) * CM_PER_PIXEL * width / wide.max(CM_PER_PIXEL);
        let name = format!("image{}.{}", self.media.len(), picture.kind);
        let _ = write!(
            self.out,
            "<draw:frame draw:name=\"{name}\" text:anchor-type=\"as-char\" svg:width=\"{width:.2}cm\" \
             svg:height=\"{height:.2}cm\"><draw:image xlink:href=\"Pictures/{name}\" xlink:type=\"simple\" \
             xlink:show=\"embed\" xlink:actuate=\"onLoad\"/><svg:desc>{}</svg:desc></draw:frame>",
            xml(description)
        );
        self.media.push((name, src.to_owned()));
    }

    fn table(&mut self, node: &Node, depth: usize) {
        let grid = grid(node);
        self.tables += 1;
        let _ = write!(
            self.out,
            "<table:table table:name=\"Table{}\"><table:table-column table:number-columns-repeated=\"{}\"/>",
            self.tables, grid.columns
        );
        // Rows of headings are repeated on each page, as far as they stand at the top.
        let headers = grid.rows.iter().take_while(|row| row.is_header).count();
        for (index, row) in grid.rows.iter().enumerate() {
            if index == 0 && headers > 0 {
                self.out.push_str("<table:table-header-rows>");
            }
            self.out.push_str("<table:table-row>");
            for place in &row.places {
                self.cell(place, depth);
            }
            self.out.push_str("</table:table-row>");
            if index + 1 == headers {
                self.out.push_str("</table:table-header-rows>");
            }
        }
        self.out.push_str("</table:table>");
    }

    fn cell(&mut self, place: &Place, depth: usize) {
        let covered = "<table:covered-table-cell/>";
        let (node, columns, rows) = match place {
            Place::Below { columns } => return self.out.push_str(&covered.repeat(*columns)),
            Place::Cell { node, columns, rows } => (node, *columns, *rows),
        };
        let _ = write!(
            self.out,
            "<table:table-cell table:style-name=\"Cell\" table:number-columns-spanned=\"{columns}\" \
             table:number-rows-spanned=\"{rows}\" office:value-type=\"string\">"
        );
        let style = if node.kind == "tableHeader" { "Table_20_Heading" } else { "Table_20_Contents" };
        for child in &node.content {
            self.block(child, style, depth + 1);
        }
        self.out.push_str("</table:table-cell>");
        self.out.push_str(&covered.repeat(columns - 1));
    }
}

/// Words with the signs that XML would fold: several spaces, tabs, line breaks.
fn letters(words: &str) -> String {
    let mut written = String::with_capacity(words.len());
    let mut spaces = 0_usize;
    for letter in words.chars().chain(['\0']) {
        if letter == ' ' {
            spaces += 1;
            continue;
        }
        match spaces {
            0 => {}
            1 if !written.is_empty() => written.push(' '),
            count => {
                let _ = write!(written, "<text:s text:c=\"{count}\"/>");
            }
        }
        spaces = 0;
        match letter {
            '\n' => written.push_str("<text:line-break/>"),
            '\t' => written.push_str("<text:tab/>"),
            letter => written.push_str(&xml(letter.encode_utf8(&mut [0; 4]))),
        }
    }
    written
}
