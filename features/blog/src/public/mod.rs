pub(crate) mod answer;
pub(crate) mod archive;
pub(crate) mod feeds;
pub(crate) mod icon;
pub(crate) mod legal;
pub(crate) mod list;
pub(crate) mod picture;
pub(crate) mod preview;
pub(crate) mod show;
pub(crate) mod site;
pub(crate) mod sitemap;
pub(crate) mod store;

use feature::Routes;

use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    list::routes(parts.clone())
        .merge(show::routes(parts.clone()))
        .merge(feeds::routes(parts.clone()))
        .merge(sitemap::routes(parts.clone()))
        .merge(legal::routes(parts.clone()))
        .merge(picture::routes(parts.clone()))
        .merge(preview::routes(parts))
}
