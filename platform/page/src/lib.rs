//! What all pages share: who is asking, in which voice we answer, and how a template or an error becomes a
//! page.
//!
//! The cast: the [`Gate`] stands before everything and finds out who is [`Asking`]. A page answers in a
//! [`Voice`] (language, zone, time) and stands in a [`Shell`] (sidebar, top bar). [`Html`] and [`Stream`]
//! make
//! answers of templates; a [`Problem`] becomes one at the gate, in words, as a page or as problem+json.

/// Templates of all crates say `page::icon`, also those that stand here.
extern crate self as page;

pub mod assets;
mod audience;
mod errors;
mod gate;
mod headers;
mod kept;
mod origin;
mod parts;
mod person;
mod places;
mod request;
mod response;
mod shell;
mod toast;
mod tries;
mod voice;

use kernel::locale::Texts;

pub use audience::Audience;
pub use errors::{Problem, encoded};
pub use gate::{Gate, at_the_gate};
pub use headers::secure;
pub use kept::{Kept, keep, kept};
pub use parts::{avatar, icon};
pub use person::{Anyone, Asking, By, Colleague, SignedIn};
pub use places::{Places, network};
pub use request::{Form, Path, Query, is_framed};
pub use response::{Html, Stream, see_other, with_status};
pub use shell::{Shell, Spot};
pub use toast::toast;
pub use tries::Tries;
pub use voice::Voice;

/// What a handler answers: a page, or the page that says what went wrong.
pub type Answer<T = axum::response::Response> = std::result::Result<T, Problem>;

pub const TEXTS: Texts = Texts { de: include_str!("../texts/de.ftl"), en: include_str!("../texts/en.ftl") };
