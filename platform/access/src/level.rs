//! How much somebody may do, and who reads in a space without being named.

use kernel::{Error, Result};

/// As a member of a space, or with something that lies in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "lowercase")]
pub enum Level {
    Reader,
    Writer,
    Owner,
}

impl Level {
    pub fn may_write(self) -> bool {
        self >= Level::Writer
    }

    pub fn owns(self) -> bool {
        self == Level::Owner
    }

    /// Errors: `Forbidden`, in words for the person.
    pub fn must_write(self) -> Result<()> {
        if self.may_write() { Ok(()) } else { Err(Error::forbidden("access-may-read")) }
    }

    /// Errors: `Forbidden`, in words for the person.
    pub fn must_own(self) -> Result<()> {
        if self.owns() { Ok(()) } else { Err(Error::forbidden("access-must-own")) }
    }

    pub fn code(self) -> &'static str {
        match self {
            Level::Reader => "reader",
            Level::Writer => "writer",
            Level::Owner => "owner",
        }
    }

    /// Errors: `Invalid` on the field `role`.
    pub fn parse(code: &str) -> Result<Self> {
        match code {
            "reader" => Ok(Level::Reader),
            "writer" => Ok(Level::Writer),
            "owner" => Ok(Level::Owner),
            _ => Err(Error::invalid("role", "access-level-unknown")),
        }
    }
}

/// Who reads in a space without being its member. What follows stands in the tables `space` and `reach`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "lowercase")]
pub enum Visibility {
    Public,
    /// All colleagues; holds nobody else.
    Internal,
    Private,
    /// Private, and the only kind beside `Public` that may hold customers.
    Customers,
}

impl Visibility {
    pub const ALL: [Visibility; 4] =
        [Visibility::Private, Visibility::Internal, Visibility::Customers, Visibility::Public];

    pub fn code(self) -> &'static str {
        match self {
            Visibility::Public => "public",
            Visibility::Internal => "internal",
            Visibility::Private => "private",
            Visibility::Customers => "customers",
        }
    }

    /// Errors: `Invalid` on the field `visibility`.
    pub fn parse(code: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|it| it.code() == code);
        found.ok_or_else(|| Error::invalid("visibility", "access-visibility-unknown"))
    }

    /// A colleague who is not in it reads, and becomes a writer with her first word.
    pub fn is_open(self) -> bool {
        matches!(self, Visibility::Public | Visibility::Internal)
    }
}
