//! Which files of the store articles need.

use async_trait::async_trait;
use database::Reader;
use feature::Keeps;
use kernel::Result;

use super::store;

pub(crate) struct Pictures;

#[async_trait]
impl Keeps for Pictures {
    async fn blobs(&self, reader: &mut Reader, after: &str, limit: i64) -> Result<Vec<String>> {
        store::blobs(reader, after, limit).await
    }
}
