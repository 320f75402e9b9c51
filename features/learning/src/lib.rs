//! Learning: a course told by a presenter, tested by games, passed by doing it.
//!
//! The cast: a *course* is a folder of texts ([`script`]), published into chapters and questions. A *chapter*
//! has a *talk*, a *game* and a *task*. A *round* is one play of the game: dealt and graded here, played by
//! whoever offers games. *Progress* is a person's own; what others see of it is counted by an *assignment*.

mod activity;
mod assignments;
mod authoring;
mod certificates;
mod courses;
mod exchange;
mod next;
mod practice;
mod progress;
mod recordings;
mod reminders;
mod rounds;
pub mod script;
mod statistics;
mod talks;
mod tasks;

use std::sync::Arc;

use async_trait::async_trait;
use blobs::Blobs;
use convert::Converter;
use database::{Database, Migration};
use dispatch::Worker;
use feature::games::{Deal, Given, Verdict};
use feature::{Capabilities, Feature, Later, Rounds};
use kernel::ids::Uuid;
use kernel::locale::Texts;
use kernel::{Error, Locale, Result};
use page::Gate;

pub use courses::bundled;
pub use practice::answer::Practice;

pub const MIGRATIONS: &[Migration] = &[
    Migration { name: "learning/0001_learning", sql: include_str!("../migrations/0001_learning.sql") },
    Migration { name: "learning/0002_authoring", sql: include_str!("../migrations/0002_authoring.sql") },
];

pub const TEXTS: Texts = Texts { de: include_str!("../texts/de.ftl"), en: include_str!("../texts/en.ftl") };

/// What it is made of, and the state of all its handlers.
#[derive(Clone)]
pub struct Parts {
    pub database: Database,
    pub blobs: Blobs,
    pub converter: Converter,
    /// Knows the address of the house, for links that leave it.
    pub gate: Gate,
    /// Which games there are, and who knows what people did.
    pub known: Later,
    /// Pages and talk, for practising.
    pub capabilities: Capabilities,
}

pub fn feature(parts: Parts) -> Feature {
    Feature {
        migrations: MIGRATIONS,
        told: activity::TOLD,
        evaluations: activity::EVALUATIONS,
        routes: courses::api::routes(parts.clone())
            .merge(courses::web::routes(parts.clone()))
            .merge(certificates::web::routes(parts.clone()))
            .merge(next::web::routes(parts.clone()))
            .merge(recordings::web::routes(parts.clone()))
            .merge(tasks::web::routes(parts.clone()))
            .merge(practice::web::routes(parts.clone()))
            .merge(exchange::api::routes(parts.clone()))
            .merge(exchange::web::routes(parts.clone()))
            .merge(statistics::api::routes(parts.clone()))
            .merge(statistics::web::routes(parts.clone()))
            .merge(authoring::routes(parts.clone()))
            .merge(talks::api::routes(parts.clone()))
            .merge(talks::web::routes(parts.clone()))
            .merge(rounds::api::routes(parts.clone()))
            .merge(tasks::api::routes(parts.clone()))
            .merge(assignments::api::routes(parts.clone()))
            .merge(assignments::form::routes(parts.clone()))
            .merge(assignments::web::routes(parts.clone()))
            .merge(assignments::settings::routes(parts.clone()))
            .merge(reminders::web::routes(parts.clone()))
            .merge(assignments::mine::routes(parts)),
        keeps: vec![Arc::new(recordings::kept::Recordings)],
        ..Feature::named("learning", TEXTS)
    }
}

/// What works outside of requests.
pub fn workers(parts: Parts) -> Vec<Arc<dyn Worker>> {
    vec![
        Arc::new(reminders::remind::Reminding(parts.clone())),
        Arc::new(authoring::forget::Forgetting(parts)),
    ]
}

/// Publishes a course in the name of the house; answers its id.
pub async fn import(database: &Database, course: &script::Course, files: &script::Files) -> Result<Uuid> {
    let mut tx = database.begin().await?;
    let nobody = kernel::ids::PersonId::NOBODY;
    let id = courses::publish::publish(&mut tx, course, files, nobody, true).await?;
    tx.commit().await?;
    Ok(id)
}

/// A published course as a zip.
///
/// Errors: `NotFound` if there is none with this key.
pub async fn export(database: &Database, key: &str) -> Result<Vec<u8>> {
    let mut reader = database.read().await?;
    let (id, _) = courses::store::id_of_key(&mut reader, key).await?.ok_or(Error::NotFound)?;
    let files = courses::store::published_files(&mut reader, id).await?.ok_or(Error::NotFound)?;
    exchange::archive::pack(&serde_json::from_str(&files).map_err(Error::unexpected)?)
}

/// The texts in a zip.
///
/// Errors: `Invalid` for what is no zip of texts, `TooLarge`.
pub fn unpack(bytes: &[u8]) -> Result<script::Files> {
    exchange::archive::unpack(bytes)
}

/// Its rounds, for whoever plays them.
pub struct Learning(pub Parts);

#[async_trait]
impl Rounds for Learning {
    async fn dealt(&self, person: &access::Person, round: Uuid, locale: Locale) -> Result<Deal> {
        let mut reader = self.0.database.read().await?;
        match rounds::store::find(&mut reader, person.id.uuid(), round).await? {
            Some(round) if round.withdrawn_at.is_some() => Err(Error::conflict("learning-withdrawn")),
            Some(round) => rounds::offer::offer(&mut reader, &round, locale).await,
            None => authoring::trial::dealt(&mut reader, person, round).await,
        }
    }

    async fn answer(
        &self,
        person: &access::Person,
        round: Uuid,
        given: &Given,
        locale: Locale,
    ) -> Result<Verdict> {
        rounds::answer::answer(&self.0, person, round, given, locale).await
    }
}
