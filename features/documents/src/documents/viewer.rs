//! What is shown of a version: leaves of a PDF, a picture, readable text, or that there is nothing to show.

use askama::Template;
use blobs::Blobs;
use convert::Family;
use database::Reads;
use kernel::Result;
use kernel::ids::Uuid;
use page::Voice;

use super::document::{Document, Kind, Status};
use super::family;
use crate::islands;
use crate::pages::snapshot;
use crate::reading::store as readings;
use crate::versions::store::Signed;
use crate::versions::version::File;

/// A readable form is at most a megabyte and its pictures.
const HTML_MAX_BYTES: u64 = 16 * 1024 * 1024;

/// What is shown as plain text; more is read in the file.
const TEXT_MAX_CHARS: usize = 200_000;

/// One version of a document, ready to be drawn.
#[derive(Clone, Debug)]
pub(crate) struct Looked {
    pub id: Uuid,
    pub title: String,
    pub kind: Kind,
    pub number: i64,
    pub version_id: Uuid,
    pub file: File,
    pub html: Option<String>,
    pub text_status: Status,
    pub preview_status: Status,
}

impl From<&Document> for Looked {
    fn from(it: &Document) -> Self {
        Self {
            id: it.id,
            title: it.title.clone(),
            kind: it.kind,
            number: it.number,
            version_id: it.version_id,
            file: File {
                blob: it.blob.clone(),
                size: it.size,
                media_type: it.media_type.clone(),
                file_name: it.file_name.clone(),
            },
            html: it.html.clone(),
            text_status: it.text_status,
            preview_status: it.preview_status,
        }
    }
}

impl Looked {
    /// An older version of the document.
    pub fn at(document: &Document, version: &Signed) -> Self {
        Self {
            number: version.number,
            version_id: version.version_id,
            file: File {
                blob: version.blob.clone(),
                size: version.size,
                media_type: version.media_type.clone(),
                file_name: version.file_name.clone(),
            },
            html: version.html.clone(),
            text_status: version.text_status,
            preview_status: version.preview_status,
            ..Self::from(document)
        }
    }
}

pub(crate) enum View {
    /// The machine is still reading.
    Pending,
    Pdf,
    Picture,
    /// Clean HTML of ours.
    Readable(String),
    Text(String),
    Nothing,
}

#[derive(Template)]
#[template(path = "documents/_viewer.html")]
pub(crate) struct Viewer {
    v: Voice,
    of: Looked,
    view: View,
    /// "PDF, 1,8 MB".
    what: String,
    has_picture: bool,
    has_text: bool,
    /// A table is as wide as it is; lines of a text fit the page.
    is_wide: bool,
    texts: String,
}

impl Viewer {
    pub async fn of(from: &mut impl Reads, blobs: &Blobs, v: &Voice, of: Looked) -> Result<Self> {
        let view = view(from, blobs, v, &of).await?;
        let kind = family::words(of.kind, &of.file.media_type, v.locale);
        let what = v.t2("documents-kind-and-size", "kind", kind, "size", v.size(&of.file.size));
        let texts = if matches!(view, View::Pdf) { islands::pdf(v) } else { String::new() };
        Ok(Self {
            v: v.clone(),
            what,
            has_picture: of.preview_status == Status::Done,
            has_text: of.text_status == Status::Done,
            is_wide: of.kind == Kind::File && convert::family(&of.file.media_type) == Family::Sheet,
            texts,
            view,
            of,
        })
    }
}

/// Keyboard and screen reader come to what is wider than the page, and to boxes that were ticked.
fn reachable(v: &Voice, html: &str) -> String {
    let ticked = format!("<input aria-label=\"{}\" type=\"checkbox\"", v.t("documents-tick"));
    html.replace("<pre>", "<pre tabindex=\"0\">").replace("<input type=\"checkbox\"", &ticked)
}

async fn view(from: &mut impl Reads, blobs: &Blobs, v: &Voice, of: &Looked) -> Result<View> {
    if of.kind == Kind::Page {
        let html = richtext::to_html(&snapshot::read(blobs, &of.file).await?);
        return Ok(View::Readable(reachable(v, &html)));
    }
    let family = convert::family(&of.file.media_type);
    if family == Family::Pdf {
        // Its own reader tells what is wrong with a broken one.
        return Ok(View::Pdf);
    }
    if of.text_status == Status::Pending || of.preview_status == Status::Pending {
        return Ok(View::Pending);
    }
    if family == Family::Image {
        return Ok(if of.preview_status == Status::Done { View::Picture } else { View::Nothing });
    }
    if let Some(hash) = &of.html
        && let Ok(html) = blobs.read(hash, HTML_MAX_BYTES).await
    {
        return Ok(View::Readable(reachable(v, &String::from_utf8_lossy(&html))));
    }
    let text = readings::text(from, of.version_id.into()).await?;
    if !text.trim().is_empty() {
        return Ok(View::Text(text.chars().take(TEXT_MAX_CHARS).collect()));
    }
    Ok(if of.preview_status == Status::Done { View::Picture } else { View::Nothing })
}
