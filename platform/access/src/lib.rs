//! Who may do what, as rows that every feature may join.
//!
//! The cast: a [`Person`] has a role in the company and a [`Level`] in the spaces whose member she is. An
//! *audience* is a set of readers: the web, the company, those of one space; *reach* says who reads which. A
//! [`Thing`] is what its feature tells all others: title, address, space; its audience is that of the space.
//! So "may she?" is one join for every kind of thing, and one function: [`may`]. Who she is, a [`sessions`]
//! cookie says, or one of her [`tokens`].

mod accounts;
mod level;
pub mod may;
pub mod people;
mod person;
mod secret;
pub mod sessions;
pub mod settings;
pub mod sought;
pub mod spaces;
mod store;
mod thing;
pub mod tokens;

use database::Migration;
use kernel::locale::Texts;

pub use level::{Level, Visibility};
pub use person::{Caller, CompanyRole, Named, Person};
pub use secret::{digest, fresh_secret, same, seal};
pub use thing::{Seen, Thing};

pub const MIGRATIONS: &[Migration] = &[
    Migration { name: "access/0001_access", sql: include_str!("../migrations/0001_access.sql") },
    Migration {
        name: "access/0002_closed_spaces",
        sql: include_str!("../migrations/0002_closed_spaces.sql"),
    },
];

pub const TEXTS: Texts = Texts { de: include_str!("../texts/de.ftl"), en: include_str!("../texts/en.ftl") };
