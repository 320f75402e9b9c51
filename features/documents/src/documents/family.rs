//! What kind of thing a file is, in words, in an icon, and for the filter of the search.

use convert::Family;
use kernel::Locale;

use super::document::Kind;

/// A page is kept as JSON, which is nobody's business but ours.
pub(crate) const PAGE: &str = "application/vnd.mitwerk.page+json";

/// One of `pdf word sheet slides text image mail page other`.
pub(crate) fn word(kind: Kind, media_type: &str) -> &'static str {
    if kind == Kind::Page {
        return "page";
    }
    match convert::family(media_type) {
        Family::Pdf => "pdf",
        Family::Word => "word",
        Family::Sheet => "sheet",
        Family::Slides => "slides",
        Family::Text | Family::Markdown | Family::Code => "text",
        Family::Image => "image",
        Family::Mail => "mail",
        Family::Archive | Family::Audio | Family::Video | Family::Other => "other",
    }
}

pub(crate) fn icon(kind: Kind, media_type: &str) -> &'static str {
    if kind == Kind::Page {
        return "notebook-pen";
    }
    match convert::family(media_type) {
        Family::Pdf | Family::Word | Family::Text | Family::Markdown => "file-text",
        Family::Sheet => "file-spreadsheet",
        Family::Slides => "presentation",
        Family::Code => "file-code",
        Family::Image => "file-image",
        Family::Mail => "mail",
        Family::Archive => "file-archive",
        Family::Audio => "file-audio",
        Family::Video => "file-video",
        Family::Other => "file",
    }
}

pub(crate) fn words(kind: Kind, media_type: &str, locale: Locale) -> String {
    let key = match (kind, convert::family(media_type)) {
        (Kind::Page, _) => "documents-family-page",
        (_, Family::Pdf) => "documents-family-pdf",
        (_, Family::Image) => "documents-family-image",
        (_, Family::Text) => "documents-family-text",
        (_, Family::Markdown) => "documents-family-markdown",
        (_, Family::Code) => "documents-family-code",
        (_, Family::Word) => "documents-family-word",
        (_, Family::Sheet) => "documents-family-sheet",
        (_, Family::Slides) => "documents-family-slides",
        (_, Family::Mail) => "documents-family-mail",
        (_, Family::Archive) => "documents-family-archive",
        (_, Family::Audio) => "documents-family-audio",
        (_, Family::Video) => "documents-family-video",
        (_, Family::Other) => "documents-family-other",
    };
    locale.t(key)
}

/// Whether a file of this kind can become a page.
pub(crate) fn can_be_a_page(media_type: &str) -> bool {
    let family = convert::family(media_type);
    let is_text = matches!(family, Family::Text | Family::Markdown);
    is_text && !media_type.contains("calendar") && !media_type.contains("vcard") || family == Family::Word
}
