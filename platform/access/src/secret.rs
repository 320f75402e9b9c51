//! Secrets that we hand out: long, random, and never kept as they are.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::TryRngCore;
use rand::rngs::OsRng;
use sha2::{Digest, Sha256};

use kernel::{Error, Result};

/// 32 random bytes in base64url (RFC 4648, section 5), 43 characters.
///
/// Errors: `Unexpected` if the machine has no randomness.
pub fn fresh_secret() -> Result<String> {
    let mut bytes = [0_u8; 32];
    OsRng.try_fill_bytes(&mut bytes).map_err(Error::unexpected)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// Under which a secret is kept: SHA-256 in base64url. It is long and random, so a slow hash would add
/// nothing.
pub fn digest(secret: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(secret.as_bytes()))
}

/// A seal on `text` that only who has `key` can make: the inner digest is sealed once more, so that nothing
/// can be appended to the text (the construction of HMAC, RFC 2104, with our digest).
pub fn seal(key: &str, text: &str) -> String {
    let inner = digest(&format!("inner:{key}:{text}"));
    digest(&format!("outer:{key}:{inner}"))
}

/// Whether two secrets are the same, in the same time wherever they differ.
pub fn same(one: &str, other: &str) -> bool {
    subtle::ConstantTimeEq::ct_eq(one.as_bytes(), other.as_bytes()).into()
}
