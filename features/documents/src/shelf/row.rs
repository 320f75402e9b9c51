//! A document in a list, in the reader's language.

use kernel::Locale;
use kernel::ids::Uuid;
use page::Voice;

use crate::documents::document::Document;

#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub id: Uuid,
    pub title: String,
    pub url: String,
    pub icon: &'static str,
    pub picture: Option<String>,
    /// "PDF, Fassung 4".
    pub meta: String,
    pub note: String,
    pub space: String,
    pub changed_at: i64,
    /// When it was put into the bin; else 0.
    pub removed_at: i64,
}

impl Row {
    pub fn of(v: &Voice, document: &Document) -> Self {
        let locale: Locale = v.locale;
        Self {
            id: document.id,
            title: document.title.clone(),
            url: document.url(),
            icon: document.icon(),
            picture: document.picture(),
            meta: if document.is_page() { document.kind_words(locale) } else { document.meta(locale) },
            note: document.note.clone(),
            space: document.space_title.clone(),
            changed_at: document.changed_at,
            removed_at: document.removed_at.unwrap_or(0),
        }
    }

    pub fn all(v: &Voice, documents: &[Document]) -> Vec<Self> {
        documents.iter().map(|it| Self::of(v, it)).collect()
    }
}
