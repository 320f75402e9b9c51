//! OpenDocument: ODT, ODS and ODP, which differ in what stands in their body, not in how it is written.

mod body;
mod styles;

use super::losses::{Loss, Losses};
use crate::archive::Archive;
use crate::failure::Failure;
use crate::limits::PARTS_MAX;
use crate::paper::Paper;
use crate::xml::{Piece, Xml};
use body::Body;
use std::path::Path;
use styles::Styles;

/// The number of slides, if it is a presentation.
pub(crate) fn write(path: &Path, paper: &mut Paper, losses: &mut Losses) -> Result<Option<u32>, Failure> {
    let mut archive = Archive::open(path)?;
    if is_locked(&mut archive) {
        return Err(Failure::Protected);
    }
    let text = archive.text("content.xml")?.ok_or(Failure::Broken)?;
    let mut styles = Styles::default();
    let shared = archive.optional_text("styles.xml");
    if let Some(shared) = &shared {
        styles.read(shared);
    }
    styles.read(&text);
    let slides = Body::new(paper, losses, &mut archive, &styles).read(&text)?;
    paper.end_blocks();
    if let Some(shared) = &shared {
        margins(shared, paper, losses);
    }
    embedded(&mut archive, paper, losses);
    Ok(slides)
}

/// The list of files names the cipher of each file that has one.
fn is_locked(archive: &mut Archive) -> bool {
    archive.optional_text("META-INF/manifest.xml").is_some_and(|list| list.contains("encryption-data"))
}

/// Headers and footers are part of the master pages.
fn margins(shared: &str, paper: &mut Paper, losses: &mut Losses) {
    let mut inside = false;
    let mut said = String::new();
    for piece in Xml::new(shared) {
        match piece {
            Piece::Open(tag) if matches!(tag.full_name(), "style:header" | "style:footer") => inside = true,
            Piece::Close(end) if inside => match end.name() {
                "header" | "footer" => inside = false,
                "p" => said.push('\n'),
                _ => {}
            },
            Piece::Words(words) if inside => said.push_str(&words),
            _ => {}
        }
    }
    if !said.trim().is_empty() {
        losses.note(Loss::HeadersAndFooters);
        paper.only_text(said.trim());
    }
}

/// Tables and charts within a document are documents in the same zip.
fn embedded(archive: &mut Archive, paper: &mut Paper, losses: &mut Losses) {
    let parts = archive
        .names()
        .into_iter()
        .filter(|name| name.starts_with("Object ") && name.ends_with("/content.xml"));
    for part in parts.take(PARTS_MAX).collect::<Vec<_>>() {
        let Some(text) = archive.optional_text(&part) else { continue };
        losses.note(Loss::EmbeddedObjects);
        let mut said = String::new();
        let mut in_words = 0_usize;
        for piece in Xml::new(&text) {
            match piece {
                Piece::Open(tag) if tag.full_name() == "text:p" => in_words += 1,
                Piece::Words(words) if in_words > 0 => said.push_str(&words),
                Piece::Close(end) if end.name() == "p" && in_words > 0 => {
                    in_words -= 1;
                    said.push('\n');
                }
                _ => {}
            }
        }
        paper.only_text(&said);
    }
}
