pub(crate) mod api;
pub(crate) mod body;
pub(crate) mod composer;
pub(crate) mod drawn;
pub(crate) mod due;
mod edit;
pub(crate) mod find;
mod pin;
pub(crate) mod post;
mod remove;
mod show;
pub(crate) mod store;
mod web;
pub(crate) mod write;

#[cfg(test)]
mod tests;

use feature::Routes;

use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    api::routes(parts.clone())
        .merge(composer::routes(parts.clone()))
        .merge(show::routes(parts.clone()))
        .merge(web::routes(parts))
}
