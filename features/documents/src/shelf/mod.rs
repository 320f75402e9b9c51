pub(crate) mod row;
pub(crate) mod store;
pub(crate) mod web;

use feature::Routes;

use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    web::routes(parts)
}
