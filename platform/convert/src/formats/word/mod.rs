//! Word: DOCX and DOCM. The body first, then what stands around it: notes, comments, headers, charts.

mod body;
mod styles;

use super::losses::{Loss, Losses};
use crate::archive::Archive;
use crate::failure::Failure;
use crate::limits::PARTS_MAX;
use crate::paper::{Block, Paper};
use crate::xml::{Piece, Xml};
use body::Body;
use std::path::Path;
use styles::Styles;

pub(crate) fn write(path: &Path, paper: &mut Paper, losses: &mut Losses) -> Result<(), Failure> {
    let mut archive = Archive::open(path)?;
    let part = archive.main_part("word/document.xml")?;
    let text = archive.text(&part)?.ok_or(Failure::Broken)?;
    let styles = Styles::read(&mut archive, &part);
    Body::new(paper, losses, &mut archive, &styles, &part).read(&text)?;
    paper.end_blocks();
    around(&part, &styles, &mut archive, paper, losses);
    Ok(())
}

/// Notes and comments belong to the reading of a file, but not to a page made of it.
fn around(part: &str, styles: &Styles, archive: &mut Archive, paper: &mut Paper, losses: &mut Losses) {
    let mut parts: Vec<(String, String)> = archive
        .relations(part)
        .into_values()
        .filter(|relation| !relation.outside)
        .map(|relation| (relation.kind, relation.target))
        .collect();
    parts.sort();
    parts.truncate(PARTS_MAX);
    for (kind, target) in parts {
        let loss = match kind.as_str() {
            "footnotes" | "endnotes" => Some(Loss::Footnotes),
            "comments" => Some(Loss::Comments),
            "header" | "footer" => Some(Loss::HeadersAndFooters),
            "chart" | "diagramData" => Some(Loss::Charts),
            _ => None,
        };
        let (Some(loss), Some(text)) = (loss, archive.optional_text(&target)) else { continue };
        let said = said(&text);
        if said.trim().is_empty() {
            continue;
        }
        losses.note(loss);
        if losses.for_page {
            continue;
        }
        if loss == Loss::Charts {
            paper.only_text(&said);
            continue;
        }
        paper.end_blocks();
        paper.open("section");
        let mut unheard = Losses::default();
        // A broken footnote is no reason to refuse the letter.
        let _ = Body::new(paper, &mut unheard, archive, styles, &target).read(&text);
        paper.end_blocks();
        paper.close("section");
    }
}

/// All words of a part, for the search: of text, of charts, of diagrams.
pub(crate) fn said(text: &str) -> String {
    let mut said = String::new();
    let mut inside = false;
    for piece in Xml::new(text) {
        match piece {
            Piece::Open(tag) => inside = matches!(tag.name(), "t" | "v" | "text"),
            Piece::Words(words) if inside => said.push_str(&words),
            Piece::Words(_) => {}
            Piece::Close(end) => {
                if matches!(end.name(), "p" | "v" | "pt" | "text") && !said.ends_with('\n') {
                    said.push('\n');
                }
                inside = false;
            }
        }
    }
    said
}

/// How a paragraph is shown.
fn block(styles: &Styles, properties: &body::Properties) -> Block {
    let style = styles.get(properties.style.as_deref());
    if let Some(level) = properties.outline.or(style.heading) {
        return Block::Heading(level);
    }
    let numbering = properties.numbering.as_ref().or(style.numbering.as_ref());
    if let Some(numbered) = numbering.and_then(|(id, level)| styles.is_numbered(id, *level)) {
        let level = numbering.map_or(0, |(_, level)| *level);
        return Block::Item { level, numbered };
    }
    match style.wrapper {
        Some(block) => block,
        None => Block::Plain,
    }
}
