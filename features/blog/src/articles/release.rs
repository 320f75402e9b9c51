//! The page as it is let out: frozen, with its pictures, fit to stand below the heading of an article.

use access::Person;
use blobs::PutError;
use feature::Written;
use kernel::{Error, Result};

use super::article::{Article, picture_url};
use crate::Parts;

/// An article is no book.
const HTML_MAX_BYTES: usize = 2 * 1024 * 1024;

#[derive(Clone, Debug, Default)]
pub(crate) struct Release {
    pub title: String,
    pub html: String,
    pub words: i64,
    pub text: String,
    /// Hashes of the pictures in it.
    pub pictures: Vec<String>,
}

/// As it reads now for this person; her pictures are kept for everybody.
///
/// Errors: `NotFound`, `TooLarge`, `Full`.
pub(crate) async fn freeze(parts: &Parts, person: &Person, article: &Article) -> Result<Release> {
    let mut written = parts.pages.read(person, &article.page()).await?;
    let mut pictures = Vec::new();
    for (address, bytes) in std::mem::take(&mut written.pictures) {
        let stored = parts.blobs.put_bytes(bytes).await.map_err(refused)?;
        written.html = led_to(&written.html, &address, &picture_url(&stored.hash));
        pictures.push(stored.hash);
    }
    made_of(written, pictures)
}

/// As [`freeze`], but nothing is kept: pictures stay where they are.
///
/// Errors: `NotFound`, `TooLarge`.
pub(crate) async fn look(parts: &Parts, person: &Person, article: &Article) -> Result<Release> {
    made_of(parts.pages.read(person, &article.page()).await?, Vec::new())
}

fn made_of(written: Written, pictures: Vec<String>) -> Result<Release> {
    let html = below_a_heading(&written.html);
    if html.len() > HTML_MAX_BYTES {
        return Err(Error::TooLarge("blog-too-large".into()));
    }
    let words = i64::try_from(written.text.split_whitespace().count()).unwrap_or(i64::MAX);
    Ok(Release { title: written.title, html, words, text: written.text, pictures })
}

/// Exactly this address, as `richtext` writes it into `src`.
fn led_to(html: &str, from: &str, to: &str) -> String {
    let from = from.replace('&', "&amp;").replace('"', "&quot;");
    html.replace(&format!("src=\"{from}\""), &format!("src=\"{to}\""))
}

/// The heading of the page is the first of the article: one that the text begins with goes a level down, and
/// all others with it. `richtext` writes tags like this and escapes everything else.
pub(crate) fn below_a_heading(html: &str) -> String {
    if !html.contains("<h1>") {
        return html.to_owned();
    }
    (1..6).rev().fold(html.to_owned(), |html, level| {
        let (open, close) = (format!("<h{level}>"), format!("</h{level}>"));
        html.replace(&open, &format!("<h{}>", level + 1)).replace(&close, &format!("</h{}>", level + 1))
    })
}

pub(crate) fn refused(error: PutError) -> Error {
    match error {
        PutError::Full => Error::Full,
        other => Error::unexpected(other),
    }
}

/// Whether two texts read differently; where their pictures lie makes no difference.
pub(crate) fn differs(one: &str, other: &str) -> bool {
    let bare = |html: &str| {
        let mut parts = html.split("src=\"");
        let mut bare = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            bare.push_str(part.split_once('"').map_or(part, |(_, rest)| rest));
        }
        bare
    };
    bare(one) != bare(other)
}
