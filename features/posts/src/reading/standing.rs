//! How an announcement stands, and who may know it. No I/O.

use kernel::clock::Time;

use crate::posts::post::Post;

/// As one person sees it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Standing {
    /// Whether she has said so herself.
    pub mine: bool,
    /// How many have confirmed, of how many; for the author alone.
    pub count: Option<(i64, i64)>,
    /// Who has not, by name; for the author alone, and only after its date.
    pub missing: Option<Vec<String>>,
}

/// Whether names may be asked for: an announcement without a date never tells any.
pub(crate) fn is_over(post: &Post, now: Time) -> bool {
    post.is_announcement() && post.read_by.is_some_and(|it| it <= now.micros())
}
