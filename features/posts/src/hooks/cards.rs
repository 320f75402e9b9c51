//! How posts look in lists of others: as a line, and whole.

use std::collections::HashMap;

use access::Person;
use askama::Template;
use async_trait::async_trait;
use database::Reader;
use feature::{Cards, Drawn, Looking};
use kernel::card::Card;
use kernel::ids::Uuid;
use kernel::{Error, Locale, Result};
use page::Voice;

use crate::posts::post::PostId;
use crate::posts::{drawn, store};

pub(crate) struct PostCards;

#[async_trait]
impl Cards for PostCards {
    fn kind(&self) -> &'static str {
        PostId::KIND
    }

    async fn cards(
        &self,
        reader: &mut Reader,
        _: &Person,
        locale: Locale,
        ids: &[Uuid],
    ) -> Result<HashMap<Uuid, Card>> {
        let card = |it: crate::posts::post::Post| {
            let meta = locale.t(it.kind.name());
            (it.id, Card { icon: it.kind.icon(), meta, ..Card::default() })
        };
        Ok(store::fetch(reader, ids).await?.into_iter().map(card).collect())
    }

    async fn drawn(
        &self,
        reader: &mut Reader,
        looking: &Looking<'_>,
        ids: &[Uuid],
    ) -> Result<HashMap<Uuid, Drawn>> {
        let v = Voice { locale: looking.locale, zone: looking.zone.clone(), now: looking.now };
        let mut found = HashMap::new();
        for it in drawn::several(reader, &v, looking.person, ids).await? {
            let html = it.render().map_err(Error::unexpected)?;
            found.insert(it.post.id, Drawn { by: it.post.author(), html });
        }
        Ok(found)
    }
}
