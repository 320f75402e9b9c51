//! The walk through `content.xml`: paragraphs, lists, tables, slides, sheets.

use super::styles::Styles;
use crate::archive::Archive;
use crate::failure::Failure;
use crate::formats::losses::{Loss, Losses};
use crate::formats::picture;
use crate::limits::{PARTS_MAX, SHEET_COLUMNS_MAX};
use crate::paper::{Block, Looks, Paper};
use crate::xml::{Piece, Tag, Xml};

pub(super) struct Body<'a> {
    paper: &'a mut Paper,
    losses: &'a mut Losses,
    archive: &'a mut Archive,
    styles: &'a Styles,
    /// Looks of the open spans, the paragraph's first.
    looks: Vec<Looks>,
    links: Vec<Option<String>>,
    lists: Vec<String>,
    /// Levels of lists that were open when a cell or a box began.
    outer_lists: Vec<Vec<String>>,
    table: Table,
    /// Tables in whose cells the present one stands.
    outer_tables: Vec<Table>,
    slides: u32,
    sheets: bool,
    /// Depth below what is left out.
    skipped: usize,
    in_body: bool,
    paragraphs: usize,
    /// Notes and comments that are open within a paragraph.
    asides: usize,
    /// A paragraph that is written when its first word comes, so that empty ones leave no trace.
    waiting: Option<Block>,
}

/// Where in a table we are, and what of it is empty so far: empty cells and rows count only if something
/// follows.
#[derive(Default)]
struct Table {
    header: bool,
    empty_cells: usize,
    empty_rows: usize,
    row_open: bool,
    repeated: usize,
    attributes: String,
    cell: Option<&'static str>,
    in_cell: bool,
}

impl<'a> Body<'a> {
    pub fn new(
        paper: &'a mut Paper,
        losses: &'a mut Losses,
        archive: &'a mut Archive,
        styles: &'a Styles,
    ) -> Self {
        Self {
            paper,
            losses,
            archive,
            styles,
            looks: Vec::new(),
            links: Vec::new(),
            lists: Vec::new(),
            outer_lists: Vec::new(),
            table: Table::default(),
            outer_tables: Vec::new(),
            slides: 0,
            sheets: false,
            skipped: 0,
            in_body: false,
            paragraphs: 0,
            asides: 0,
            waiting: None,
        }
    }

    /// The number of slides, if there are any.
    pub fn read(mut self, text: &str) -> Result<Option<u32>, Failure> {
        let mut xml = Xml::new(text);
        for piece in xml.by_ref() {
            if self.paper.is_full() {
                break;
            }
            match piece {
                Piece::Open(_) if self.skipped > 0 => self.skipped += 1,
                Piece::Close(_) if self.skipped > 0 => self.skipped -= 1,
                Piece::Open(tag) if tag.name() == "body" => self.in_body = true,
                Piece::Open(tag) if self.in_body => self.open(&tag),
                Piece::Close(end) if self.in_body => self.close(end.name()),
                Piece::Words(words) if self.paragraphs > 0 && self.skipped == 0 => self.words(&words),
                _ => {}
            }
        }
        if !self.in_body {
            return Err(Failure::Broken);
        }
        Ok(Some(self.slides).filter(|slides| *slides > 0))
    }

    fn open(&mut self, tag: &Tag) {
        match tag.name() {
            "p" | "h" => self.open_paragraph(tag),
            "span" => {
                let own = self.styles.looks(&tag.get("style-name").unwrap_or_default());
                let mut looks = self.looks.last().cloned().unwrap_or_default();
                looks.bold |= own.bold;
                looks.italic |= own.italic;
                looks.underline |= own.underline;
                looks.strike |= own.strike;
                looks.code |= own.code;
                self.looks.push(looks);
            }
            "a" => self.links.push(tag.get("href").filter(|address| is_outside(address))),
            "s" => self.words(&" ".repeat(tag.number("c").unwrap_or(1_usize).min(80))),
            "tab" => self.words("\t"),
            "line-break" if self.paragraphs > 0 => {
                self.begin();
                self.paper.line();
            }
            "list" => {
                self.lists.push(tag.get("style-name").or(self.lists.last().cloned()).unwrap_or_default())
            }
            "table" if tag.full_name() == "table:table" => self.open_table(tag),
            "table-header-rows" => self.table.header = true,
            "table-row" => self.open_row(tag),
            "table-cell" => self.open_cell(tag),
            "covered-table-cell" => self.skipped = 1,
            _ => self.open_rare(tag),
        }
    }

