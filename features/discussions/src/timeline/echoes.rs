//! How much was said about things, and with which signs people answered, for lists of others.

use std::collections::HashMap;

use async_trait::async_trait;
use database::Reader;
use feature::{Echo, Echoes};
use kernel::Result;
use kernel::ids::{PersonId, Uuid};

use crate::comments::store as comments;
use crate::reactions::store as reactions;

pub(crate) struct Heard;

#[async_trait]
impl Echoes for Heard {
    async fn echoes(&self, reader: &mut Reader, kind: &str, ids: &[Uuid]) -> Result<HashMap<Uuid, Echo>> {
        let mut heard: HashMap<Uuid, Echo> = HashMap::new();
        for (id, said) in comments::counts(reader, kind, ids).await? {
            heard.entry(id).or_default().said = said;
        }
        for it in reactions::counts(reader, kind, ids, PersonId::NOBODY).await? {
            heard.entry(it.about_id).or_default().reactions.push((it.emoji, it.count));
        }
        for echo in heard.values_mut() {
            echo.reactions.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        }
        Ok(heard)
    }
}
