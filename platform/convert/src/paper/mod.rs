//! What a reader writes on: HTML for the eyes and plain text for the search, at the same time and within
//! limits.
//!
//! Readers say what they found ("a heading", "an item of the second level", "these words in bold"); the paper
//! sees to it that tags are closed in order, that nothing is nested too deep, and that neither side grows for
//! ever.

mod letters;
mod looks;

pub(crate) use letters::{escape, is_kept};
pub(crate) use looks::Looks;

use crate::limits::{HTML_MAX_BYTES, NESTING_MAX, PREVIEW_PICTURES_MAX, TEXT_MAX_BYTES};
use letters::{escape_letter, trim_end};
use looks::tags;
use std::fmt::Write;

#[derive(Default)]
pub(crate) struct Paper {
    html: String,
    text: String,
    html_max: usize,
    open: Vec<Open>,
    /// The outermost first: the document, then each cell or box that is being written.
    scopes: Vec<Scope>,
    looks: Looks,
    cells: usize,
    /// It becomes a picture of the beginning: what is said beside a slide is left out.
    pub is_drawn: bool,
    /// Pictures in the order of their `<img src="/picture/0">`, made small.
    pub pictures: Vec<Vec<u8>>,
}

struct Open {
    tag: &'static str,
    shown: bool,
}

#[derive(Default)]
struct Scope {
    /// For each open list whether it is numbered.
    lists: Vec<bool>,
    wrapper: Option<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Block {
    Plain,
    Heading(u8),
    Item { level: usize, numbered: bool },
    Quote,
    Code,
}

const BLOCKS: [&str; 18] = [
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "section",
    "table",
    "blockquote",
    "pre",
    "div",
    "dl",
    "thead",
    "tbody",
];

impl Paper {
    pub fn new() -> Self {
        Self { html_max: HTML_MAX_BYTES, scopes: vec![Scope::default()], ..Self::default() }
    }

    pub fn to_be_drawn(html_max: usize) -> Self {
        Self { html_max, is_drawn: true, ..Self::new() }
    }

    /// Nothing that is written now would be kept, so that a reader may stop.
    pub fn is_full(&self) -> bool {
        self.text.len() >= TEXT_MAX_BYTES
    }

    pub fn is_html_full(&self) -> bool {
        self.html.len() >= self.html_max
    }

    pub fn open(&mut self, tag: &'static str) {
        self.open_with(tag, "");
    }

    /// `attributes` are ours, begin with a space and are escaped.
    pub fn open_with(&mut self, tag: &'static str, attributes: &str) {
        let shown = !self.is_html_full() && self.open.len() < NESTING_MAX;
        if BLOCKS.contains(&tag) {
            self.break_text();
        }
        if shown {
            self.html.push('<');
            self.html.push_str(tag);
            self.html.push_str(attributes);
            self.html.push('>');
        }
        if matches!(tag, "td" | "th") {
            self.cells += 1;
            self.scopes.push(Scope::default());
        }
        self.open.push(Open { tag, shown });
    }

    /// Closes the newest open `tag` and what was left open in it; nothing if there is none.
    pub fn close(&mut self, tag: &'static str) {
        let Some(place) = self.open.iter().rposition(|open| open.tag == tag) else { return };
        self.put_on(Looks::default());
        while self.open.len() > place {
            self.close_newest();
        }
    }

    fn close_newest(&mut self) {
        let Some(Open { tag, shown }) = self.open.pop() else { return };
        if shown {
            let empty = format!("<{tag}>");
            if matches!(tag, "div" | "table" | "blockquote") && self.html.ends_with(&empty) {
                self.html.truncate(self.html.len() - empty.len());
            } else {
                let _ = write!(self.html, "</{tag}>");
            }
        }
        match tag {
            "td" | "th" => {
                self.cells = self.cells.saturating_sub(1);
                if self.scopes.len() > 1 {
                    self.scopes.pop();
                }
                trim_end(&mut self.text, &[' ']);
                self.letter('\t');
            }
            "tr" => {
                trim_end(&mut self.text, &['\t', ' ']);
                self.break_text();
            }
            tag if BLOCKS.contains(&tag) => self.break_text(),
            _ => {}
        }
    }

    /// A part with lists of its own, for example a text box in the middle of a list.
    pub fn open_box(&mut self) {
        self.end_paragraph();
        self.scopes.push(Scope::default());
        self.open("div");
    }

    pub fn close_box(&mut self) {
        self.end_blocks();
        self.close("div");
        if self.scopes.len() > 1 {
            self.scopes.pop();
        }
    }

    /// Begins a paragraph of some kind, and ends or begins the lists around it.
    pub fn paragraph(&mut self, block: Block) {
        self.end_paragraph();
        let wrapper = match block {
            Block::Quote => Some("blockquote"),
            Block::Code => Some("pre"),
            _ => None,
        };
        match block {
            Block::Item { level, numbered } => {
                self.end_wrapper();
                self.item(level.min(8), numbered);
                return;
            }
            _ => self.end_lists(),
        }
        let scope_wrapper = self.scopes.last().and_then(|scope| scope.wrapper);
        if scope_wrapper != wrapper {
            self.end_wrapper();
            if let (Some(tag), Some(scope)) = (wrapper, self.scopes.last_mut()) {
                scope.wrapper = Some(tag);
                self.open(tag);
            }
        } else if wrapper == Some("pre") {
            self.line();
        }
        match block {
            Block::Heading(level) => self.open(heading(level)),
            Block::Code => {}
            _ => self.open("p"),
        }
    }

