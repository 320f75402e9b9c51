//! What stands around every page: the house with its rooms, the search, the bell, the person.

use access::spaces::{self, Place};
use access::{Level, Named, Visibility, settings};
use database::Reads;
use kernel::{Result, limits};

use crate::{Asking, Voice, assets};

/// Which entry of the sidebar is the current one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    Home,
    Spaces,
    Documents,
    Learn,
    Blog,
    People,
    Search,
    Admin,
    Space(kernel::ids::Uuid),
    Nowhere,
}

/// Every whole page has one, under the name `shell`.
#[derive(Clone, Debug)]
pub struct Shell {
    pub v: Voice,
    pub company: String,
    pub claim: String,
    pub places: Vec<Place>,
    pub person: Named,
    pub is_somebody: bool,
    pub is_admin: bool,
    pub is_colleague: bool,
    pub spot: Spot,
    pub toast: Option<String>,
}

impl Shell {
    pub async fn load(from: &mut impl Reads, asking: &Asking, spot: Spot) -> Result<Self> {
        let (company, claim) = settings::sign(from).await?;
        let is_somebody = asking.person.is_somebody();
        let places = if is_somebody {
            spaces::mine(from, &asking.person, limits::SIDEBAR_SPACES_MAX_ROWS).await?
        } else {
            Vec::new()
        };
        Ok(Self {
            v: asking.voice(),
            company: company.unwrap_or_else(|| "Mitwerk".to_owned()),
            claim: claim.unwrap_or_default(),
            places,
            person: asking.person.named(),
            is_somebody,
            is_admin: asking.person.role == access::CompanyRole::Admin,
            is_colleague: asking.person.role.is_colleague(),
            spot,
            toast: asking.toast.clone(),
        })
    }

    /// Whether there is anything new that she could begin.
    pub fn may_begin(&self) -> bool {
        self.is_colleague || self.places.iter().any(|it| it.level.is_some_and(Level::may_write))
    }

    /// The attribute that marks the current entry, or nothing.
    pub fn current(&self, spot: Spot) -> &'static str {
        if self.spot == spot { " aria-current=page" } else { "" }
    }

    pub fn is_in(&self, place: &Place) -> &'static str {
        if self.spot == Spot::Space(place.id) { " aria-current=true" } else { "" }
    }

    pub fn icon_of(&self, visibility: &Visibility) -> &'static str {
        crate::Audience::icon_of(*visibility)
    }

    /// Address of a built file.
    pub fn asset(&self, name: &str) -> String {
        assets::url(name)
    }
}
