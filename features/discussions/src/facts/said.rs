//! How often somebody wrote, answered, or was answered with a reaction.

use async_trait::async_trait;
use database::Reader;
use feature::{Asked, Facts};
use kernel::Result;

use super::store;

pub(crate) struct Said;

#[async_trait]
impl Facts for Said {
    fn names(&self) -> &'static [&'static str] {
        &[
            "comment.written",
            "comment.on_passage",
            "comment.answered",
            "comment.on",
            "answered",
            "reaction.received",
        ]
    }

    async fn count(&self, reader: &mut Reader, asked: &Asked) -> Result<i64> {
        let person = asked.person.uuid();
        let thing = asked.thing.as_ref();
        match asked.fact.as_str() {
            "reaction.received" => store::reacted_to(reader, person).await,
            "comment.on_passage" => store::on_passages(reader, person).await,
            "comment.answered" | "answered" => store::replies(reader, person, thing).await,
            _ => store::written(reader, person, thing).await,
        }
    }
}
