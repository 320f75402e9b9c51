//! What all sheets of a workbook share: their names, their words, and how numbers are to be shown.

use super::numbers::{Format, shown};
use crate::archive::Archive;
use crate::failure::Failure;
use crate::limits::PARTS_MAX;
use crate::xml::{Piece, Xml};
use std::collections::HashMap;

#[derive(Default)]
pub(super) struct Book {
    /// Name and part, in the order of the tabs.
    pub sheets: Vec<(String, String)>,
    words: Vec<String>,
    /// The format of each style of a cell.
    formats: Vec<Format>,
    /// Days are counted from 1904, as on the first Macintoshes.
    from_1904: bool,
    /// Numbers have a comma, as in German. Workbooks do not say it; their currency and their words do.
    comma: bool,
}

impl Book {
    pub fn read(archive: &mut Archive, part: &str) -> Result<Self, Failure> {
        let text = archive.text(part)?.ok_or(Failure::Broken)?;
        let relations = archive.relations(part);
        let mut book = Self::default();
        for piece in Xml::new(&text) {
            let Piece::Open(tag) = piece else { continue };
            match tag.name() {
                "workbookPr" => book.from_1904 = matches!(tag.get("date1904").as_deref(), Some("1" | "true")),
                "sheet" if book.sheets.len() < PARTS_MAX => {
                    let id = tag.get_prefixed("id").unwrap_or_default();
                    if let Some(relation) = relations.get(&id) {
                        book.sheets.push((tag.get("name").unwrap_or_default(), relation.target.clone()));
                    }
                }
                _ => {}
            }
        }
        for relation in relations.into_values().filter(|relation| !relation.outside) {
            match relation.kind.as_str() {
                "sharedStrings" => {
                    if let Some(text) = archive.text(&relation.target)? {
                        book.read_words(&text);
                    }
                }
                "styles" => {
                    if let Some(text) = archive.optional_text(&relation.target) {
                        book.read_formats(&text);
                    }
                }
                _ => {}
            }
        }
        book.comma |=
            book.words.iter().take(2000).any(|words| words.contains(['ä', 'ö', 'ü', 'ß', 'Ä', 'Ö', 'Ü']));
        Ok(book)
    }

    /// What a cell shows.
    pub fn shown(&self, kind: &str, style: usize, value: &str) -> String {
        match kind {
            "s" => value
                .trim()
                .parse()
                .ok()
                .and_then(|index: usize| self.words.get(index))
                .cloned()
                .unwrap_or_default(),
            "str" | "inlineStr" | "d" => value.to_owned(),
            "b" => if value.trim() == "1" { "✓" } else { "✗" }.to_owned(),
            "e" => value.to_owned(),
            _ => match (value.trim().parse::<f64>(), self.formats.get(style)) {
                (Ok(number), Some(format)) => shown(number, format, self.comma, self.from_1904),
                (Ok(number), None) => shown(number, &Format::default(), self.comma, self.from_1904),
                (Err(_), _) => value.to_owned(),
            },
        }
    }

    /// Phonetic readings (`rPh`) stand beside the words and are not part of them.
    fn read_words(&mut self, text: &str) {
        let mut item = String::new();
        let (mut in_words, mut phonetic) = (false, false);
        for piece in Xml::new(text) {
            match piece {
                Piece::Open(tag) => match tag.name() {
                    "si" => item.clear(),
                    "t" => in_words = !phonetic,
                    "rPh" => phonetic = true,
                    _ => {}
                },
                Piece::Words(words) if in_words => item.push_str(&words),
                Piece::Words(_) => {}
                Piece::Close(end) => match end.name() {
                    "si" => self.words.push(std::mem::take(&mut item)),
                    "t" => in_words = false,
                    "rPh" => phonetic = false,
                    _ => {}
                },
            }
        }
    }

    fn read_formats(&mut self, text: &str) {
        let mut own: HashMap<u32, String> = HashMap::new();
        let mut in_cells = false;
        for piece in Xml::new(text) {
            match piece {
                Piece::Open(tag) => match tag.name() {
                    "numFmt" => {
                        let code = tag.get("formatCode").unwrap_or_default();
                        self.comma |= ["€", "-407]", "-C07]", "-807]"].iter().any(|sign| code.contains(sign));
                        if let Some(id) = tag.number("numFmtId") {
                            own.insert(id, code);
                        }
                    }
                    "cellXfs" => in_cells = true,
                    "xf" if in_cells => {
                        let id = tag.number("numFmtId").unwrap_or(0);
                        self.formats.push(Format::new(id, own.get(&id).map(String::as_str)));
                    }
                    _ => {}
                },
                Piece::Close(end) if end.name() == "cellXfs" => in_cells = false,
                _ => {}
            }
        }
    }
}
