//! Markdown: CommonMark with tables, task lists and strikethrough as GitHub writes them.
//!
//! Two things have no Markdown of their own and are written as the HTML everybody uses for them: `<u>` for
//! underlined words and `<br>` where a line cannot be broken otherwise. All other HTML is text. A mention is
//! `@[Name](person/ID)`, as in comments.

mod delimiters;
mod escape;
mod inline;
mod read;
mod write;

pub(crate) use escape::label;
pub use read::from_markdown;
pub(crate) use read::read_tree;
pub use write::to_markdown;
