//! The text of the story: `demo/de.toml` and `demo/en.toml`.

use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Story {
    pub company: Company,
    pub person: Vec<PersonText>,
    pub space: Vec<SpaceText>,
    pub document: Vec<DocumentText>,
    pub assignment: AssignmentText,
    pub learner: Vec<LearnerText>,
}

/// The bundled course, given to everybody.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AssignmentText {
    pub by: String,
    pub at: String,
    pub due_in_days: i64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LearnerText {
    pub who: String,
    pub at: String,
    /// How many chapters she does, from the first on.
    pub chapters: usize,
    /// Why the tasks were left out.
    pub reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Company {
    pub name: String,
    pub claim: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PersonText {
    /// How the rest of the story calls her; also the part of her address before the @.
    pub key: String,
    pub name: String,
    pub role: String,
    #[serde(default)]
    pub what: String,
    /// `office`, `home`, `out` or nothing.
    #[serde(default)]
    pub today: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SpaceText {
    pub key: String,
    pub name: String,
    pub visibility: String,
    #[serde(default)]
    pub about: String,
    pub owner: String,
    #[serde(default)]
    pub writers: Vec<String>,
    #[serde(default)]
    pub readers: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentText {
    pub space: String,
    pub by: String,
    /// When it came, before now: days and the time of day, such as `12 09:40`.
    pub at: String,
    /// `page`, or a file: `docx odt pdf md txt csv eml html png xlsx`.
    pub kind: String,
    pub title: String,
    /// Name of the file; of a page nothing.
    #[serde(default)]
    pub file: String,
    #[serde(default)]
    pub folder: String,
    /// Markdown for pages, docx, odt, pdf and html; lines of `;` separated cells for csv and xlsx; the file
    /// itself for the rest; a word for what a png shows.
    pub body: String,
    #[serde(default)]
    pub version: Vec<VersionText>,
    #[serde(default)]
    pub talk: Vec<TalkText>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct VersionText {
    pub by: String,
    pub at: String,
    pub body: String,
    #[serde(default)]
    pub note: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TalkText {
    pub by: String,
    pub at: String,
    pub body: String,
    /// A passage of the document.
    #[serde(default)]
    pub quote: String,
    /// Whom it asks.
    #[serde(default)]
    pub asks: String,
    #[serde(default)]
    pub reply: Vec<ReplyText>,
    /// Who settled it, after the last reply.
    #[serde(default)]
    pub resolved_by: String,
    /// Who reacted, each as `key emoji`.
    #[serde(default)]
    pub reactions: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReplyText {
    pub by: String,
    pub at: String,
    pub body: String,
}

impl Story {
    /// Errors: where the text is wrong.
    pub fn read(lang: &str) -> Result<Self, String> {
        let text = match lang {
            "en" => include_str!("../../demo/en.toml"),
            _ => include_str!("../../demo/de.toml"),
        };
        toml::from_str(text).map_err(|error| error.to_string())
    }
}
