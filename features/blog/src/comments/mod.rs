pub(crate) mod answered;
pub(crate) mod api;
pub(crate) mod below;
pub(crate) mod comment;
pub(crate) mod follower;
pub(crate) mod receipts;
pub(crate) mod rules;
pub(crate) mod store;
#[cfg(test)]
mod tests;
pub(crate) mod web;
pub(crate) mod write;

use feature::Routes;

use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    web::routes(parts.clone()).merge(api::routes(parts))
}
