//! Somebody with an account, as a page or a verb needs to know them.

use kernel::ids::{PersonId, Uuid};
use kernel::{Error, Locale, Result};

#[derive(Clone, Debug)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
    pub role: CompanyRole,
    /// What she chose; `None` for the company's language.
    pub language: Option<Locale>,
    /// SHA-256 of her picture in the blob store.
    pub picture: Option<String>,
}

impl Person {
    /// Whoever is not signed in; reads what is open to the web.
    pub fn nobody() -> Self {
        let (name, role) = (String::new(), CompanyRole::Visitor);
        Self { id: PersonId::NOBODY, name, role, language: None, picture: None }
    }

    pub fn is_somebody(&self) -> bool {
        self.id != PersonId::NOBODY
    }

    /// As others see her.
    pub fn named(&self) -> Named {
        Named { id: self.id.uuid(), name: self.name.clone(), picture: self.picture.clone(), role: self.role }
    }

    /// Errors: `Forbidden`, in words.
    pub fn must_be_admin(&self) -> Result<()> {
        let refusal = || Error::forbidden("access-must-be-admin");
        if self.role == CompanyRole::Admin { Ok(()) } else { Err(refusal()) }
    }
}

/// Who asks for something, and in which language it is answered: hers, or that of the house.
#[derive(Clone, Debug)]
pub struct Caller {
    pub person: Person,
    /// `None` for a program with a token.
    pub session: Option<Uuid>,
    pub locale: Locale,
}

/// A person as everybody who may know of her sees her; select `id, name, picture, role` of `person`.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Named {
    pub id: Uuid,
    /// Empty if she was erased.
    pub name: String,
    pub picture: Option<String>,
    pub role: CompanyRole,
}

impl Named {
    /// Up to two letters for where no picture is: of the first and the last word of the name.
    pub fn initials(&self) -> String {
        let mut words = self.name.split_whitespace();
        let first = words.next().and_then(|it| it.chars().next());
        let last = words.next_back().and_then(|it| it.chars().next());
        first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
    }

    /// One of the eight pale grounds, always the same for a person: 1 to 8.
    pub fn ground(&self) -> u8 {
        self.id.as_bytes()[15] % 8 + 1
    }

    /// Comes from outside the company; her picture wears a dashed ring.
    pub fn is_outside(&self) -> bool {
        !self.role.is_colleague()
    }

    /// Address of the picture, from the root of the site; its last part changes with the picture.
    pub fn picture_url(&self) -> Option<String> {
        let hash = self.picture.as_deref()?;
        Some(format!("/people/{}/picture/{}", self.id, hash.get(..16)?))
    }
}

/// What somebody is to the company; what she may do in a space is a [`Level`](crate::Level).
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "lowercase")]
pub enum CompanyRole {
    Admin,
    Member,
    Guest,
    Customer,
    /// Has no account, or none any more.
    Visitor,
}

impl CompanyRole {
    pub fn is_colleague(self) -> bool {
        matches!(self, CompanyRole::Admin | CompanyRole::Member)
    }

    pub fn code(self) -> &'static str {
        match self {
            CompanyRole::Admin => "admin",
            CompanyRole::Member => "member",
            CompanyRole::Guest => "guest",
            CompanyRole::Customer => "customer",
            CompanyRole::Visitor => "visitor",
        }
    }

    /// Errors: `Invalid` on the field `role` for anything but the four roles of people with an account.
    pub fn parse(code: &str) -> Result<Self> {
        match code {
            "admin" => Ok(CompanyRole::Admin),
            "member" => Ok(CompanyRole::Member),
            "guest" => Ok(CompanyRole::Guest),
            "customer" => Ok(CompanyRole::Customer),
            _ => Err(Error::invalid("role", "access-role-unknown")),
        }
    }
}
