mod api;
mod change;
mod close;
mod head;
mod list;
mod open;
mod settings;
mod show;
pub(crate) mod space;
pub(crate) mod store;
mod take_over;
mod visibility;

#[cfg(test)]
mod tests;

pub(crate) use head::{Head, Tab};

use feature::Routes;

use crate::Parts;

pub(crate) fn routes(parts: Parts) -> Routes {
    list::routes(parts.clone())
        .merge(open::routes(parts.clone()))
        .merge(show::routes(parts.clone()))
        .merge(settings::routes(parts.clone()))
        .merge(visibility::routes(parts.clone()))
        .merge(take_over::routes(parts.clone()))
        .merge(close::routes(parts.clone()))
        .merge(api::routes(parts))
}
