//! How often somebody may try something, counted in memory and forgotten after the window.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use kernel::{Error, Result};

/// More keys than this at once is an attack; the oldest are forgotten first.
const KEYS_MAX: usize = 100_000;

pub struct Tries {
    max: u32,
    window: Duration,
    counted: Mutex<HashMap<String, (Instant, u32)>>,
}

impl Tries {
    pub fn new(max: u32, window: Duration) -> Self {
        Self { max, window, counted: Mutex::default() }
    }

    /// Counts one try of `key`, which should be a hash or an address and is never logged.
    ///
    /// Errors: `TooOften` above the limit, until the window that began with the first try is over.
    pub fn count(&self, key: &str) -> Result<()> {
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        if counted.len() >= KEYS_MAX {
            counted.retain(|_, (began, _)| now.duration_since(*began) < self.window);
            if counted.len() >= KEYS_MAX {
                counted.clear();
            }
        }
        let entry = counted.entry(key.to_owned()).or_insert((now, 0));
        let age = now.duration_since(entry.0);
        if age >= self.window {
            *entry = (now, 0);
        }
        entry.1 = entry.1.saturating_add(1);
        if entry.1 > self.max {
            return Err(Error::TooOften { retry_after: self.window.saturating_sub(age) });
        }
        Ok(())
    }

    /// After a success the key begins anew.
    pub fn forget(&self, key: &str) {
        self.counted.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
    }
}
