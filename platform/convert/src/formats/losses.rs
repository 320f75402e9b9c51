//! What a page cannot hold of a file that becomes one. Only what is really there is named; the words for it
//! are chosen where it is shown.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Loss {
    Images,
    Comments,
    TrackedChanges,
    Footnotes,
    HeadersAndFooters,
    TextBoxes,
    Fields,
    Charts,
    Formulas,
    EmbeddedObjects,
}

impl Loss {
    /// A short name that never changes, for keys of words and for the API.
    pub fn key(self) -> &'static str {
        match self {
            Self::Images => "images",
            Self::Comments => "comments",
            Self::TrackedChanges => "tracked_changes",
            Self::Footnotes => "footnotes",
            Self::HeadersAndFooters => "headers_and_footers",
            Self::TextBoxes => "text_boxes",
            Self::Fields => "fields",
            Self::Charts => "charts",
            Self::Formulas => "formulas",
            Self::EmbeddedObjects => "embedded_objects",
        }
    }
}

#[derive(Default)]
pub(crate) struct Losses {
    found: std::collections::BTreeSet<Loss>,
    /// The paper becomes a page, so that footnotes, comments and headers are left out of it.
    pub for_page: bool,
}

impl Losses {
    pub fn note(&mut self, loss: Loss) {
        self.found.insert(loss);
    }

    pub fn note_if(&mut self, found: bool, loss: Loss) {
        if found {
            self.note(loss);
        }
    }

    pub fn into_list(self) -> Vec<Loss> {
        self.found.into_iter().collect()
    }
}
