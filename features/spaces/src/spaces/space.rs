//! What a space says of itself, and how it may change.

use access::{Level, Visibility};
use kernel::ids::Uuid;
use kernel::{Result, limits, line};

/// A space as one person sees it in a list or at the head of a page.
#[derive(Clone, Debug, sqlx::FromRow)]
pub(crate) struct Space {
    pub id: Uuid,
    pub title: String,
    pub visibility: Visibility,
    /// Several lines, or empty.
    pub about: String,
    /// As what she is named in it.
    pub role: Option<Level>,
    /// Those of whom she may know.
    pub members: i64,
}

impl Space {
    /// Another one for every change of name, visibility or description.
    pub fn etag(&self) -> String {
        let all = format!("{}\n{}\n{}", self.title, self.visibility.code(), self.about);
        let digest = access::digest(&all);
        format!("\"{}\"", digest.get(..16).unwrap_or(&digest))
    }
}

/// What a space is for: a paragraph, or nothing.
///
/// Errors: `Invalid` on the field `about`.
pub(crate) fn parse_about(text: &str) -> Result<String> {
    line::lines("about", text, limits::ABOUT_LENGTH_MAX_CHARS)
}

/// What somebody wants to be different; `None` stays as it is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Change {
    pub name: Option<String>,
    pub visibility: Option<Visibility>,
    pub about: Option<String>,
}

/// Whether somebody will read it then who does not now.
pub(crate) fn is_wider(now: Visibility, then: Visibility) -> bool {
    let width = |it| match it {
        Visibility::Private | Visibility::Customers => 0,
        Visibility::Internal => 1,
        Visibility::Public => 2,
    };
    width(then) > width(now)
}
