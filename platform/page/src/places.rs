//! How often something may be tried from one place: from one address, and from the network around it.
//!
//! Nothing here knows an address. What is counted is a digest with a salt that is drawn anew each day and
//! kept in memory alone, so that nobody can find out afterwards who it was.

use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use kernel::{Result, limits};

use crate::Tries;

const SALT_MAX: Duration = Duration::from_secs(24 * 3600);

/// Counted by where somebody is.
pub struct Places {
    by_address: Tries,
    by_network: Tries,
    salt: Mutex<Option<(Instant, String)>>,
}

impl Default for Places {
    fn default() -> Self {
        Self {
            by_address: Tries::new(limits::SIGN_IN_TRIES_MAX, limits::TRIES_WINDOW),
            by_network: Tries::new(limits::TRIES_PER_NETWORK_MAX, limits::TRIES_WINDOW),
            salt: Mutex::default(),
        }
    }
}

impl Places {
    /// Counts one try.
    ///
    /// Errors: `TooOften` above the limit of the address or of its network (IPv4 /24, IPv6 /48);
    /// `Unexpected` if the machine has no randomness.
    pub fn count(&self, address: IpAddr) -> Result<()> {
        let (near, far) = (self.hashed(&address.to_string())?, self.hashed(&network(address))?);
        // In this order: one address that tries on and on uses up nothing of its neighbours'.
        self.by_address.count(&near)?;
        self.by_network.count(&far)
    }

    /// After a success the address begins anew; its network does not.
    pub fn forget(&self, address: IpAddr) {
        if let Ok(near) = self.hashed(&address.to_string()) {
            self.by_address.forget(&near);
        }
    }

    fn hashed(&self, text: &str) -> Result<String> {
        let mut salt = self.salt.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = salt.take().filter(|(drawn, _)| drawn.elapsed() < SALT_MAX);
        let (drawn, key) = match fresh {
            Some(fresh) => fresh,
            None => (Instant::now(), access::fresh_secret()?),
        };
        let hashed = access::digest(&format!("{key}/{text}"));
        *salt = Some((drawn, key));
        Ok(hashed)
    }
}

/// IPv4 /24 and IPv6 /48.
pub fn network(address: IpAddr) -> String {
    match address {
        IpAddr::V4(it) => format!("{:?}", &it.octets()[..3]),
        IpAddr::V6(it) => format!("{:?}", &it.octets()[..6]),
    }
}

#[cfg(test)]
mod tests {
    use super::Places;

    #[test]
    fn an_address_has_ten_tries_and_its_network_two_hundred() {
        let places = Places::default();
        let from = |host: u8| places.count(format!("10.1.2.{host}").parse().unwrap()).is_ok();
        assert_eq!((0..50).filter(|_| from(7)).count(), 10);
        // Those ten count for the network as well; the forty that were refused cost the neighbours nothing.
        assert_eq!((0..250).filter(|host| from(*host)).count(), 190);
        assert!(places.count("10.1.3.1".parse().unwrap()).is_ok());
    }

    #[test]
    fn nothing_that_is_kept_tells_an_address() {
        let (one, other) = (Places::default(), Places::default());
        let address = "192.0.2.7";
        assert_ne!(one.hashed(address).unwrap(), other.hashed(address).unwrap());
        assert_eq!(one.hashed(address).unwrap(), one.hashed(address).unwrap());
    }
}
