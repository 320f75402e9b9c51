//! Workbooks (XLSX, XLSM): every sheet as a table of what the cells show, row by row as they come.

mod book;
mod numbers;

use super::word::said;
use crate::archive::Archive;
use crate::failure::Failure;
use crate::limits::{PARTS_MAX, SHEET_COLUMNS_MAX, SHEET_ROWS_MAX};
use crate::paper::{Block, Paper};
use crate::xml::{Piece, Tag, Xml};
use book::Book;
use std::path::Path;

pub(crate) use numbers::date;

pub(crate) fn write(path: &Path, paper: &mut Paper) -> Result<(), Failure> {
    let mut archive = Archive::open(path)?;
    let part = archive.main_part("xl/workbook.xml")?;
    let book = Book::read(&mut archive, &part)?;
    let mut failure = None;
    let mut read = 0_usize;
    for (name, part) in book.sheets.iter().take(PARTS_MAX) {
        let text = match archive.text(part) {
            Ok(Some(text)) => text,
            Ok(None) => continue,
            Err(error) => {
                failure = Some(error);
                continue;
            }
        };
        read += 1;
        paper.end_blocks();
        paper.open("section");
        paper.say(Block::Heading(2), name);
        paper.open("table");
        Sheet::new(&book, paper).read(&text);
        paper.close("table");
        beside(part, &mut archive, paper);
        paper.close("section");
        if paper.is_full() {
            break;
        }
    }
    match failure {
        Some(failure) if read == 0 => Err(failure),
        _ => Ok(()),
    }
}

/// Comments, text boxes and charts of a sheet are found, too.
fn beside(part: &str, archive: &mut Archive, paper: &mut Paper) {
    let mut parts: Vec<_> =
        archive.relations(part).into_values().filter(|relation| !relation.outside).collect();
    parts.sort_by(|one, other| one.target.cmp(&other.target));
    for relation in parts.into_iter().take(PARTS_MAX) {
        match relation.kind.as_str() {
            "comments" | "threadedComment" => {
                if let Some(text) = archive.optional_text(&relation.target) {
                    paper.only_text(&said(&text));
                }
            }
            "drawing" => {
                if let Some(text) = archive.optional_text(&relation.target) {
                    paper.only_text(&said(&text));
                }
                for chart in
                    archive.relations(&relation.target).into_values().filter(|part| part.kind == "chart")
                {
                    if let Some(text) = archive.optional_text(&chart.target) {
                        paper.only_text(&said(&text));
                    }
                }
            }
            _ => {}
        }
    }
}

struct Sheet<'a> {
    book: &'a Book,
    paper: &'a mut Paper,
    rows: usize,
    cells: Vec<(usize, String)>,
    cell: Cell,
    in_value: bool,
}

#[derive(Default)]
struct Cell {
    column: usize,
    kind: String,
    style: usize,
    value: String,
}

impl<'a> Sheet<'a> {
    fn new(book: &'a Book, paper: &'a mut Paper) -> Self {
        Self { book, paper, rows: 0, cells: Vec::new(), cell: Cell::default(), in_value: false }
    }

    fn read(mut self, text: &str) {
        for piece in Xml::new(text) {
            match piece {
                Piece::Open(tag) => self.open(&tag),
                Piece::Words(words) if self.in_value => self.cell.value.push_str(&words),
                Piece::Words(_) => {}
                Piece::Close(end) => match end.name() {
                    "v" | "t" => self.in_value = false,
                    "c" => self.end_cell(),
                    "row" => self.end_row(),
                    // Merged cells, formats and the like follow, often many and without words.
                    "sheetData" => break,
                    _ => {}
                },
            }
            if self.paper.is_full() {
                break;
            }
        }
    }

    fn open(&mut self, tag: &Tag) {
        match tag.name() {
            "row" => self.cells.clear(),
            "c" => {
                let after = self.cells.last().map_or(0, |(column, _)| column + 1);
                self.cell = Cell {
                    column: tag.get("r").and_then(|place| column(&place)).unwrap_or(after),
                    kind: tag.get("t").unwrap_or_default(),
                    style: tag.number("s").unwrap_or(0),
                    value: String::new(),
                };
            }
            "v" | "t" => self.in_value = true,
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        let cell = std::mem::take(&mut self.cell);
        let shown = self.book.shown(&cell.kind, cell.style, &cell.value);
        if !shown.is_empty() {
            self.cells.push((cell.column, shown));
        }
    }

    fn end_row(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        if cells.is_empty() {
            return;
        }
        self.rows += 1;
        if self.rows > SHEET_ROWS_MAX || self.paper.is_html_full() {
            let words: Vec<String> = cells.into_iter().map(|(_, shown)| shown).collect();
            self.paper.only_text(&words.join("\t"));
            return;
        }
        self.paper.open("tr");
        let mut next = 0;
        for (column, shown) in cells {
            while next < column.min(SHEET_COLUMNS_MAX) {
                self.paper.open("td");
                self.paper.close("td");
                next += 1;
            }
            next = next.max(column + 1);
            self.paper.open("td");
            self.paper.words(&shown);
            self.paper.close("td");
        }
        self.paper.close("tr");
    }
}

/// `AB12` stands in column 27, counted from zero.
fn column(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_uppercase).take(3);
    let number = letters.fold(0_usize, |number, letter| number * 26 + usize::from(letter - b'A') + 1);
    number.checked_sub(1)
}
