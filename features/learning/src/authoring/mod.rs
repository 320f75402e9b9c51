//! Writing a course: its draft as texts, checked while they are written, tried out, published.

mod author;
mod difference;
mod draft;
mod faults;
mod file;
mod files;
pub(crate) mod forget;
pub(crate) mod publish;
mod rehearsal;
mod release;
mod starter;
pub(crate) mod store;
pub(crate) mod trial;
pub(crate) mod workshop;
pub(crate) mod write;

#[cfg(test)]
mod tests;

use feature::Routes;

use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    workshop::routes(parts.clone())
        .merge(file::routes(parts.clone()))
        .merge(release::routes(parts.clone()))
        .merge(rehearsal::routes(parts))
}
