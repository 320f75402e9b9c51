//! What an update builds on. yrs would keep one that came too early until the rest is there, but what it
//! keeps it mixes up (in 0.28 to the point of touching memory that is not its own), so it never gets one.

use std::collections::HashMap;
use std::ops::Range;

use yrs::StateVector;

/// Of each client, how many clocks must be there before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Needs {
    before: HashMap<u64, u64>,
    brought: HashMap<u64, Range<u64>>,
}

impl Needs {
    /// Something in the update refers to these.
    pub(super) fn refer(&mut self, ids: [Option<(u64, u64)>; 3]) {
        for (client, clock) in ids.into_iter().flatten() {
            let before = self.before.entry(client).or_default();
            *before = (*before).max(clock + 1);
        }
    }

    /// The update itself brings these.
    pub(super) fn bring(&mut self, client: u64, clocks: Range<u64>) {
        self.brought.insert(client, clocks);
    }

    /// After the whole update was read: what it brings itself need not be there, only what comes before that.
    pub(super) fn settle(&mut self) {
        for (client, clocks) in self.brought.drain() {
            let before = self.before.entry(client).or_default();
            if *before <= clocks.end {
                *before = clocks.start;
            }
        }
    }

    pub(super) fn are_met(&self, has: &StateVector) -> bool {
        self.before
            .iter()
            .all(|(client, before)| u64::from(has.get(&yrs::block::ClientID::new(*client))) >= *before)
    }
}
