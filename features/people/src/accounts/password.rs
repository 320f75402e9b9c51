//! Passwords: argon2id with the parameters that OWASP recommends (19 MiB, two passes, one lane).

use std::sync::Arc;

use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use kernel::{Error, Result, Words, limits};
use tokio::sync::Semaphore;

/// Each takes 19 MiB and a core; more at once would be a way to stop the house.
const AT_ONCE_MAX: usize = 2;

/// Checked against when nobody has the address, so that the answer takes as long.
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZSBzYWx0IG9mIG91cnM$\
    3sF0nC4Hk3Zr8a5UjWmJQvS0cW8f8e6kB6v0o1VJt1U";

#[derive(Clone)]
pub(crate) struct Passwords(Arc<Semaphore>);

impl Default for Passwords {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE_MAX)))
    }
}

fn argon2() -> Result<Argon2<'static>> {
    let params = Params::new(19_456, 2, 1, None).map_err(|error| Error::unexpected(error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

impl Passwords {
    /// In the PHC string format.
    pub async fn hash(&self, password: String) -> Result<String> {
        let place = Arc::clone(&self.0).acquire_owned().await.map_err(Error::unexpected)?;
        let hashed = tokio::task::spawn_blocking(move || {
            let _place = place;
            let salt = SaltString::generate(&mut OsRng);
            let hash = argon2()?.hash_password(password.as_bytes(), &salt);
            hash.map(|it| it.to_string()).map_err(|error| Error::unexpected(error.to_string()))
        });
        hashed.await.map_err(Error::unexpected)?
    }

    /// Whether this is the password; `None` for nobody's takes as long and is never right.
    pub async fn is(&self, password: String, hash: Option<String>) -> Result<bool> {
        let place = Arc::clone(&self.0).acquire_owned().await.map_err(Error::unexpected)?;
        let checked = tokio::task::spawn_blocking(move || {
            let _place = place;
            let known = hash.is_some();
            let hash = hash.unwrap_or_else(|| NOBODYS.to_owned());
            let hash = PasswordHash::new(&hash).map_err(|error| Error::unexpected(error.to_string()))?;
            Ok(argon2()?.verify_password(password.as_bytes(), &hash).is_ok() && known)
        });
        checked.await.map_err(Error::unexpected)?
    }
}

/// Errors: `Invalid` on the field `password` for one that is too short, too long, or the address itself.
pub(crate) fn check(password: &str, email: &str) -> Result<()> {
    let length = password.chars().count();
    if length < limits::PASSWORD_LENGTH_MIN_CHARS {
        let words = Words::new("people-password-short").with("min", limits::PASSWORD_LENGTH_MIN_CHARS);
        return Err(Error::invalid("password", words));
    }
    if length > limits::PASSWORD_LENGTH_MAX_CHARS {
        let words = Words::new("people-password-long").with("max", limits::PASSWORD_LENGTH_MAX_CHARS);
        return Err(Error::invalid("password", words));
    }
    let lower = password.to_lowercase();
    let name = email.split('@').next().unwrap_or_default().to_lowercase();
    if lower == email.to_lowercase()
        || (name.len() > 3 && lower.starts_with(&name) && length < name.len() + 5)
    {
        return Err(Error::invalid("password", "people-password-guessed"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{NOBODYS, Passwords, check};

    #[test]
    fn a_password_is_long_and_not_the_address() {
        assert!(check("kurz", "ana@example.org").is_err());
        assert!(check("anaberg123", "anaberg@example.org").is_err());
        assert!(check(&"ä".repeat(201), "ana@example.org").is_err());
        assert!(check("drei müde Störche", "ana@example.org").is_ok());
    }

    #[tokio::test]
    async fn only_the_right_password_of_somebody_is_right() {
        let passwords = Passwords::default();
        let hash = passwords.hash("drei müde Störche".to_owned()).await.unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(passwords.is("drei müde Störche".to_owned(), Some(hash.clone())).await.unwrap());
        assert!(!passwords.is("drei Störche".to_owned(), Some(hash)).await.unwrap());
        assert!(!passwords.is("drei Störche".to_owned(), None).await.unwrap());
        assert!(argon2::password_hash::PasswordHash::new(NOBODYS).is_ok());
    }
}
