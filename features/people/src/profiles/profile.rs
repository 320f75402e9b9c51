//! What somebody tells about herself. Nothing here reads or writes.

use kernel::{Error, Result, limits};

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
            Today::Out => "log-out",
        }
    }

    /// Errors: `Invalid` on the field `today`.
    pub fn parse(code: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|it| it.code() == code);
        found.ok_or_else(|| Error::invalid("today", "people-today-unknown"))
    }

    /// What was said on another day counts no more.
    pub fn on(code: &str, day: i64, today: i64) -> Self {
        if day == today { Self::parse(code).unwrap_or(Today::Untold) } else { Today::Untold }
    }
}

/// Whom the list of people shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Group {
    #[default]
    All,
    /// Members and admins.
    Inside,
    /// Guests and customers.
    Outside,
}

impl Group {
    pub const ALL: [Group; 3] = [Group::All, Group::Inside, Group::Outside];

    pub fn code(self) -> &'static str {
        match self {
            Group::All => "",
            Group::Inside => "inside",
            Group::Outside => "outside",
        }
    }

    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Group::All => "people-group-all",
            Group::Inside => "people-group-inside",
            Group::Outside => "people-group-outside",
        }
    }

    /// Errors: `Invalid` on the field `role`.
    pub fn parse(code: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|it| it.code() == code);
        found.ok_or_else(|| Error::invalid("role", "people-group-unknown"))
    }
}

/// What somebody looks for: the beginning of a word of a name, as [`access::sought`] writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Word(pub String);

impl Word {
    /// Errors: `Invalid` on the field `q` for more than a line, or more than a name is long.
    pub fn parse(text: &str) -> Result<Self> {
        let text = kernel::line::optional("q", text, limits::NAME_LENGTH_MAX_CHARS)?;
        Ok(Self(access::sought::pattern(&text)))
    }
}
