//! Time as something handed in, so that a test can say what time it is.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Microseconds since 1970-01-01 00:00 UTC.
///
/// A number and not a text, because SQLite compares texts byte by byte and `.15Z` would come before `.1Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time(i64);

impl Time {
    pub fn micros(self) -> i64 {
        self.0
    }

    /// Later by `duration`; stays at the end of time instead of wrapping around.
    pub fn plus(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)))
    }

    /// Earlier by `duration`.
    pub fn minus(self, duration: Duration) -> Self {
        Self(self.0.saturating_sub(i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)))
    }
}

impl From<i64> for Time {
    fn from(micros: i64) -> Self {
        Self(micros)
    }
}

/// Where the time comes from: the machine's clock, a hand that stands still, or one that somebody moves.
#[derive(Clone, Debug)]
pub enum Clock {
    System,
    Fixed(Time),
    /// Microseconds since 1970, set from outside: the file of `--test-clock`, or the hand of the demo.
    Set(Arc<AtomicI64>),
}

impl Clock {
    pub fn now(&self) -> Time {
        match self {
            Clock::Fixed(time) => *time,
            Clock::Set(hand) => Time(hand.load(Ordering::Relaxed)),
            Clock::System => {
                let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
                Time(i64::try_from(since_1970.as_micros()).unwrap_or(i64::MAX))
            }
        }
    }
}
