//! Documents that have no pages of their own are set here, so that lists can show how they begin.

use super::losses::Losses;
use super::{html, pdf, write_on};
use crate::export::pdf::{Sheet, set};
use crate::failure::Failure;
use crate::job::Given;
use crate::limits::{DRAWN_MAX_BYTES, DRAWN_PAGE_MAX_BYTES, DRAWN_PAGES_MAX};
use crate::media_type::{Family, family};
use crate::paper::Paper;
use std::collections::HashMap;

pub(crate) fn picture(file: &Given, page: u32, side: u32) -> Result<Option<Vec<u8>>, Failure> {
    if page == 0 || page as usize > DRAWN_PAGES_MAX {
        return Ok(None);
    }
    let mut paper = Paper::to_be_drawn((DRAWN_PAGE_MAX_BYTES * page as usize).min(DRAWN_MAX_BYTES));
    write_on(&mut paper, file, &mut Losses::default())?;
    let (source, text, pictures) = paper.finish();
    if text.trim().is_empty() && pictures.is_empty() {
        return Ok(None);
    }
    let sheet = match family(&file.media_type) {
        Family::Slides => Sheet::Slide,
        Family::Sheet => Sheet::Wide,
        _ => Sheet::Preview,
    };
    let images: HashMap<String, Vec<u8>> = pictures
        .into_iter()
        .enumerate()
        .map(|(number, bytes)| (format!("/picture/{number}"), bytes))
        .collect();
    // A slide for a section, and a section for a slide: so page 3 is slide 3.
    let (sections, page) = match sheet {
        Sheet::Slide => match section(&source, page) {
            Some(section) => (section, 1),
            None => return Ok(None),
        },
        _ => (source.as_str(), page),
    };
    let doc = richtext::from_html(&html::clean(sections));
    let set = set(&doc, ("", ""), "de", &images, sheet)?;
    pdf::picture(set, page, side)
}

/// The inside of section number `wanted`, counted from one.
fn section(source: &str, wanted: u32) -> Option<&str> {
    let index = usize::try_from(wanted).ok()?;
    source.split("<section>").nth(index)
}
