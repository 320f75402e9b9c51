//! Which paragraphs are headings, and which lists are numbered. Word knows both only by way of styles.

use crate::archive::Archive;
use crate::paper::Block;
use crate::xml::{Piece, Tag, Xml};
use std::collections::HashMap;

/// A style that is based on itself would otherwise be followed for ever.
const BASES_MAX: usize = 12;

#[derive(Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// For a list and its level whether it is numbered; bullets are not.
    levels: HashMap<(String, usize), bool>,
    /// The style of paragraphs that name none.
    usual: Option<String>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    pub heading: Option<u8>,
    pub numbering: Option<(String, usize)>,
    pub wrapper: Option<Block>,
    base: Option<String>,
}

impl Styles {
    pub fn read(archive: &mut Archive, part: &str) -> Self {
        let mut found = Self::default();
        for relation in archive.relations(part).into_values().filter(|relation| !relation.outside) {
            match relation.kind.as_str() {
                "styles" => {
                    if let Some(text) = archive.optional_text(&relation.target) {
                        found.read_styles(&text);
                    }
                }
                "numbering" => {
                    if let Some(text) = archive.optional_text(&relation.target) {
                        found.read_numbering(&text);
                    }
                }
                _ => {}
            }
        }
        found
    }

    /// What a style says itself, or one of those it is based on.
    pub fn get(&self, id: Option<&str>) -> Style {
        let mut all = Style::default();
        let mut next = id.or(self.usual.as_deref());
        for _ in 0..BASES_MAX {
            let Some(style) = next.and_then(|id| self.styles.get(id)) else { break };
            all.heading = all.heading.or(style.heading);
            all.wrapper = all.wrapper.or(style.wrapper);
            if all.numbering.is_none() {
                all.numbering.clone_from(&style.numbering);
            }
            next = style.base.as_deref();
        }
        all
    }

    /// `None` if it is no list at all: number 0 takes a paragraph out of its list.
    pub fn is_numbered(&self, id: &str, level: usize) -> Option<bool> {
        if id == "0" || id.is_empty() {
            return None;
        }
        Some(self.levels.get(&(id.to_owned(), level)).copied().unwrap_or(false))
    }

    fn read_styles(&mut self, text: &str) {
        let mut current: Option<(String, Style)> = None;
        for piece in Xml::new(text) {
            match piece {
                Piece::Open(tag) if tag.name() == "style" => {
                    let id = tag.get("styleId").unwrap_or_default();
                    let is_paragraph = tag.get("type").as_deref().is_none_or(|kind| kind == "paragraph");
                    if is_paragraph && matches!(tag.get("default").as_deref(), Some("1" | "true")) {
                        self.usual = Some(id.clone());
                    }
                    current = Some((id, Style::default()));
                }
                Piece::Open(tag) => {
                    if let Some((_, style)) = &mut current {
                        style.learn(&tag);
                    }
                }
                Piece::Close(end) if end.name() == "style" => {
                    if let Some((id, style)) = current.take() {
                        self.styles.insert(id, style);
                    }
                }
                _ => {}
            }
        }
    }

    fn read_numbering(&mut self, text: &str) {
        let mut kinds: HashMap<(String, usize), bool> = HashMap::new();
        let mut lists: Vec<(String, String)> = Vec::new();
        let (mut kind, mut level, mut list) = (String::new(), 0_usize, None);
        for piece in Xml::new(text) {
            match piece {
                Piece::Open(tag) => match tag.name() {
                    "abstractNum" => kind = tag.get("abstractNumId").unwrap_or_default(),
                    "lvl" => level = tag.number("ilvl").unwrap_or(0),
                    "numFmt" => {
                        let format = tag.get("val").unwrap_or_default();
                        kinds.insert((kind.clone(), level), !matches!(format.as_str(), "bullet" | "none"));
                    }
                    "num" => list = tag.get("numId"),
                    "abstractNumId" => {
                        if let (Some(id), Some(kind)) = (list.clone(), tag.get("val")) {
                            lists.push((id, kind));
                        }
                    }
                    _ => {}
                },
                Piece::Close(end) if end.name() == "num" => list = None,
                _ => {}
            }
        }
        for (id, kind) in lists {
            for level in 0..9 {
                if let Some(numbered) = kinds.get(&(kind.clone(), level)) {
                    self.levels.insert((id.clone(), level), *numbered);
                }
            }
        }
    }
}

impl Style {
    fn learn(&mut self, tag: &Tag) {
        match tag.name() {
            "name" => {
                let name = tag.get("val").unwrap_or_default().to_lowercase();
                self.heading = self.heading.or_else(|| heading(&name));
                if name.contains("quote") {
                    self.wrapper = Some(Block::Quote);
                } else if matches!(name.as_str(), "html preformatted" | "code" | "source code" | "macro") {
                    self.wrapper = Some(Block::Code);
                }
            }
            "basedOn" => self.base = tag.get("val"),
            "outlineLvl" => self.heading = outline(tag).or(self.heading),
            "numId" => {
                let level = self.numbering.as_ref().map_or(0, |(_, level)| *level);
                self.numbering = Some((tag.get("val").unwrap_or_default(), level));
            }
            "ilvl" => {
                let id = self.numbering.take().map_or_else(String::new, |(id, _)| id);
                self.numbering = Some((id, tag.number("val").unwrap_or(0)));
            }
            _ => {}
        }
    }
}

/// Built-in styles have the same names in every language of Word; only their ids are translated.
fn heading(name: &str) -> Option<u8> {
    if name == "title" {
        return Some(1);
    }
    let number = name.strip_prefix("heading ").or_else(|| name.strip_prefix("überschrift "))?;
    number.trim().parse().ok().filter(|level| (1..=9).contains(level)).map(|level: u8| level.min(6))
}

/// Levels are counted from zero; nine means text.
pub(super) fn outline(tag: &Tag) -> Option<u8> {
    tag.number("val").filter(|level| *level < 9).map(|level: u8| (level + 1).min(6))
}
