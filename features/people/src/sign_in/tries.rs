//! How often somebody may try to sign in. Who guesses is stopped where she is; the person herself can still
//! get
//! in from elsewhere, and always by a link.

use std::net::IpAddr;

use access::digest;
use kernel::{Result, limits};
use page::Tries;

pub(crate) struct SignInTries {
    by_address: Tries,
    by_network: Tries,
    by_account_and_address: Tries,
}

impl Default for SignInTries {
    fn default() -> Self {
        let (few, many) = (limits::SIGN_IN_TRIES_MAX, limits::TRIES_PER_NETWORK_MAX);
        Self {
            by_address: Tries::new(few * 3, limits::TRIES_WINDOW),
            by_network: Tries::new(many, limits::TRIES_WINDOW),
            by_account_and_address: Tries::new(few, limits::TRIES_WINDOW),
        }
    }
}

impl SignInTries {
    /// Errors: `TooOften`.
    pub fn count(&self, email: &str, address: IpAddr) -> Result<()> {
        self.by_network.count(&network(address))?;
        self.by_address.count(&address.to_string())?;
        self.by_account_and_address.count(&key(email, address))
    }

    /// She knew it after all.
    pub fn succeeded(&self, email: &str, address: IpAddr) {
        self.by_account_and_address.forget(&key(email, address));
    }
}

fn key(email: &str, address: IpAddr) -> String {
    digest(&format!("{}/{}", email.trim().to_lowercase(), network(address)))
}

/// IPv4 /24 and IPv6 /48.
fn network(address: IpAddr) -> String {
    match address {
        IpAddr::V4(it) => format!("{:?}", &it.octets()[..3]),
        IpAddr::V6(it) => format!("{:?}", &it.octets()[..6]),
    }
}

#[cfg(test)]
mod tests {
    use super::SignInTries;

    #[test]
    fn who_guesses_is_stopped_and_the_person_herself_is_not() {
        let (tries, there) = (SignInTries::default(), "203.0.113.7".parse().unwrap());
        let stopped = (0..50).find(|_| tries.count("ana@example.org", there).is_err());
        assert_eq!(stopped, Some(10));
        assert!(tries.count("ana@example.org", "198.51.100.1".parse().unwrap()).is_ok());
    }
}
