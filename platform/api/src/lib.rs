//! What all of the JSON API shares: bodies, pages of lists, how people and things look, repeated requests.
//!
//! Errors become problem+json at the gate of `page`. Who is asking comes from there, too: a handler takes
//! [`page::SignedIn`] or [`page::Anyone`], for cookie and token alike.

mod body;
mod list;
mod openapi;
mod repeated;
mod shapes;
mod store;

use database::Migration;
use kernel::locale::Texts;

pub use body::Json;
pub use list::{List, Listing};
pub use openapi::openapi;
pub use repeated::{Repeated, once_only};
pub use shapes::{PersonJson, ThingJson, time};

pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "api/0001_repeated", sql: include_str!("../migrations/0001_repeated.sql") }];

pub const TEXTS: Texts = Texts { de: include_str!("../texts/de.ftl"), en: include_str!("../texts/en.ftl") };
