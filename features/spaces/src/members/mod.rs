mod admit;
mod api;
mod dismiss;
mod form;
pub(crate) mod store;
mod web;

use feature::Routes;

use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    web::routes(parts.clone()).merge(form::routes(parts.clone())).merge(api::routes(parts))
}
