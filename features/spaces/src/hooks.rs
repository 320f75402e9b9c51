//! What others ask about spaces: how one looks in a list, what is found in it, who is called.

use std::collections::HashMap;

use access::Person;
use async_trait::async_trait;
use database::{Reader, Tx};
use feature::{Calls, Cards, Contents, Found};
use kernel::activity::Activity;
use kernel::card::Card;
use kernel::ids::{PersonId, SpaceId, ThingId, Uuid};
use kernel::{Locale, Result, limits};
use page::Audience;

use crate::activity::TOOK_OVER;
use crate::{members, spaces};

/// Of what a space says about itself; more does not fit one line of a list.
const LINE_LENGTH_MAX_CHARS: usize = 140;

pub(crate) struct SpaceCards;

#[async_trait]
impl Cards for SpaceCards {
    fn kind(&self) -> &'static str {
        SpaceId::KIND
    }

    async fn cards(
        &self,
        reader: &mut Reader,
        asking: &Person,
        locale: Locale,
        ids: &[Uuid],
    ) -> Result<HashMap<Uuid, Card>> {
        let found = spaces::store::several(reader, asking, ids).await?;
        let card = |it: spaces::space::Space| Card {
            icon: Audience::icon_of(it.visibility),
            meta: locale.t("spaces-card"),
            picture: None,
            line: first_line(&it.about),
        };
        Ok(found.into_iter().map(|it| (it.id, card(it))).collect())
    }
}

/// Cut at a word, with an ellipsis where something is missing.
pub(crate) fn first_line(about: &str) -> String {
    let line = about.lines().next().unwrap_or("").trim();
    if line.chars().count() <= LINE_LENGTH_MAX_CHARS {
        return line.to_owned();
    }
    let cut: String = line.chars().take(LINE_LENGTH_MAX_CHARS).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{whole} …")
}

pub(crate) struct SpaceContents;

#[async_trait]
impl Contents for SpaceContents {
    fn kind(&self) -> &'static str {
        SpaceId::KIND
    }

    async fn contents(&self, tx: &mut Tx, id: Uuid) -> Result<Option<Found>> {
        let about = ThingId { kind: SpaceId::KIND.into(), id };
        let found = spaces::store::words(tx, id).await?;
        Ok(found.map(|(title, text)| Found {
            about: Some(about),
            title,
            text,
            family: "space",
            author: None,
            version: 0,
        }))
    }
}

pub(crate) struct SpaceCalls;

#[async_trait]
impl Calls for SpaceCalls {
    fn kind(&self) -> &'static str {
        SpaceId::KIND
    }

    /// All members, when an admin took their space over.
    async fn called(&self, tx: &mut Tx, activity: &Activity) -> Result<Vec<PersonId>> {
        if activity.deed.verb != TOOK_OVER {
            return Ok(Vec::new());
        }
        members::store::ids(tx, activity.deed.object.id, limits::LIST_LENGTH_MAX_ROWS).await
    }
}