    fn open_rare(&mut self, tag: &Tag) {
        match tag.full_name() {
            "text:tracked-changes" => {
                self.losses.note(Loss::TrackedChanges);
                self.skipped = 1;
            }
            "office:annotation" => {
                self.losses.note(Loss::Comments);
                self.aside();
            }
            "text:note" => {
                self.losses.note(Loss::Footnotes);
                self.aside();
            }
            "draw:text-box" => {
                if self.slides == 0 {
                    self.losses.note(Loss::TextBoxes);
                }
                self.open_box();
            }
            "draw:image" => self.picture(tag),
            "draw:page" => self.open_slide(tag),
            "presentation:notes" if self.paper.is_drawn => self.skipped = 1,
            "presentation:notes" => self.open_box(),
            "text:page-number" | "text:date" | "text:time" | "text:table-of-content" => {
                self.losses.note(Loss::Fields);
            }
            "math:math" => self.losses.note(Loss::Formulas),
            "svg:desc" | "svg:title" | "text:note-citation" | "office:forms" | "office:settings"
            | "office:scripts" | "dc:creator" | "dc:date" | "meta:date-string" => self.skipped = 1,
            _ => {}
        }
    }

    /// Notes and comments stand in the middle of a paragraph. A page does without them.
    fn aside(&mut self) {
        if self.losses.for_page {
            self.skipped = 1;
        } else {
            self.asides += 1;
            self.words(" [");
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" | "h" if self.paragraphs > 0 => {
                self.paragraphs -= 1;
                self.looks.pop();
                if self.asides > 0 && self.paragraphs > 0 {
                    self.words(" ");
                } else {
                    self.waiting = None;
                    self.paper.end_paragraph();
                }
            }
            "span" => drop(self.looks.pop()),
            "a" => drop(self.links.pop()),
            "note" | "annotation" if self.asides > 0 => {
                self.words("] ");
                self.asides -= 1;
            }
            "list" => drop(self.lists.pop()),
            "table" => self.close_table(),
            "table-header-rows" => self.table.header = false,
            "table-row" => self.close_row(),
            "table-cell" => self.close_cell(),
            "text-box" | "notes" => self.close_box(),
            "page" => {
                self.paper.end_blocks();
                self.paper.close("section");
            }
            _ => {}
        }
    }

    fn open_paragraph(&mut self, tag: &Tag) {
        let style = tag.get("style-name").unwrap_or_default();
        let mut looks = self.styles.looks(&style);
        self.paragraphs += 1;
        self.settle_cell();
        // A paragraph of a note within a paragraph goes on in the same line.
        if self.paragraphs > 1 && self.asides > 0 {
            self.looks.push(looks);
            return;
        }
        let block = if tag.name() == "h" {
            Block::Heading(tag.number("outline-level").unwrap_or(1_u8).clamp(1, 6))
        } else if let Some(list) = self.lists.last() {
            let level = self.lists.len() - 1;
            Block::Item { level, numbered: self.styles.is_numbered(list, level + 1) }
        } else if self.styles.comes_from(&style, "Title") {
            Block::Heading(1)
        } else if self.styles.comes_from(&style, "Subtitle") {
            Block::Heading(2)
        } else if self.styles.comes_from(&style, "Quotations") {
            Block::Quote
        } else if self.styles.comes_from(&style, "Preformatted_20_Text") {
            Block::Code
        } else {
            Block::Plain
        };
        match block {
            _ if self.table.header => looks.bold = false,
            Block::Heading(_) => looks.bold = false,
            Block::Quote => looks.italic = false,
            Block::Code => looks.code = false,
            _ => {}
        }
        self.looks.push(looks);
        self.waiting = Some(block);
    }

    fn begin(&mut self) {
        if let Some(block) = self.waiting.take() {
            self.paper.paragraph(block);
        }
    }

    fn words(&mut self, words: &str) {
        self.begin();
        let mut looks = self.looks.last().cloned().unwrap_or_default();
        looks.link = self.links.last().cloned().flatten();
        self.paper.styled(words, &looks);
    }

    fn open_box(&mut self) {
        self.outer_lists.push(std::mem::take(&mut self.lists));
        self.paper.open_box();
    }

    fn close_box(&mut self) {
        if let Some(lists) = self.outer_lists.pop() {
            self.lists = lists;
            self.paper.close_box();
            // The paragraph in which the box stands may go on.
            self.waiting = (self.paragraphs > 0).then_some(Block::Plain);
        }
    }

    fn open_slide(&mut self, tag: &Tag) {
        self.slides += 1;
        self.paper.end_blocks();
        self.paper.open("section");
        let name = tag.get("name").filter(|name| !name.starts_with("page"));
        let number = self.slides.to_string();
        self.paper.say(Block::Heading(2), &name.map_or(number.clone(), |name| format!("{number} · {name}")));
    }

    fn picture(&mut self, tag: &Tag) {
        self.losses.note(Loss::Images);
        let target = tag.get("href").unwrap_or_default();
        if self.losses.for_page || !self.paper.has_room_for_pictures() {
            return;
        }
        let bytes = self.archive.bytes(target.trim_start_matches("./")).ok().flatten();
        if let Some(small) = bytes.and_then(|bytes| picture::in_document(&bytes)) {
            self.begin();
            self.paper.picture(small, "");
        }
    }
}

