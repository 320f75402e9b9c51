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
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZSBzYWx0IG9mIG91cg$\
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

/// Errors: `Invalid` on the field `password` for one that is too short, too long, or hardly more than the
/// person's address or name.
pub(crate) fn check(password: &str, email: &str, name: &str) -> Result<()> {
    let length = password.chars().count();
    if length < limits::PASSWORD_LENGTH_MIN_CHARS {
        let words = Words::new("people-password-short").with("min", limits::PASSWORD_LENGTH_MIN_CHARS);
        return Err(Error::invalid("password", words));
    }
    if length > limits::PASSWORD_LENGTH_MAX_CHARS {
        let words = Words::new("people-password-long").with("max", limits::PASSWORD_LENGTH_MAX_CHARS);
        return Err(Error::invalid("password", words));
    }
    let (lower, email, name) = (password.to_lowercase(), email.to_lowercase(), name.to_lowercase());
    let local = email.split('@').next().unwrap_or_default();
    let joined: String = name.split_whitespace().collect();
    // A number behind a name is the first thing that is tried.
    let is_little_more_than = |word: &str| {
        let of_word = word.chars().count();
        of_word > 3 && lower.starts_with(word) && length < of_word + 5
    };
    if [email.as_str(), local, name.as_str(), joined.as_str()].into_iter().any(is_little_more_than) {
        return Err(Error::invalid("password", "people-password-guessed"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use kernel::Error;

    use super::{NOBODYS, Passwords, check};

    fn refusal(password: &str) -> Option<String> {
        match check(password, "anaberg@example.org", "Ana Berghoff") {
            Err(Error::Invalid { field: "password", message }) => Some(message.key().to_owned()),
            Err(other) => Some(other.to_string()),
            Ok(()) => None,
        }
    }

    #[test]
    fn a_password_is_neither_short_nor_endless() {
        assert_eq!(refusal("kurz").as_deref(), Some("people-password-short"));
        assert_eq!(refusal("neun Zei.").as_deref(), Some("people-password-short"));
        assert_eq!(refusal(&"ä".repeat(201)).as_deref(), Some("people-password-long"));
        assert_eq!(refusal(&"ä".repeat(200)), None);
        assert_eq!(refusal("drei müde Störche"), None);
    }

    #[test]
    fn a_password_is_not_the_address_and_not_the_name() {
        for guessed in ["anaberg@example.org", "AnaBerg123", "ana berghoff", "AnaBerghoff1!"] {
            assert_eq!(refusal(guessed).as_deref(), Some("people-password-guessed"), "{guessed}");
        }
        assert_eq!(refusal("Ana Berghoff fährt gern Rad"), None);
    }

    #[tokio::test]
    async fn only_the_right_password_of_somebody_is_right() {
        let passwords = Passwords::default();
        let hash = passwords.hash("drei müde Störche".to_owned()).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(passwords.is("drei müde Störche".to_owned(), Some(hash.clone())).await.unwrap());
        assert!(!passwords.is("drei Störche".to_owned(), Some(hash)).await.unwrap());
        assert!(!passwords.is("drei Störche".to_owned(), None).await.unwrap());
    }

    /// The shape must be that of a real one: an unreadable one would be refused at once, and tell who is
    /// here.
    #[tokio::test]
    async fn nobodys_password_takes_as_long_as_somebodys() {
        let passwords = Passwords::default();
        let hash = passwords.hash("drei müde Störche".to_owned()).await.unwrap();
        assert_eq!(hash.len(), NOBODYS.len());
        let mut took = [Duration::MAX; 2];
        for _ in 0..3 {
            for (known, shortest) in [Some(hash.clone()), None].into_iter().zip(&mut took) {
                let began = Instant::now();
                assert!(!passwords.is("geraten".to_owned(), known).await.unwrap());
                *shortest = (*shortest).min(began.elapsed());
            }
        }
        let [somebodys, nobodys] = took;
        assert!(nobodys * 3 > somebodys && somebodys * 3 > nobodys, "{somebodys:?} and {nobodys:?}");
    }
}
