//! A page is taken along as a file.

use std::collections::HashMap;

use access::{Person, may};
use convert::{Failure, Target};
use feature::Written;
use kernel::ids::Uuid;
use kernel::{Error, Locale, Result, limits};
use richtext::Node;

use crate::Parts;
use crate::documents::document::{Document, DocumentId};
use crate::documents::picture::{self, Size};
use crate::documents::store;
use crate::versions::store as versions;

/// More pictures than a page has, and what they may weigh together.
const PICTURES_MAX: usize = 200;
const PICTURES_MAX_BYTES: u64 = 100 * 1024 * 1024;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Office(Target),
    Markdown,
    Html,
}

impl Form {
    /// Errors: `Invalid` on the field `as`.
    pub fn parse(word: &str) -> Result<Self> {
        match word {
            "docx" => Ok(Form::Office(Target::Docx)),
            "odt" => Ok(Form::Office(Target::Odt)),
            "pdf" => Ok(Form::Office(Target::Pdf)),
            "md" => Ok(Form::Markdown),
            "html" => Ok(Form::Html),
            _ => Err(Error::invalid("as", "documents-export-unknown")),
        }
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Form::Office(target) => target.media_type(),
            Form::Markdown => "text/markdown; charset=utf-8",
            Form::Html => "text/html; charset=utf-8",
        }
    }

    pub fn ending(self) -> &'static str {
        match self {
            Form::Office(target) => target.word(),
            Form::Markdown => "md",
            Form::Html => "html",
        }
    }
}

/// The page as it reads now, with every edit.
///
/// Errors: `NotFound`; `Invalid` on the field `as` for a file, which is downloaded instead; `Busy`.
pub(crate) async fn export(
    parts: &Parts,
    person: &Person,
    id: DocumentId,
    form: Form,
    locale: Locale,
) -> Result<(Document, Vec<u8>)> {
    let (document, doc) = read(parts, person, id).await?;
    let bytes = match form {
        Form::Markdown => richtext::to_markdown(&doc).into_bytes(),
        Form::Html => richtext::html_page(&doc, &document.title, locale.code()).into_bytes(),
        Form::Office(target) => {
            let pictures = pictures(parts, person, &doc).await?;
            let made = parts.converter.export(&doc, &document.title, locale.code(), pictures, target).await;
            made.map_err(refused)?
        }
    };
    Ok((document, bytes))
}

async fn read(parts: &Parts, person: &Person, id: DocumentId) -> Result<(Document, Node)> {
    let mut reader = parts.database.read().await?;
    let seen = may::read(&mut reader, person, &id.into()).await?;
    let document = store::of(&mut reader, &seen).await?;
    drop(reader);
    if !document.is_page() {
        return Err(Error::invalid("as", "documents-export-pages-only"));
    }
    Ok((document, parts.rooms.read(id.uuid()).await?))
}

/// The page as it reads now, for another feature.
///
/// Errors: as for [`export`].
pub(crate) async fn written(parts: &Parts, person: &Person, id: DocumentId) -> Result<Written> {
    let (document, doc) = read(parts, person, id).await?;
    let pictures = pictures(parts, person, &doc).await?.into_iter().collect();
    let (html, text) = (richtext::to_html(&doc), richtext::plain_text(&doc));
    Ok(Written { title: document.title, html, text, pictures })
}

fn refused(failure: Failure) -> Error {
    match failure {
        Failure::TooLarge | Failure::TooSlow => Error::TooLarge("documents-export-too-large".into()),
        Failure::Busy => Error::Busy { retry_after: limits::BUSY_RETRY_AFTER },
        other => Error::unexpected(other),
    }
}

/// The pictures of the page that this person may see; the others are replaced by their description.
async fn pictures(parts: &Parts, person: &Person, doc: &Node) -> Result<HashMap<String, Vec<u8>>> {
    let mut found = HashMap::new();
    let mut left = PICTURES_MAX_BYTES;
    for src in sources(doc) {
        let Some(id) = document_in(&src) else { continue };
        if let Some(bytes) = picture(parts, person, id.into(), left).await? {
            left = left.saturating_sub(bytes.len() as u64);
            found.insert(src, bytes);
        }
    }
    Ok(found)
}

async fn picture(parts: &Parts, person: &Person, id: DocumentId, left: u64) -> Result<Option<Vec<u8>>> {
    let mut reader = parts.database.read().await?;
    let version = match may::read(&mut reader, person, &id.into()).await {
        Ok(_) => versions::latest(&mut reader, id).await?,
        Err(Error::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    drop(reader);
    match picture::find(parts, &version, 1, Size::Large).await {
        Ok(hash) => Ok(parts.blobs.read(&hash, left).await.ok()),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Addresses of all pictures, each once.
fn sources(doc: &Node) -> Vec<String> {
    let (mut found, mut waiting) = (Vec::new(), vec![doc]);
    while let Some(node) = waiting.pop() {
        let src = node.attrs.get("src").and_then(|it| it.as_str()).filter(|_| node.kind == "image");
        if let Some(src) = src.filter(|src| !found.iter().any(|it| it == src)) {
            found.push(src.to_owned());
        }
        if found.len() >= PICTURES_MAX {
            break;
        }
        waiting.extend(&node.content);
    }
    found
}

/// The document of an address such as `/documents/0190…/preview`.
fn document_in(src: &str) -> Option<Uuid> {
    let path = src.strip_prefix("/api/v1").unwrap_or(src);
    let rest = path.strip_prefix("/documents/")?;
    rest.split(['/', '?', '#']).next()?.parse().ok()
}
