//! Presentations (PPTX): slide by slide, the title first, then what stands on it, then what the speaker
//! wanted to say.

use super::word::said;
use crate::archive::{Archive, Relations};
use crate::failure::Failure;
use crate::formats::picture;
use crate::limits::PARTS_MAX;
use crate::paper::{Block, Paper};
use crate::xml::{Piece, Tag, Xml};
use std::path::Path;

/// The number of slides.
pub(crate) fn write(path: &Path, paper: &mut Paper) -> Result<Option<u32>, Failure> {
    let mut archive = Archive::open(path)?;
    let part = archive.main_part("ppt/presentation.xml")?;
    let text = archive.text(&part)?.ok_or(Failure::Broken)?;
    let relations = archive.relations(&part);
    let mut slides = 0;
    for id in order(&text) {
        let Some(slide) = relations.get(&id).map(|relation| relation.target.clone()) else { continue };
        let Some(content) = archive.optional_text(&slide) else { continue };
        slides += 1;
        write_slide(slides, &slide, &content, &mut archive, paper);
        if paper.is_full() {
            break;
        }
    }
    if slides == 0 { Err(Failure::Broken) } else { Ok(Some(slides)) }
}

fn order(text: &str) -> Vec<String> {
    let tags = Xml::new(text).filter_map(|piece| match piece {
        Piece::Open(tag) if tag.name() == "sldId" => tag.get_prefixed("id"),
        _ => None,
    });
    tags.take(PARTS_MAX).collect()
}

fn write_slide(number: u32, part: &str, content: &str, archive: &mut Archive, paper: &mut Paper) {
    let relations = archive.relations(part);
    let mut slide = Slide::default();
    slide.read(content);
    paper.end_blocks();
    paper.open("section");
    let title: Vec<&str> =
        slide.shapes.iter().filter(|shape| shape.role == Role::Title).map(Shape::title).collect();
    let title = title.join(" ");
    let title = title.trim();
    let dot = if title.is_empty() { "" } else { " · " };
    paper.say(Block::Heading(2), &format!("{number}{dot}{title}"));
    for shape in &slide.shapes {
        if shape.role != Role::Title {
            write_shape(shape, &relations, archive, paper);
        }
    }
    paper.end_blocks();
    let mut beside: Vec<_> = relations.into_values().filter(|relation| !relation.outside).collect();
    beside.sort_by(|one, other| one.target.cmp(&other.target));
    for relation in beside {
        match relation.kind.as_str() {
            "notesSlide" if !paper.is_drawn => notes(&relation.target, archive, paper),
            "chart" | "diagramData" | "comments" => {
                if let Some(text) = archive.optional_text(&relation.target) {
                    paper.only_text(&said(&text));
                }
            }
            _ => {}
        }
    }
    paper.close("section");
}

fn notes(part: &str, archive: &mut Archive, paper: &mut Paper) {
    let Some(text) = archive.optional_text(part) else { return };
    let mut notes = Slide::default();
    notes.read(&text);
    for shape in notes.shapes.iter().filter(|shape| shape.role != Role::Number) {
        for paragraph in &shape.paragraphs {
            if !paragraph.words.trim().is_empty() {
                paper.say(Block::Quote, &paragraph.words);
            }
        }
    }
    paper.end_blocks();
}

