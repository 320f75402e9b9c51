//! The walk through a part of a Word file. It keeps only a stack of what is open, so that depth costs
//! nothing.

use super::block;
use super::styles::{Styles, outline};
use crate::archive::{Archive, Relations};
use crate::failure::Failure;
use crate::formats::losses::{Loss, Losses};
use crate::formats::picture;
use crate::paper::{Block, Looks, Paper};
use crate::xml::{Piece, Tag, Xml};

pub(super) struct Body<'a> {
    paper: &'a mut Paper,
    losses: &'a mut Losses,
    archive: &'a mut Archive,
    styles: &'a Styles,
    relations: Relations,
    /// Paragraphs that are open; more than one only where a text box stands in one.
    paragraphs: Vec<Paragraph>,
    /// Cells whose properties are being read, before their tag can be written.
    cells: Vec<Cell>,
    header_row: bool,
    run: Run,
    link: Option<String>,
    description: String,
    /// Depth below an element that is left out.
    skipped: usize,
    in_words: bool,
}

/// What a paragraph says of itself.
#[derive(Default)]
pub(super) struct Properties {
    pub style: Option<String>,
    pub outline: Option<u8>,
    pub numbering: Option<(String, usize)>,
}

#[derive(Default)]
struct Paragraph {
    properties: Properties,
    in_properties: bool,
    begun: bool,
    is_heading: bool,
}

#[derive(Default)]
struct Cell {
    begun: bool,
    columns: usize,
    header: bool,
}

#[derive(Clone, Default)]
struct Run {
    looks: Looks,
    hidden: bool,
    in_properties: bool,
}

impl<'a> Body<'a> {
    pub fn new(
        paper: &'a mut Paper,
        losses: &'a mut Losses,
        archive: &'a mut Archive,
        styles: &'a Styles,
        part: &str,
    ) -> Self {
        let relations = archive.relations(part);
        Self {
            paper,
            losses,
            archive,
            styles,
            relations,
            paragraphs: Vec::new(),
            cells: Vec::new(),
            header_row: false,
            run: Run::default(),
            link: None,
            description: String::new(),
            skipped: 0,
            in_words: false,
        }
    }

    /// Errors: `Broken` if not even a beginning could be read.
    pub fn read(mut self, text: &str) -> Result<(), Failure> {
        let mut xml = Xml::new(text);
        let mut pieces = 0_usize;
        for piece in xml.by_ref() {
            pieces += 1;
            if self.paper.is_full() {
                break;
            }
            match piece {
                Piece::Open(_) if self.skipped > 0 => self.skipped += 1,
                Piece::Close(_) if self.skipped > 0 => self.skipped -= 1,
                Piece::Open(tag) => self.open(&tag),
                Piece::Close(end) => self.close(end.name()),
                Piece::Words(words) if self.in_words && self.skipped == 0 => self.words(&words),
                Piece::Words(_) => {}
            }
        }
        if xml.broken && pieces < 3 { Err(Failure::Broken) } else { Ok(()) }
    }

    fn open(&mut self, tag: &Tag) {
        match tag.name() {
            "p" => {
                self.settle_cell();
                self.paragraphs.push(Paragraph::default());
            }
            "pPr" => self.in_paragraph_properties(true),
            "rPr" => self.run.in_properties = true,
            "r" => self.run = Run::default(),
            "t" => self.in_words = true,
            "tbl" => {
                self.settle_cell();
                self.paper.end_blocks();
                self.paper.open("table");
            }
            "tr" => {
                self.header_row = false;
                self.paper.open("tr");
            }
            "tc" => self.cells.push(Cell { columns: 1, header: self.header_row, begun: false }),
            "tblHeader" => self.header_row = tag.is_on(),
            "gridSpan" => {
                if let Some(cell) = self.cells.last_mut() {
                    cell.columns = tag.number("val").unwrap_or(1);
                }
            }
            "hyperlink" => self.link = self.address(tag),
            "txbxContent" => {
                self.losses.note(Loss::TextBoxes);
                self.pause_paragraph();
                self.paper.open_box();
            }
            _ => self.open_small(tag),
        }
    }

