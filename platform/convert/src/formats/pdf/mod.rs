//! PDF: its pages drawn, its words read in the order in which they are drawn, and what forms and notes say.

mod fields;
mod lines;

use super::picture::page_as_png;
use crate::failure::{Failure, unexpected};
use crate::job::Words;
use crate::limits::{READING_MAX, TEXT_MAX_BYTES};
use hayro::hayro_interpret::util::{RectExt, TransformExt};
use hayro::hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use std::path::Path;
use std::time::Instant;

/// `text` is `None` for a PDF that is only pictures, or only reads like one.
pub(crate) fn words(path: &Path) -> Result<Words, Failure> {
    let pdf = load(std::fs::read(path).map_err(unexpected)?)?;
    let pages = u32::try_from(pdf.pages().len()).ok();
    let mut text = drawn_words(&pdf);
    for said in fields::of(&pdf) {
        // Most fields are also drawn on their page; then they are there already.
        if text.len() < TEXT_MAX_BYTES && !text.contains(&said) {
            text.push('\n');
            text.push_str(&said);
        }
    }
    let text: String = text.trim().chars().filter(|letter| crate::paper::is_kept(*letter)).collect();
    Ok(Words { text: Some(text).filter(|text| !text.is_empty()), html: None, pages })
}

fn load(bytes: Vec<u8>) -> Result<Pdf, Failure> {
    let unlocked = without_lock(&bytes);
    let pdf =
        Pdf::new(bytes).or_else(|error| unlocked.map_or(Err(error), Pdf::new)).map_err(
            |error| match error {
                LoadPdfError::Decryption(_) => Failure::Protected,
                LoadPdfError::Invalid => Failure::Broken,
            },
        )?;
    if pdf.pages().is_empty() { Err(Failure::Broken) } else { Ok(pdf) }
}

/// Some files lock only what is attached to them: their own streams and strings are "Identity", as they lie
/// there. The parser asks for a password all the same, so we hide from it that there is a lock.
fn without_lock(bytes: &[u8]) -> Option<Vec<u8>> {
    const LOCK: &[u8] = b"/Encrypt";
    let is_open = |filter: &str| {
        let written = [format!("/{filter} /Identity"), format!("/{filter}/Identity")];
        written.iter().any(|written| bytes.windows(written.len()).any(|window| window == written.as_bytes()))
    };
    if !(is_open("StmF") && is_open("StrF")) {
        return None;
    }
    let place = bytes.windows(LOCK.len()).rposition(|window| window == LOCK)?;
    let mut unlocked = bytes.to_vec();
    unlocked[place + 1] = b'X';
    Some(unlocked)
}

fn drawn_words(pdf: &Pdf) -> String {
    let began = Instant::now();
    let cache = InterpreterCache::new();
    let mut text = String::new();
    for page in pdf.pages().iter() {
        if began.elapsed() > READING_MAX || text.len() >= TEXT_MAX_BYTES {
            break;
        }
        let ground = page.intersected_crop_box().to_kurbo();
        let transform = page.initial_transform(true).to_kurbo();
        let settings = InterpreterSettings::default();
        let mut context = Context::new(transform, ground, &cache, page.xref(), settings);
        let mut lines = lines::Lines::new(TEXT_MAX_BYTES - text.len());
        interpret_page(page, &mut context, &mut lines);
        text.push_str(&lines.finish());
        text.push('\n');
    }
    text
}

/// Page `page`, counted from one, as PNG.
pub(crate) fn picture(bytes: Vec<u8>, page: u32, side: u32) -> Result<Option<Vec<u8>>, Failure> {
    let pdf = load(bytes)?;
    let index = usize::try_from(page).unwrap_or(0).wrapping_sub(1);
    let Some(page) = pdf.pages().get(index) else { return Ok(None) };
    let (width, height) = page.render_dimensions();
    let longer = width.max(height);
    if !longer.is_finite() || width.min(height) <= 0.0 {
        return Err(Failure::Broken);
    }
    // A strip of paper a thousand times longer than wide would be drawn less than a pixel wide.
    let scale = side as f32 / longer;
    if width.min(height) * scale < 1.0 {
        return Err(Failure::Broken);
    }
    let drawn = render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE },
    );
    let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
    page_as_png(width, height, drawn.data_as_u8_slice().to_vec()).map(Some)
}
