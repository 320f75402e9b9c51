pub(crate) mod api;
pub(crate) mod export;
pub(crate) mod make;
pub(crate) mod snapshot;
pub(crate) mod store;
pub(crate) mod turn;
pub(crate) mod web;

use feature::Routes;

use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    api::routes(parts.clone()).merge(web::routes(parts))
}
