//! Stand-in.
use async_trait::async_trait;
use database::{Database, Migration, Tx};
use dispatch::Reactor;
use feature::{Feature, Later};
use kernel::Result;
use kernel::activity::Activity;
use kernel::locale::Texts;
pub const MIGRATIONS: &[Migration] = &[];
pub const TEXTS: Texts = Texts { de: "", en: "" };
#[derive(Clone)]
pub struct Parts { pub database: Database, pub known: Later }
pub struct Search { pub known: Later }
#[async_trait]
impl Reactor for Search {
    fn name(&self) -> &'static str { "search" }
    fn migrations(&self) -> &'static [Migration] { MIGRATIONS }
    async fn react(&self, _: &mut Tx, _: &Activity) -> Result<()> { Ok(()) }
}
pub fn feature(_: Parts) -> Feature { Feature::named("search", TEXTS) }