    fn item(&mut self, level: usize, numbered: bool) {
        let depth = |paper: &Self| paper.scopes.last().map_or(0, |scope| scope.lists.len());
        while depth(self) > level + 1 {
            self.end_list();
        }
        let same = self.scopes.last().and_then(|scope| scope.lists.last().copied()) == Some(numbered);
        if depth(self) == level + 1 {
            if same {
                self.close("li");
            } else {
                self.end_list();
            }
        }
        while depth(self) < level + 1 {
            if depth(self) > 0 && !self.open.iter().any(|open| open.tag == "li") {
                self.open("li");
            }
            self.open(if numbered { "ol" } else { "ul" });
            if let Some(scope) = self.scopes.last_mut() {
                scope.lists.push(numbered);
            }
            if depth(self) < level + 1 {
                self.open("li");
            }
        }
        self.open("li");
    }

    fn end_list(&mut self) {
        let Some(numbered) = self.scopes.last_mut().and_then(|scope| scope.lists.pop()) else { return };
        self.close(if numbered { "ol" } else { "ul" });
    }

    fn end_lists(&mut self) {
        while self.scopes.last().is_some_and(|scope| !scope.lists.is_empty()) {
            self.end_list();
        }
    }

    fn end_wrapper(&mut self) {
        if let Some(tag) = self.scopes.last_mut().and_then(|scope| scope.wrapper.take()) {
            self.close(tag);
        }
    }

    /// Ends a paragraph or heading; an item stays open for what belongs to it.
    pub fn end_paragraph(&mut self) {
        self.put_on(Looks::default());
        if let Some(open) = self.open.last()
            && matches!(open.tag, "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
        {
            self.close_newest();
        }
    }

    /// Ends lists and quotes, before a table or a heading of a sheet.
    pub fn end_blocks(&mut self) {
        self.end_paragraph();
        self.end_lists();
        self.end_wrapper();
    }

    pub fn words(&mut self, words: &str) {
        self.styled(words, &Looks::default());
    }

    pub fn styled(&mut self, words: &str, looks: &Looks) {
        if self.looks != *looks {
            self.put_on(looks.clone());
        }
        let in_html = !self.is_html_full();
        for letter in words.chars().filter(|letter| is_kept(*letter)) {
            if in_html && self.html.len() < self.html_max + 64 {
                escape_letter(letter, &mut self.html);
            }
            self.letter(letter);
        }
    }

    /// A whole paragraph in one go.
    pub fn say(&mut self, block: Block, words: &str) {
        self.paragraph(block);
        self.words(words);
        self.end_paragraph();
    }

    /// A line break within a paragraph.
    pub fn line(&mut self) {
        let in_code = self.scopes.last().and_then(|scope| scope.wrapper) == Some("pre");
        if !self.is_html_full() {
            self.html.push_str(if in_code { "\n" } else { "<br>" });
        }
        self.letter(if self.cells > 0 { ' ' } else { '\n' });
    }

    pub fn picture(&mut self, small: Vec<u8>, description: &str) {
        if self.is_html_full() || !self.has_room_for_pictures() {
            return;
        }
        let mut tag = format!("<img src=\"/picture/{}\" alt=\"", self.pictures.len());
        escape(description, &mut tag);
        self.html.push_str(&tag);
        self.html.push_str("\">");
        self.pictures.push(small);
    }

    pub fn has_room_for_pictures(&self) -> bool {
        self.pictures.len() < PREVIEW_PICTURES_MAX
    }

    /// Only for the search: words that a page shows nowhere, or that stand in the HTML already.
    pub fn only_text(&mut self, words: &str) {
        for letter in words.chars().filter(|letter| is_kept(*letter)) {
            self.letter(letter);
        }
        self.break_text();
    }

    /// Only for the eyes, cleaned later like everything.
    pub fn only_html(&mut self, html: &str) {
        if self.html.len() + html.len() <= self.html_max {
            self.html.push_str(html);
        }
    }

    /// HTML and text.
    pub fn finish(mut self) -> (String, String, Vec<Vec<u8>>) {
        self.put_on(Looks::default());
        while !self.open.is_empty() {
            self.close_newest();
        }
        trim_end(&mut self.text, &['\n', '\t', ' ']);
        (self.html, self.text, self.pictures)
    }

    fn put_on(&mut self, looks: Looks) {
        let old = std::mem::replace(&mut self.looks, looks);
        if self.looks == old {
            return;
        }
        let new = self.looks.clone();
        for (tag, on) in tags(&old).into_iter().rev() {
            if on && self.open.last().is_some_and(|open| open.tag == tag) {
                self.close_newest();
            }
        }
        for (tag, on) in tags(&new) {
            match &new.link {
                Some(address) if tag == "a" => {
                    let mut attribute = String::from(" href=\"");
                    escape(address, &mut attribute);
                    attribute.push('"');
                    self.open_with(tag, &attribute);
                }
                _ if on => self.open(tag),
                _ => {}
            }
        }
    }

    fn letter(&mut self, letter: char) {
        if self.text.len() < TEXT_MAX_BYTES {
            self.text.push(letter);
        }
    }

    fn break_text(&mut self) {
        if self.cells > 0 {
            if !self.text.ends_with(['\n', '\t', ' ']) && !self.text.is_empty() {
                self.letter(' ');
            }
        } else if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.letter('\n');
        }
    }
}

fn heading(level: u8) -> &'static str {
    ["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(1, 6)) - 1]
}
