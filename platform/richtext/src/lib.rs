//! What people write, in every form it takes: ProseMirror JSON, Yjs, HTML, Markdown, plain text.
//!
//! The cast: a [`Node`] is a document or a piece of one. [`from_markdown`], [`from_html`] and [`yjs::read`]
//! make one, and what they make always fits the editor's schema: a cell or a list item begins with a
//! paragraph, a document is never empty, a link leads somewhere harmless. [`to_markdown`], [`to_html`] and
//! [`plain_text`] write any node, also one that somebody made by hand. [`talk`] is the small Markdown of
//! comments, which becomes HTML at once.

mod build;
mod html;
mod kept;
mod links;
mod markdown;
mod node;
mod plain;
pub mod talk;
pub mod yjs;

#[cfg(test)]
mod tests;

pub use html::{from_html, html_page, to_html};
pub use kept::from_json;
pub use markdown::{from_markdown, to_markdown};
pub use node::{Mark, Node};
pub use plain::plain_text;

/// How deep blocks may lie in each other; what lies deeper becomes plain text. Lists within quotes within
/// cells need about ten, and every reader and writer here calls itself once for each.
pub(crate) const NESTING_MAX_LEVELS: usize = 32;
