use feature::Routes;

use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).done()
}
