//! Who will read it, in words, icon, colour and wall: shown wherever somebody is about to write.

use access::spaces;
use access::{Seen, Visibility};
use database::Reads;
use kernel::Result;

use crate::Voice;

/// Made ready for templates.
#[derive(Clone, Debug)]
pub struct Audience {
    /// The class that carries colour and wall: `a-bereich`, `a-wir`, `a-kunde`, `a-web`.
    pub class: &'static str,
    /// The ending of the button's class: `btn-bereich` and so on.
    pub button: &'static str,
    pub icon: &'static str,
    /// "Nur Mitglieder dieses Bereichs".
    pub words: String,
    /// "9 Menschen lesen mit".
    pub readers: String,
    /// "An 9 Mitglieder senden".
    pub send: String,
    /// Said before the first word in an open space: with it she becomes a member. Else empty.
    pub joins: String,
}

impl Audience {
    /// Of what lies where `seen` lies.
    pub async fn of(from: &mut impl Reads, v: &Voice, seen: &Seen) -> Result<Self> {
        let count = spaces::count_readers(from, seen).await?;
        let mut audience = Self::short(v, seen.visibility, &seen.space_title);
        let n = count.unwrap_or(0);
        audience.readers = match seen.visibility {
            Visibility::Private => v.t1("page-readers-private", "n", n),
            Visibility::Internal => v.t1("page-readers-internal", "n", n),
            Visibility::Customers => v.t1("page-readers-customers", "n", n),
            Visibility::Public => v.t("page-readers-public"),
        };
        audience.send = match seen.visibility {
            Visibility::Private => v.t1("page-send-private", "n", n),
            Visibility::Internal => v.t("page-send-internal"),
            Visibility::Customers => v.t1("page-send-customers", "name", &seen.space_title),
            Visibility::Public => v.t("page-send-public"),
        };
        if seen.joins.is_some() {
            audience.joins = v.t1("page-joins", "space", &seen.space_title);
        }
        Ok(audience)
    }

    /// Of what all colleagues read, where no space is named.
    pub async fn of_the_company(from: &mut impl Reads, v: &Voice) -> Result<Self> {
        let mut audience = Self::short(v, Visibility::Internal, "");
        audience.readers = v.t1("page-readers-internal", "n", spaces::count_colleagues(from).await?);
        audience.send = v.t("page-send-internal");
        Ok(audience)
    }

    /// For lists: words, icon and wall without counting anybody.
    pub fn short(v: &Voice, visibility: Visibility, space_title: &str) -> Self {
        let (class, button, words) = match visibility {
            Visibility::Private => ("a-bereich", "bereich", v.t("page-audience-private")),
            Visibility::Internal => ("a-wir", "wir", v.t("page-audience-internal")),
            Visibility::Customers => {
                ("a-kunde", "kunde", v.t1("page-audience-customers", "name", space_title))
            }
            Visibility::Public => ("a-web", "web", v.t("page-audience-public")),
        };
        let (icon, none) = (Self::icon_of(visibility), String::new());
        Self { class, button, icon, words, readers: none.clone(), send: none.clone(), joins: none }
    }

    pub fn icon_of(visibility: Visibility) -> &'static str {
        match visibility {
            Visibility::Private => "key-round",
            Visibility::Internal => "house",
            Visibility::Customers => "door-open",
            Visibility::Public => "globe",
        }
    }
}
