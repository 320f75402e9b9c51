//! What an admin says about the blog once for all: names of settings and what may stand in them; no I/O.

/// Who is responsible for the public pages, as Markdown. Empty until somebody writes it: nobody else can.
pub(crate) const IMPRINT: &str = "blog.imprint";

/// What the house adds to what the program knows about privacy, as Markdown.
pub(crate) const PRIVACY: &str = "blog.privacy";

/// Whether somebody else has to agree before an article is public: [`YES`] or nothing.
pub(crate) const SECOND_PERSON: &str = "blog.second_person";

/// The space in which articles are written for which nobody names another.
pub(crate) const SPACE: &str = "blog.space";

pub(crate) const YES: &str = "yes";

/// A long imprint has a page; a long statement about privacy has ten.
pub(crate) const TEXT_LENGTH_MAX_CHARS: usize = 40_000;
