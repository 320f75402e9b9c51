//! How documents and versions look in lists of others.

use std::collections::HashMap;

use access::Person;
use async_trait::async_trait;
use database::Reader;
use feature::Cards;
use kernel::card::Card;
use kernel::ids::Uuid;
use kernel::{Locale, Result};

use super::store;
use crate::documents::document::DocumentId;
use crate::documents::store as documents;
use crate::versions::version::VersionId;

pub(crate) struct DocumentCards;

#[async_trait]
impl Cards for DocumentCards {
    fn kind(&self) -> &'static str {
        DocumentId::KIND
    }

    async fn cards(
        &self,
        reader: &mut Reader,
        _: &Person,
        locale: Locale,
        ids: &[Uuid],
    ) -> Result<HashMap<Uuid, Card>> {
        let found = documents::several(reader, ids).await?;
        let card = |it: &crate::documents::document::Document| Card {
            icon: it.icon(),
            meta: if it.is_page() { it.kind_words(locale) } else { it.meta(locale) },
            picture: it.picture(),
            line: it.note.clone(),
        };
        Ok(found.iter().map(|it| (it.id, card(it))).collect())
    }
}

pub(crate) struct VersionCards;

#[async_trait]
impl Cards for VersionCards {
    fn kind(&self) -> &'static str {
        VersionId::KIND
    }

    async fn cards(
        &self,
        reader: &mut Reader,
        _: &Person,
        locale: Locale,
        ids: &[Uuid],
    ) -> Result<HashMap<Uuid, Card>> {
        let found = store::versions(reader, ids).await?;
        let card = |number: i64, line: String| Card {
            icon: "file-up",
            meta: locale.t1("documents-version", "number", number),
            picture: None,
            line,
        };
        Ok(found.into_iter().map(|it| (it.id, card(it.number, it.note))).collect())
    }
}
