pub(crate) mod api;
pub(crate) mod article;
pub(crate) mod change;
pub(crate) mod due;
pub(crate) mod editors;
pub(crate) mod find;
pub(crate) mod form;
pub(crate) mod keeps;
pub(crate) mod picture;
pub(crate) mod publish;
pub(crate) mod release;
pub(crate) mod slug;
pub(crate) mod store;
#[cfg(test)]
mod tests;
pub(crate) mod web;
pub(crate) mod withdraw;
pub(crate) mod write;

use feature::Routes;

use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    api::routes(parts.clone()).merge(web::routes(parts.clone())).merge(picture::routes(parts))
}
