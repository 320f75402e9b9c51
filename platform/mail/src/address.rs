//! Who a mail is from or for, and what passes as an address.

use std::fmt;

/// The longest that fits into SMTP's path with its angle brackets (RFC 5321, section 4.5.3.1.3).
const ADDRESS_LENGTH_MAX_BYTES: usize = 254;

/// RFC 5321, section 4.5.3.1.1.
const LOCAL_PART_LENGTH_MAX_BYTES: usize = 64;

/// A label of a domain name (RFC 1035, section 2.3.4).
const LABEL_LENGTH_MAX_BYTES: usize = 63;

/// A name and an address. What the name may not hold is left out when the letter is made.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Address {
    /// May be empty.
    pub name: String,
    pub email: String,
}

impl Address {
    pub fn new(name: impl Into<String>, email: impl Into<String>) -> Self {
        Self { name: name.into(), email: email.into() }
    }
}

/// Says nothing: whatever is printed may end up in a log.
impl fmt::Debug for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Address(…)")
    }
}

/// Whether mail can be sent there, as far as the text tells: `local@domain`, ASCII, the local part without
/// quotes, the domain with a dot or `localhost`. A domain with umlauts is to be written in its `xn--` form.
pub fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    text.len() <= ADDRESS_LENGTH_MAX_BYTES
        && local.len() <= LOCAL_PART_LENGTH_MAX_BYTES
        && local.split('.').all(|atom| !atom.is_empty() && atom.bytes().all(is_atom_byte))
        && is_domain(domain)
}

/// `atext` of RFC 5322, section 3.2.3.
fn is_atom_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte)
}

fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        (1..=LABEL_LENGTH_MAX_BYTES).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    domain == "localhost" || (domain.contains('.') && domain.split('.').all(is_label))
}
