//! How words look, and the tags for it.

/// How words look. Equal neighbours share their tags.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Looks {
    pub bold: bool,
    pub italic: bool,
    pub underline: bool,
    pub strike: bool,
    pub code: bool,
    pub link: Option<String>,
}

/// From the outside to the inside.
pub(super) fn tags(looks: &Looks) -> [(&'static str, bool); 6] {
    [
        ("a", looks.link.is_some()),
        ("strong", looks.bold),
        ("em", looks.italic),
        ("u", looks.underline),
        ("s", looks.strike),
        ("code", looks.code),
    ]
}
