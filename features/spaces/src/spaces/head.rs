//! What stands at the top of every page of a space: its name, who reads it, where one can go from here.

use access::{Level, Seen};
use database::Reads;
use kernel::Result;
use page::{Asking, Audience, Voice};

use super::space::Space;
use super::store;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tab {
    Space,
    Members,
    Settings,
}

/// Every page of a space has one, under the name `head`.
pub(crate) struct Head {
    pub space: Space,
    pub audience: Audience,
    pub owns: bool,
    pub may_write: bool,
    /// She would become a member with her first word, and can say so before.
    pub may_join: bool,
    pub is_member: bool,
    pub tab: Tab,
}

impl Head {
    pub async fn of(
        from: &mut impl Reads,
        asking: &Asking,
        v: &Voice,
        seen: &Seen,
        tab: Tab,
    ) -> Result<Self> {
        let space = store::find(from, &asking.person, seen.space_id).await?;
        let audience = Audience::of(from, v, seen).await?;
        Ok(Self {
            owns: space.role == Some(Level::Owner),
            is_member: space.role.is_some(),
            may_write: seen.level.may_write(),
            may_join: seen.joins.is_some(),
            space,
            audience,
            tab,
        })
    }

    /// The attribute that marks the current tab, or nothing.
    pub fn current(&self, tab: Tab) -> &'static str {
        if self.tab == tab { " aria-current=page" } else { "" }
    }
}
