mod atom;
mod store;
mod web;

use feature::Routes;

use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    web::routes(parts.clone()).merge(atom::routes(parts))
}
