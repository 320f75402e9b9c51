//! A page as a file: DOCX and ODT as zips of XML that we write, PDF set by typst.

mod docx;
mod docx_parts;
mod odt;
mod odt_parts;
mod package;
pub(crate) mod pdf;
mod tables;
mod typesetting;

use crate::failure::{Failure, unexpected};
use crate::formats::picture::{Printable, for_document};
use crate::job::Written;
use crate::limits::PAGE_MAX_PIXELS;
use richtext::Node;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Target {
    Docx,
    Odt,
    Pdf,
    /// A PDF of one sheet across, in the middle and with a frame, as one hangs on a wall.
    Framed,
}

impl Target {
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Pdf | Self::Framed => "application/pdf",
        }
    }

    /// The ending of a file name, without its dot, and the word for the log.
    pub fn word(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Pdf | Self::Framed => "pdf",
        }
    }
}

pub(crate) type Pictures = HashMap<String, Printable>;

pub(crate) fn write(page: &Written) -> Result<Vec<u8>, Failure> {
    let mut pictures = Pictures::new();
    for (src, path) in &page.images {
        let bytes = std::fs::read(path).map_err(unexpected)?;
        // A picture that cannot be read is replaced by its description.
        if let Ok(picture) = for_document(&bytes, PAGE_MAX_PIXELS) {
            pictures.insert(src.clone(), picture);
        }
    }
    let title = if begins_with_title(&page.doc, &page.title) { "" } else { &page.title };
    match page.target {
        Target::Docx => docx::write(&page.doc, title, &page.title, &page.language, &pictures),
        Target::Odt => odt::write(&page.doc, title, &page.title, &page.language, &pictures),
        Target::Pdf | Target::Framed => {
            let images = pictures.into_iter().map(|(src, picture)| (src, picture.bytes)).collect();
            let (shown, sheet) = match page.target {
                Target::Framed => ("", pdf::Sheet::Framed),
                _ => (title, pdf::Sheet::Paper),
            };
            pdf::set(&page.doc, (shown, &page.title), &page.language, &images, sheet)
        }
    }
}

/// The title is not written twice where the page itself begins with it.
fn begins_with_title(doc: &Node, title: &str) -> bool {
    let first = doc.content.first().filter(|node| node.kind == "heading");
    title.trim().is_empty() || first.is_some_and(|first| richtext::plain_text(first).trim() == title.trim())
}

/// Attributes of a node, whatever an editor wrote into them.
pub(crate) fn number(node: &Node, name: &str) -> Option<usize> {
    let value = node.attrs.get(name)?;
    value.as_u64().or_else(|| value.as_str()?.parse().ok()).and_then(|number| usize::try_from(number).ok())
}

pub(crate) fn word<'a>(node: &'a Node, name: &str) -> &'a str {
    node.attrs.get(name).and_then(|value| value.as_str()).unwrap_or_default()
}

pub(crate) fn level(node: &Node) -> usize {
    number(node, "level").unwrap_or(1).clamp(1, 6)
}

pub(crate) fn is_checked(node: &Node) -> bool {
    node.attrs.get("checked").and_then(serde_json::Value::as_bool).unwrap_or(false)
}

/// `@Ana`: a mention outside of the house is only a name.
pub(crate) fn mention(node: &Node) -> String {
    let name = word(node, "label");
    let name = if name.is_empty() { word(node, "id") } else { name };
    format!("@{}", name.trim_start_matches('@'))
}

/// How a text looks, of its marks.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Look<'a> {
    pub bold: bool,
    pub italic: bool,
    pub underline: bool,
    pub strike: bool,
    pub code: bool,
    pub link: Option<&'a str>,
}

pub(crate) fn look(node: &Node) -> Look<'_> {
    let mut look = Look::default();
    for mark in &node.marks {
        match mark.kind.as_str() {
            "bold" => look.bold = true,
            "italic" => look.italic = true,
            "underline" => look.underline = true,
            "strike" => look.strike = true,
            "code" => look.code = true,
            "link" => {
                look.link =
                    mark.attrs.get("href").and_then(|href| href.as_str()).filter(|href| leads_out(href))
            }
            _ => {}
        }
    }
    look
}

/// Addresses within the house mean nothing in a file, and others could do harm.
fn leads_out(href: &str) -> bool {
    ["https://", "http://", "mailto:", "tel:"].iter().any(|start| href.starts_with(start))
}

/// Words for XML: escaped, without the characters that XML does not know.
pub(crate) fn xml(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    crate::paper::escape(words, &mut escaped);
    escaped
}
