//! What can be found of people, and which files they need.

use async_trait::async_trait;
use database::{Reader, Tx};
use feature::{Contents, Found, Keeps};
use kernel::Result;
use kernel::ids::{PersonId, Uuid};

use super::store;

pub(crate) struct People;

#[async_trait]
impl Contents for People {
    fn kind(&self) -> &'static str {
        PersonId::KIND
    }

    async fn contents(&self, tx: &mut Tx, id: Uuid) -> Result<Option<Found>> {
        let found = store::introduction(tx, id).await?;
        Ok(found.map(|it| Found {
            title: it.name,
            text: it.what_i_do,
            family: "person",
            author: Some(id.into()),
            ..Found::default()
        }))
    }
}

pub(crate) struct Pictures;

#[async_trait]
impl Keeps for Pictures {
    async fn blobs(&self, reader: &mut Reader, after: &str, limit: i64) -> Result<Vec<String>> {
        let rows = store::pictures(reader, after, limit).await?;
        Ok(rows.into_iter().map(|(hash,)| hash).collect())
    }
}
