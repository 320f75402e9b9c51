//! How named and automatic styles of OpenDocument look, as far as a page can show it.

use crate::paper::Looks;
use crate::xml::{Piece, Tag, Xml};
use std::collections::HashMap;

/// A style whose parent is itself would otherwise be followed for ever.
const PARENTS_MAX: usize = 12;

#[derive(Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// For a list style and its level (from one) whether it is numbered.
    levels: HashMap<(String, usize), bool>,
}

#[derive(Default)]
struct Style {
    parent: Option<String>,
    bold: Option<bool>,
    italic: Option<bool>,
    underline: Option<bool>,
    strike: Option<bool>,
    code: bool,
}

impl Styles {
    pub fn read(&mut self, text: &str) {
        let mut current: Option<(String, Style)> = None;
        let mut list: Option<String> = None;
        for piece in Xml::new(text) {
            match piece {
                Piece::Open(tag) => match tag.name() {
                    "style" => {
                        let style = Style { parent: tag.get("parent-style-name"), ..Style::default() };
                        current = tag.get("name").map(|name| (name, style));
                    }
                    "text-properties" => {
                        if let Some((_, style)) = &mut current {
                            style.learn(&tag);
                        }
                    }
                    "list-style" => list = tag.get("name"),
                    "list-level-style-number" | "list-level-style-bullet" | "list-level-style-image" => {
                        let numbered = tag.name() == "list-level-style-number"
                            && tag.get("num-format").is_none_or(|format| !format.is_empty());
                        if let (Some(list), Some(level)) = (&list, tag.number("level")) {
                            self.levels.insert((list.clone(), level), numbered);
                        }
                    }
                    _ => {}
                },
                Piece::Close(end) => match end.name() {
                    "style" => {
                        if let Some((name, style)) = current.take() {
                            self.styles.insert(name, style);
                        }
                    }
                    "list-style" => list = None,
                    // What follows is the document.
                    "automatic-styles" if text.contains("<office:body") => break,
                    _ => {}
                },
                Piece::Words(_) => {}
            }
        }
    }

    pub fn looks(&self, name: &str) -> Looks {
        let mut looks = Looks { code: self.chain(name).any(|style| style.code), ..Looks::default() };
        let first = |choose: fn(&Style) -> Option<bool>| self.chain(name).find_map(choose).unwrap_or(false);
        looks.bold = first(|style| style.bold);
        looks.italic = first(|style| style.italic);
        looks.underline = first(|style| style.underline);
        looks.strike = first(|style| style.strike);
        looks
    }

    /// Whether a paragraph style is, or comes from, the style of that name.
    pub fn comes_from(&self, name: &str, wanted: &str) -> bool {
        let mut next = Some(name);
        for _ in 0..PARENTS_MAX {
            let Some(name) = next else { return false };
            if name.eq_ignore_ascii_case(wanted) {
                return true;
            }
            next = self.styles.get(name).and_then(|style| style.parent.as_deref());
        }
        false
    }

    pub fn is_numbered(&self, list: &str, level: usize) -> bool {
        self.levels.get(&(list.to_owned(), level)).copied().unwrap_or(false)
    }

    fn chain<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a Style> + use<'a> {
        let first = self.styles.get(name);
        std::iter::successors(first, |style| self.styles.get(style.parent.as_deref()?)).take(PARENTS_MAX)
    }
}

impl Style {
    fn learn(&mut self, tag: &Tag) {
        let line = |name: &str| tag.get(name).map(|value| value != "none");
        self.bold = tag
            .get("font-weight")
            .map(|weight| matches!(weight.as_str(), "bold" | "600" | "700" | "800" | "900"));
        self.italic = tag.get("font-style").map(|style| matches!(style.as_str(), "italic" | "oblique"));
        self.underline = line("text-underline-style");
        self.strike = line("text-line-through-style");
        let font = tag.get("font-name").unwrap_or_default();
        self.code = ["Courier", "Mono", "Consolas"].iter().any(|word| font.contains(word));
    }
}
