pub(crate) mod api;
pub(crate) mod decide;
mod discuss;
pub(crate) mod letters;
pub(crate) mod report;
pub(crate) mod store;
pub(crate) mod web;

use feature::Routes;

use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    web::routes(parts.clone()).merge(api::routes(parts.clone())).merge(report::routes(parts))
}
