//! How often somebody may try to sign in. Who guesses is stopped where she is; the person herself still gets
//! in from elsewhere, and always by a link.

use std::collections::HashSet;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use access::digest;
use kernel::{Result, limits};
use page::{Places, Tries, network};

/// Guesses at one account from everywhere together; above, only networks go on from which she came before.
const GUESSES_PER_ACCOUNT_MAX: u32 = 100;

/// The window of that: long, because who guesses from many addresses has time.
const GUESSES_WINDOW: Duration = Duration::from_secs(3600);

/// Letters to one account within the window. They outlive it, so who asked for more has one that works.
const LETTERS_PER_ACCOUNT_MAX: u32 = 5;

/// Pairs of an account and a network that are remembered; above, all are forgotten.
const KNOWN_MAX: usize = 100_000;

pub(crate) struct SignInTries {
    guesses: Places,
    letters: Places,
    by_account_and_network: Tries,
    by_account: Tries,
    letters_to_account: Tries,
    known: Mutex<HashSet<String>>,
}

impl Default for SignInTries {
    fn default() -> Self {
        Self {
            guesses: Places::default(),
            letters: Places::default(),
            by_account_and_network: Tries::new(limits::SIGN_IN_TRIES_MAX, limits::TRIES_WINDOW),
            by_account: Tries::new(GUESSES_PER_ACCOUNT_MAX, GUESSES_WINDOW),
            letters_to_account: Tries::new(LETTERS_PER_ACCOUNT_MAX, limits::TRIES_WINDOW),
            known: Mutex::default(),
        }
    }
}

impl SignInTries {
    /// Counts one password for this account, before it is looked at.
    ///
    /// Errors: `TooOften`.
    pub fn count_guess(&self, email: &str, address: IpAddr) -> Result<()> {
        self.guesses.count(address)?;
        let here = pair(email, address);
        self.by_account_and_network.count(&here)?;
        let everywhere = self.by_account.count(&account(email));
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.contains(&here) { Ok(()) } else { everywhere }
    }

    /// Counts one letter that was asked for. Wrong passwords never count here.
    ///
    /// Errors: `TooOften` for who asks too often, whomever she asks for.
    pub fn count_letter(&self, address: IpAddr) -> Result<()> {
        self.letters.count(address)
    }

    /// Whether another letter may go to this account; asked where nobody sees the answer.
    pub fn may_write_to(&self, email: &str) -> bool {
        self.letters_to_account.count(&account(email)).is_ok()
    }

    /// She got in: what was counted where she is begins anew, and her network is known from now on.
    pub fn succeeded(&self, email: &str, address: IpAddr) {
        let here = pair(email, address);
        self.by_account_and_network.forget(&here);
        self.guesses.forget(address);
        self.letters.forget(address);
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= KNOWN_MAX {
            known.clear();
        }
        known.insert(here);
    }
}

fn account(email: &str) -> String {
    digest(&email.trim().to_lowercase())
}

fn pair(email: &str, address: IpAddr) -> String {
    digest(&format!("{}/{}", email.trim().to_lowercase(), network(address)))
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};

    use super::{GUESSES_PER_ACCOUNT_MAX, LETTERS_PER_ACCOUNT_MAX, SignInTries};

    const ANA: &str = "ana@example.org";

    fn at(network: u32, host: u8) -> IpAddr {
        let [.., b, c] = network.to_be_bytes();
        Ipv4Addr::new(10, b, c, host).into()
    }

    #[test]
    fn who_guesses_is_stopped_and_the_person_herself_is_not() {
        let tries = SignInTries::default();
        let stopped = (0..50).find(|_| tries.count_guess(ANA, at(1, 7)).is_err());
        assert_eq!(stopped, Some(10));
        assert!(tries.count_guess(ANA, at(2, 1)).is_ok());
    }

    #[test]
    fn who_changes_her_address_within_a_network_is_stopped_too() {
        let tries = SignInTries::default();
        let stopped = (0..50).find(|host| tries.count_guess(ANA, at(1, *host)).is_err());
        assert_eq!(stopped, Some(10));
    }

    #[test]
    fn who_guesses_from_everywhere_is_stopped_but_not_where_she_came_from_before() {
        let tries = SignInTries::default();
        tries.succeeded(ANA, at(0, 1));
        let stopped = (1..1000).find(|network| tries.count_guess(ANA, at(*network, 1)).is_err());
        assert_eq!(stopped, Some(GUESSES_PER_ACCOUNT_MAX + 1));
        assert!(tries.count_guess(ANA, at(0, 2)).is_ok());
    }

    #[test]
    fn wrong_passwords_never_keep_a_letter_from_leaving() {
        let tries = SignInTries::default();
        let _stopped = (0..50).find(|_| tries.count_guess(ANA, at(1, 7)).is_err());
        assert!(tries.count_letter(at(1, 7)).is_ok());
        assert!(tries.may_write_to(ANA));
    }

    #[test]
    fn nobody_is_buried_in_letters() {
        let tries = SignInTries::default();
        let letters = (0..50).filter(|_| tries.may_write_to(ANA)).count();
        assert_eq!(letters, usize::try_from(LETTERS_PER_ACCOUNT_MAX).unwrap());
    }
}
