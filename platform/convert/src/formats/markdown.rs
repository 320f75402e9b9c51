//! Markdown: shown as it is meant, found as it is written.

use super::{html, text};
use crate::failure::Failure;
use crate::paper::Paper;
use std::path::Path;

pub(crate) fn write(path: &Path, paper: &mut Paper) -> Result<(), Failure> {
    let source = text::of_file(path)?;
    paper.only_text(&source);
    let doc = richtext::from_markdown(&source);
    paper.only_html(&html::clean(&richtext::to_html(&doc)));
    Ok(())
}
