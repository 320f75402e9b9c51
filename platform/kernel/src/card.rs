//! How a thing looks in a list, whoever shows the list.

/// What the owner of a thing tells about it beyond title and address. All of it is plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// A name of the sprite, such as `file-text`.
    pub icon: &'static str,
    /// What it is, in the reader's language: "PDF, Fassung 4".
    pub meta: String,
    /// Address of a small picture of it, from the root of the site.
    pub picture: Option<String>,
    /// One line of what is new, in the words of whoever did it; may be empty.
    pub line: String,
}
