//! Who reads what. Each kind of file has a reader that writes on a `Paper`; pictures and PDF are also drawn.

mod binary_sheet;
mod csv;
mod drawn;
mod html;
mod losses;
mod mail;
mod markdown;
mod odf;
mod pdf;
pub(crate) mod picture;
mod rtf;
mod sheet;
mod slides;
mod text;
mod word;

pub use losses::Loss;

use crate::converter::Imported;
use crate::failure::{Failure, unexpected};
use crate::job::{Given, Words};
use crate::limits::FILE_MAX_BYTES;
use crate::media_type::{Family, family};
use crate::paper::Paper;
use losses::Losses;
use std::path::Path;

/// Text and readable HTML. `text` is `None` where the kind has no words.
pub(crate) fn words(file: &Given) -> Result<Words, Failure> {
    check_size(&file.path)?;
    match family(&file.media_type) {
        Family::Pdf => pdf::words(&file.path),
        Family::Image | Family::Audio | Family::Video | Family::Archive | Family::Other => {
            Ok(Words::default())
        }
        _ => {
            let mut paper = Paper::new();
            let pages = write_on(&mut paper, file, &mut Losses::default())?;
            let (html, text, pictures) = paper.finish();
            let is_empty = text.trim().is_empty() && pictures.is_empty();
            let html = (!is_empty).then(|| html::with_pictures(html::clean(&html), &pictures));
            Ok(Words { text: Some(text), html, pages })
        }
    }
}

/// A picture of a page, at most `side` pixels on its longer side. `None` if this kind has none or there is no
/// such page.
pub(crate) fn picture(file: &Given, page: u32, side: u32) -> Result<Option<Vec<u8>>, Failure> {
    check_size(&file.path)?;
    match family(&file.media_type) {
        Family::Pdf => pdf::picture(std::fs::read(&file.path).map_err(unexpected)?, page, side),
        Family::Image if page == 1 && picture::is_drawn(&file.media_type) => {
            picture::of_file(&file.path, side)
        }
        Family::Image | Family::Audio | Family::Video | Family::Archive | Family::Other => Ok(None),
        _ => drawn::picture(file, page, side),
    }
}

/// A file as a page to be written on together.
pub(crate) fn page(file: &Given) -> Result<Imported, Failure> {
    check_size(&file.path)?;
    let mut losses = Losses::default();
    let doc = match file.media_type.as_str() {
        "text/markdown" => {
            let source = text::of_file(&file.path)?;
            let mut doc = richtext::from_markdown(&source);
            losses.note_if(take_images(&mut doc), Loss::Images);
            doc
        }
        "text/html" => {
            let source = html::of_file(&file.path)?;
            losses.note_if(source.contains("<img"), Loss::Images);
            richtext::from_html(&html::clean_without_pictures(&source))
        }
        _ => match family(&file.media_type) {
            Family::Text | Family::Code => text::as_page(&text::of_file(&file.path)?),
            Family::Word => {
                let mut paper = Paper::new();
                losses.for_page = true;
                write_on(&mut paper, file, &mut losses)?;
                let (html, _, _) = paper.finish();
                richtext::from_html(&html::clean_without_pictures(&html))
            }
            _ => return Err(Failure::Unsupported),
        },
    };
    Ok(Imported { doc, losses: losses.into_list() })
}

/// Pictures of a text file lie elsewhere, often with others who would learn who reads the page.
fn take_images(node: &mut richtext::Node) -> bool {
    let before = node.content.len();
    node.content.retain(|child| child.kind != "image");
    let taken = node.content.len() < before;
    node.content.iter_mut().fold(taken, |taken, child| take_images(child) || taken)
}

/// A portrait from a file that somebody sent.
pub(crate) fn avatar(path: &Path, side: u32) -> Result<Vec<u8>, Failure> {
    check_size(path)?;
    picture::square(path, side)
}

/// Writes what the file holds; the number of its slides if it has any.
fn write_on(paper: &mut Paper, file: &Given, losses: &mut Losses) -> Result<Option<u32>, Failure> {
    let path = &file.path;
    let done = |()| None;
    match file.media_type.as_str() {
        "text/csv" | "text/tab-separated-values" => csv::write(path, paper).map(done),
        "text/html" | "application/xhtml+xml" => html::write(path, paper).map(done),
        "text/rtf" => rtf::write(path, paper).map(done),
        "application/msword" | "application/vnd.ms-powerpoint" => Err(Failure::Unsupported),
        "application/vnd.ms-excel" | "application/vnd.ms-excel.sheet.binary.macroenabled.12" => {
            binary_sheet::write(path, paper).map(done)
        }
        kind if kind.starts_with("application/vnd.oasis.opendocument") => odf::write(path, paper, losses),
        kind => match family(kind) {
            Family::Word => word::write(path, paper, losses).map(done),
            Family::Sheet => sheet::write(path, paper).map(done),
            Family::Slides => slides::write(path, paper),
            Family::Mail => mail::write(path, paper).map(done),
            Family::Markdown => markdown::write(path, paper).map(done),
            Family::Text | Family::Code => text::write(path, paper).map(done),
            _ => Err(Failure::Unsupported),
        },
    }
}

fn check_size(path: &Path) -> Result<(), Failure> {
    let size = std::fs::metadata(path).map_err(unexpected)?.len();
    if size > FILE_MAX_BYTES { Err(Failure::TooLarge) } else { Ok(()) }
}
