//! What somebody tells about herself. Nothing here reads or writes.

use kernel::clock::Time;
use kernel::{Error, Result};

/// Where somebody is today, set by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Today {
    Untold,
    Office,
    Home,
    Out,
}

impl Today {
    pub const ALL: [Today; 4] = [Today::Untold, Today::Office, Today::Home, Today::Out];

    pub fn code(self) -> &'static str {
        match self {
            Today::Untold => "",
            Today::Office => "office",
            Today::Home => "home",
            Today::Out => "out",
        }
    }

    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Today::Untold => "people-today-untold",
            Today::Office => "people-today-office",
            Today::Home => "people-today-home",
            Today::Out => "people-today-out",
        }
    }

    pub fn icon(self) -> &'static str {
        match self {
            Today::Untold => "minus",
            Today::Office => "building-2",
            Today::Home => "house",
            Today::Out => "plane",
        }
    }

    /// Errors: `Invalid` on the field `today`.
    pub fn parse(code: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|it| it.code() == code);
        found.ok_or_else(|| Error::invalid("today", "people-today-unknown"))
    }

    /// What was said on another day counts no more.
    pub fn on(code: &str, day: i64, now: Time, zone_day: i64) -> Self {
        debug_assert!(now.micros() >= 0, "before 1970 nobody worked here");
        if day == zone_day { Self::parse(code).unwrap_or(Today::Untold) } else { Today::Untold }
    }
}