fn write_shape(shape: &Shape, relations: &Relations, archive: &mut Archive, paper: &mut Paper) {
    if !shape.rows.is_empty() {
        paper.end_blocks();
        paper.open("table");
        for row in &shape.rows {
            paper.open("tr");
            for cell in row {
                paper.open("td");
                paper.words(cell);
                paper.close("td");
            }
            paper.close("tr");
        }
        paper.close("table");
    }
    for paragraph in shape.paragraphs.iter().filter(|paragraph| !paragraph.words.trim().is_empty()) {
        let block = if shape.role == Role::Body {
            Block::Item { level: paragraph.level, numbered: paragraph.numbered }
        } else {
            Block::Plain
        };
        paper.paragraph(block);
        for (number, line) in paragraph.words.split('\n').enumerate() {
            if number > 0 {
                paper.line();
            }
            paper.words(line);
        }
        paper.end_paragraph();
    }
    let target = shape.picture.as_ref().and_then(|id| relations.get(id)).filter(|relation| !relation.outside);
    if let Some(relation) = target.filter(|_| paper.has_room_for_pictures() && !paper.is_html_full()) {
        let bytes = archive.bytes(&relation.target).ok().flatten();
        if let Some(small) = bytes.and_then(|bytes| picture::in_document(&bytes)) {
            paper.paragraph(Block::Plain);
            paper.picture(small, &shape.description);
            paper.end_paragraph();
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Role {
    Title,
    Body,
    /// The number of the slide, its date, its footer.
    Number,
    #[default]
    Other,
}

#[derive(Default)]
struct Shape {
    role: Role,
    paragraphs: Vec<Paragraph>,
    rows: Vec<Vec<String>>,
    picture: Option<String>,
    description: String,
}

#[derive(Default)]
struct Paragraph {
    words: String,
    level: usize,
    numbered: bool,
}

/// The shapes of a slide in the order in which they are drawn.
#[derive(Default)]
struct Slide {
    shapes: Vec<Shape>,
    in_words: bool,
    in_cell: bool,
    skipped: usize,
}

impl Shape {
    fn title(&self) -> &str {
        self.paragraphs.first().map_or("", |paragraph| paragraph.words.as_str())
    }
}

impl Slide {
    fn read(&mut self, text: &str) {
        for piece in Xml::new(text) {
            match piece {
                Piece::Open(_) if self.skipped > 0 => self.skipped += 1,
                Piece::Close(_) if self.skipped > 0 => self.skipped -= 1,
                Piece::Open(tag) => self.open(&tag),
                Piece::Words(words) if self.in_words && self.skipped == 0 => self.words(&words),
                Piece::Words(_) => {}
                Piece::Close(end) => match end.name() {
                    "t" => self.in_words = false,
                    "tc" => self.in_cell = false,
                    _ => {}
                },
            }
        }
    }

    fn open(&mut self, tag: &Tag) {
        match tag.name() {
            "sp" | "graphicFrame" | "pic" | "cxnSp" if self.shapes.len() < PARTS_MAX => {
                self.shapes.push(Shape::default());
            }
            "Fallback" => self.skipped = 1,
            "t" => self.in_words = true,
            _ => {}
        }
        let Some(shape) = self.shapes.last_mut() else { return };
        match tag.name() {
            "cNvPr" => shape.description = tag.get("descr").unwrap_or_default(),
            "ph" => {
                shape.role = match tag.get("type").as_deref() {
                    Some("title" | "ctrTitle") => Role::Title,
                    Some("sldNum" | "dt" | "ftr" | "hdr") => Role::Number,
                    None | Some("body" | "obj") => Role::Body,
                    Some(_) => Role::Other,
                };
            }
            "p" if tag.full_name() != "p:p" && !self.in_cell => shape.paragraphs.push(Paragraph::default()),
            "p" if self.in_cell => self.words(" "),
            "pPr" if !self.in_cell => {
                if let Some(paragraph) = shape.paragraphs.last_mut() {
                    paragraph.level = tag.number("lvl").unwrap_or(0);
                }
            }
            "buAutoNum" => {
                if let Some(paragraph) = shape.paragraphs.last_mut() {
                    paragraph.numbered = true;
                }
            }
            "br" => self.words("\n"),
            "tr" => shape.rows.push(Vec::new()),
            "tc" => {
                self.in_cell = true;
                if let Some(row) = shape.rows.last_mut() {
                    row.push(String::new());
                }
            }
            "blip" => shape.picture = tag.get("embed"),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        let Some(shape) = self.shapes.last_mut() else { return };
        if self.in_cell {
            if let Some(cell) = shape.rows.last_mut().and_then(|row| row.last_mut()) {
                let gap = if words == " " && (cell.is_empty() || cell.ends_with(' ')) { "" } else { words };
                cell.push_str(gap);
            }
        } else if let Some(paragraph) = shape.paragraphs.last_mut() {
            paragraph.words.push_str(words);
        }
    }
}
