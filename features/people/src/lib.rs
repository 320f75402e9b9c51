//! Who is in the house, how they get in, and what they tell about themselves.
//!
//! The cast: an *account* is a person with an e-mail address and a role. She *signs in* with a password or
//! with a link that was mailed to her; an *invitation* is such a link, too. The first account is made by the
//! *setup*. A *profile* is what she wants others to know; when she was last here is not kept anywhere.

mod accounts;
mod activity;
mod admin;
mod fairness;
mod profiles;
mod setup;
mod sign_in;

use std::sync::Arc;

use blobs::Blobs;
use convert::Converter;
use database::{Database, Migration};
use feature::{Feature, Later};
use kernel::locale::Texts;
use page::Gate;

pub use accounts::add::{add, create_token};
pub use sign_in::link::{LinkKind, link};

pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "people/0001_people", sql: include_str!("../migrations/0001_people.sql") }];

pub const TEXTS: Texts = Texts { de: include_str!("../texts/de.ftl"), en: include_str!("../texts/en.ftl") };

/// The secret that is printed in the log at a start without anybody; who has it may set the house up.
#[derive(Clone)]
pub struct Setup {
    pub key: String,
}

/// What it is made of, and the state of all its handlers.
#[derive(Clone)]
pub struct Parts {
    pub database: Database,
    pub gate: Gate,
    pub blobs: Blobs,
    pub converter: Converter,
    pub known: Later,
    pub setup: Setup,
}

/// The same with what its handlers share beyond that.
#[derive(Clone)]
pub(crate) struct State {
    pub parts: Parts,
    pub tries: Arc<sign_in::tries::SignInTries>,
    pub passwords: accounts::password::Passwords,
}

pub fn feature(parts: Parts) -> Feature {
    let (tries, passwords) = (Arc::default(), accounts::password::Passwords::default());
    let state = State { parts, tries, passwords };
    let routes = sign_in::web::routes(state.clone())
        .merge(sign_in::through_link::routes(state.clone()))
        .merge(sign_in::letters::routes(state.clone()))
        .merge(setup::web::routes(state.clone()))
        .merge(profiles::web::routes(state.clone()))
        .merge(profiles::own::routes(state.clone()))
        .merge(profiles::picture::routes(state.clone()))
        .merge(profiles::safety::routes(state.clone()))
        .merge(profiles::api::routes(state.clone()))
        .merge(admin::web::routes(state.clone()))
        .merge(fairness::web::routes(state));
    Feature {
        migrations: MIGRATIONS,
        told: activity::TOLD,
        evaluations: activity::EVALUATIONS,
        routes,
        contents: vec![Arc::new(profiles::contents::People)],
        keeps: vec![Arc::new(profiles::contents::Pictures)],
        ..Feature::named("people", TEXTS)
    }
}
