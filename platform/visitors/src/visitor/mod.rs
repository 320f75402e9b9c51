mod meet;
pub(crate) mod store;

use kernel::ids::Uuid;

pub use meet::{approved, find, meet};

/// Somebody without an account. Her address is read here and handed to nobody but the mailer.
#[derive(Clone, PartialEq, Eq)]
pub struct Visitor {
    pub id: Uuid,
    /// In lower case; `None` once it was erased.
    pub email: Option<String>,
    pub is_confirmed: bool,
    /// How much of what she wrote was let through.
    pub approved: i64,
    pub language: kernel::Locale,
}

/// Says nothing of the address: whatever is printed may end up in a log.
impl std::fmt::Debug for Visitor {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Visitor({})", self.id)
    }
}

impl Visitor {
    /// Whether something of hers was let through before, under an address that she has confirmed.
    pub fn is_trusted(&self) -> bool {
        self.is_confirmed && self.approved > 0
    }
}