    fn open_small(&mut self, tag: &Tag) {
        let in_properties = self.paragraphs.last().is_some_and(|paragraph| paragraph.in_properties);
        match tag.name() {
            "del" | "moveFrom" | "ins" | "moveTo" => {
                self.losses.note(Loss::TrackedChanges);
                self.skip_if(matches!(tag.name(), "del" | "moveFrom"));
            }
            "Fallback" | "delText" | "sectPr" | "pPrChange" | "rPrChange" | "tblPrChange" | "binData" => {
                self.skip_if(true);
            }
            "instrText" => {
                self.losses.note(Loss::Fields);
                self.skip_if(true);
            }
            "fldSimple" => self.losses.note(Loss::Fields),
            "oMath" => self.losses.note(Loss::Formulas),
            "OLEObject" => self.losses.note(Loss::EmbeddedObjects),
            "footnoteReference" | "endnoteReference" => {
                self.losses.note(Loss::Footnotes);
                if !self.losses.for_page {
                    self.words(&format!("[{}]", tag.get("id").unwrap_or_default()));
                }
            }
            "docPr" => self.description = tag.get("descr").unwrap_or_default(),
            "blip" => self.picture(tag.get("embed")),
            "imagedata" => self.picture(tag.get_prefixed("id")),
            _ if in_properties => self.learn(tag),
            _ if self.run.in_properties => self.look(tag),
            "tab" | "ptab" => self.words("\t"),
            "br" | "cr" if tag.get("type").is_none_or(|kind| kind == "textWrapping") => {
                self.begin_paragraph();
                self.paper.line();
            }
            "noBreakHyphen" => self.words("\u{2011}"),
            "softHyphen" => self.words("\u{ad}"),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" => {
                self.paragraphs.pop();
                self.paper.end_paragraph();
            }
            "pPr" => self.in_paragraph_properties(false),
            "rPr" => self.run.in_properties = false,
            "r" => self.run = Run::default(),
            "t" => self.in_words = false,
            "tc" => {
                self.settle_cell();
                self.paper.end_blocks();
                if let Some(cell) = self.cells.pop() {
                    self.paper.close(if cell.header { "th" } else { "td" });
                }
            }
            "tr" => self.paper.close("tr"),
            "tbl" => self.paper.close("table"),
            "hyperlink" => self.link = None,
            "txbxContent" => self.paper.close_box(),
            _ => {}
        }
    }

    fn skip_if(&mut self, skipped: bool) {
        if skipped {
            self.skipped = 1;
        }
    }

    fn in_paragraph_properties(&mut self, inside: bool) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.in_properties = inside;
        }
    }

    fn learn(&mut self, tag: &Tag) {
        let Some(Paragraph { properties, .. }) = self.paragraphs.last_mut() else { return };
        let level = properties.numbering.as_ref().map_or(0, |(_, level)| *level);
        match tag.name() {
            "pStyle" => properties.style = tag.get("val"),
            "outlineLvl" => properties.outline = outline(tag),
            "numId" => properties.numbering = Some((tag.get("val").unwrap_or_default(), level)),
            "ilvl" => {
                let id = properties.numbering.take().map_or_else(String::new, |(id, _)| id);
                properties.numbering = Some((id, tag.number("val").unwrap_or(0)));
            }
            _ => {}
        }
    }

    fn look(&mut self, tag: &Tag) {
        let looks = &mut self.run.looks;
        match tag.name() {
            "b" => looks.bold = tag.is_on(),
            "i" => looks.italic = tag.is_on(),
            "u" => looks.underline = tag.is_on(),
            "strike" | "dstrike" => looks.strike = tag.is_on(),
            "vanish" => self.run.hidden = tag.is_on(),
            "rStyle" => {
                let style = tag.get("val").unwrap_or_default().to_lowercase();
                looks.code = style.contains("code") || style.contains("verbatim");
            }
            _ => {}
        }
    }

    fn address(&self, tag: &Tag) -> Option<String> {
        let relation = self.relations.get(&tag.get_prefixed("id")?)?;
        let harmless = ["https://", "http://", "mailto:"];
        let kept = relation.outside && harmless.iter().any(|start| relation.target.starts_with(start));
        kept.then(|| relation.target.clone())
    }

    /// The tag of a cell is written when its first paragraph comes, because its properties come after its
    /// beginning.
    fn settle_cell(&mut self) {
        let Some(cell) = self.cells.last_mut().filter(|cell| !cell.begun) else { return };
        cell.begun = true;
        cell.header = self.header_row;
        let tag = if cell.header { "th" } else { "td" };
        let columns = cell.columns;
        let attributes =
            if columns > 1 { format!(" colspan=\"{}\"", columns.min(100)) } else { String::new() };
        self.paper.open_with(tag, &attributes);
    }

    fn begin_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.last_mut() else {
            // Words without a paragraph are not allowed, but they are words.
            self.paragraphs.push(Paragraph::default());
            return self.begin_paragraph();
        };
        if !paragraph.begun {
            paragraph.begun = true;
            let block = block(self.styles, &paragraph.properties);
            paragraph.is_heading = matches!(block, Block::Heading(_));
            self.paper.paragraph(block);
        }
    }

    /// A text box stands in the middle of a paragraph; the rest of it follows as another one.
    fn pause_paragraph(&mut self) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.begun = false;
        }
    }

    fn words(&mut self, words: &str) {
        if self.run.hidden || words.is_empty() {
            return;
        }
        self.begin_paragraph();
        let mut looks = Looks { link: self.link.clone(), ..self.run.looks.clone() };
        // Headings and cells of headings are bold anyway.
        let is_heading = self.paragraphs.last().is_some_and(|paragraph| paragraph.is_heading);
        if is_heading || self.cells.last().is_some_and(|cell| cell.header) {
            looks.bold = false;
        }
        self.paper.styled(words, &looks);
    }

    fn picture(&mut self, relation: Option<String>) {
        self.losses.note(Loss::Images);
        if self.losses.for_page || !self.paper.has_room_for_pictures() {
            return;
        }
        let relation = relation.and_then(|id| self.relations.get(&id)).filter(|relation| !relation.outside);
        let Some(target) = relation.map(|relation| relation.target.clone()) else { return };
        let bytes = self.archive.bytes(&target).ok().flatten();
        if let Some(small) = bytes.and_then(|bytes| picture::in_document(&bytes)) {
            self.begin_paragraph();
            let description = std::mem::take(&mut self.description);
            self.paper.picture(small, &description);
        }
    }
}
