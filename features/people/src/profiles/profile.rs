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

/// A word that somebody looks for, ready for a pattern: in two spellings, because `lower` of a database may
/// leave letters beyond ASCII as they are, and "öz" should find "Özlem" all the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Word {
    pub lower: String,
    pub capital: String,
}

impl Word {
    /// Errors: `Invalid` on the field `q` for more than a line, or more than a name is long.
    pub fn parse(text: &str) -> Result<Self> {
        let text = kernel::line::optional("q", text, limits::NAME_LENGTH_MAX_CHARS)?;
        let lower = text.to_lowercase().replace(['%', '_', '\\'], "");
        let upper_case = |it: char| if it.is_ascii() { it.to_string() } else { it.to_uppercase().collect() };
        let capital = lower.chars().map(upper_case).collect();
        Ok(Self { lower, capital })
    }
}
