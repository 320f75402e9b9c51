//! HTML: semantic and harmless when written, read with goodwill from wherever it comes.

mod depth;
mod read;
mod write;

pub use read::from_html;
pub use write::{html_page, to_html};
