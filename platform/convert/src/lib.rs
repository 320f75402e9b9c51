//! Files become text, previews and pages here, and pages become files.
//!
//! The cast: the `Converter`, whom the server asks; the `Job` it writes down; the child, this very program
//! run as `convert-child`, which limits itself and does the job; the readers in `formats`, each of whom knows
//! one kind of file and writes what it finds on a `Paper`; and the writers in `export`. Whatever somebody
//! uploaded is opened only in the child: there a parser may crash, eat memory or never end, and the server
//! only learns that it failed.

mod archive;
mod child;
mod converter;
mod export;
mod failure;
mod formats;
mod job;
mod limits;
mod media_type;
mod paper;
mod xml;

#[cfg(test)]
mod tests;

pub use child::child;
pub use converter::{Converter, Imported, Reading, Status};
pub use export::Target;
pub use failure::Failure;
pub use formats::Loss;
pub use media_type::{Family, family, harmless, has_macros, media_type};
