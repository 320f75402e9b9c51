//! What can be asked about what a person did with documents.

use async_trait::async_trait;
use database::Reader;
use feature::{Asked, Facts};
use kernel::Result;

use super::store;

pub(crate) struct DocumentFacts;

#[async_trait]
impl Facts for DocumentFacts {
    fn names(&self) -> &'static [&'static str] {
        &["document.uploaded", "version.added", "page.written", "page.written_together"]
    }

    async fn count(&self, reader: &mut Reader, asked: &Asked) -> Result<i64> {
        let person = asked.person.uuid();
        match asked.fact.as_str() {
            "document.uploaded" => store::uploaded_by(reader, person).await,
            "version.added" => store::replaced_by(reader, person).await,
            "page.written" => store::pages_by(reader, person).await,
            _ => store::pages_with_others(reader, person).await,
        }
    }
}