fn is_outside(address: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|start| address.starts_with(start))
}

/// Tables of documents and sheets of workbooks.
impl Body<'_> {
    fn open_table(&mut self, tag: &Tag) {
        self.paper.end_blocks();
        self.sheets = self.outer_tables.is_empty() && self.slides == 0 && self.is_workbook();
        if self.sheets {
            self.paper.open("section");
            self.paper.say(Block::Heading(2), &tag.get("name").unwrap_or_default());
        }
        self.outer_tables.push(std::mem::take(&mut self.table));
        self.paper.open("table");
    }

    /// A workbook says what it is in its first entry; a text has tables, too.
    fn is_workbook(&mut self) -> bool {
        self.archive.optional_text("mimetype").is_some_and(|kind| kind.contains("spreadsheet"))
    }

    fn close_table(&mut self) {
        self.paper.close("table");
        if self.sheets {
            self.paper.close("section");
            self.sheets = false;
        }
        self.table = self.outer_tables.pop().unwrap_or_default();
    }

    fn open_row(&mut self, tag: &Tag) {
        self.table.row_open = false;
        self.table.empty_cells = 0;
        self.table.repeated = tag.number("number-rows-repeated").unwrap_or(1);
    }

    fn close_row(&mut self) {
        if self.table.row_open {
            self.paper.close("tr");
        } else {
            self.table.empty_rows += self.table.repeated.min(PARTS_MAX);
        }
    }

    fn open_cell(&mut self, tag: &Tag) {
        let span = |name: &str, html: &str| match tag.number::<usize>(name) {
            Some(count) if count > 1 => format!(" {html}=\"{}\"", count.min(100)),
            _ => String::new(),
        };
        self.table.attributes =
            span("number-columns-spanned", "colspan") + &span("number-rows-spanned", "rowspan");
        self.table.repeated = tag.number("number-columns-repeated").unwrap_or(1);
        self.table.cell = Some(if self.table.header { "th" } else { "td" });
        // In a text every cell is shown; in a workbook only those up to the last one that holds something.
        if !self.sheets || tag.get("value-type").is_some() {
            self.settle_cell();
        }
    }

    fn settle_cell(&mut self) {
        let Some(tag) = self.table.cell.take() else { return };
        if !self.table.row_open {
            self.table.row_open = true;
            for _ in 0..self.table.empty_rows.min(3) {
                self.paper.open("tr");
                self.paper.close("tr");
            }
            self.table.empty_rows = 0;
            self.paper.open("tr");
        }
        for _ in 0..self.table.empty_cells.min(SHEET_COLUMNS_MAX) {
            self.paper.open("td");
            self.paper.close("td");
        }
        self.table.empty_cells = 0;
        let attributes = std::mem::take(&mut self.table.attributes);
        self.paper.open_with(tag, &attributes);
        self.table.in_cell = true;
        self.outer_lists.push(std::mem::take(&mut self.lists));
    }

    fn close_cell(&mut self) {
        if self.table.cell.take().is_some() {
            self.table.empty_cells += self.table.repeated.min(SHEET_COLUMNS_MAX);
            return;
        }
        if !self.table.in_cell {
            return;
        }
        self.paper.end_blocks();
        self.paper.close(if self.table.header { "th" } else { "td" });
        self.table.in_cell = false;
        if let Some(lists) = self.outer_lists.pop() {
            self.lists = lists;
        }
    }
}
