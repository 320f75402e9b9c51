//! Which pictures are being drawn at the moment, and which cannot be drawn: two who look at once have it
//! drawn once, and what failed is not tried again with each look. Kept in memory and forgotten with the
//! process.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, Instant};

use kernel::{Error, Result, limits};
use tokio::sync::{Mutex as Place, OwnedMutexGuard};

use crate::versions::version::VersionId;

/// More failures than this at once are an attack; then all are forgotten.
const FAILURES_MAX: usize = 10_000;

/// A machine that was busy may succeed later.
const FAILURE_MAX: Duration = Duration::from_secs(600);

/// A page of a version, counted from one.
pub(crate) type Leaf = (VersionId, u32);

/// Cheap to clone: a clone is the same memory.
#[derive(Clone, Default)]
pub struct Drawings(Arc<Mutex<Memory>>);

#[derive(Default)]
struct Memory {
    under_way: HashMap<Leaf, Weak<Place<()>>>,
    failed: HashMap<Leaf, Instant>,
}

impl Drawings {
    /// Waits until nobody else draws this leaf; then look first whether it is there by now.
    ///
    /// Errors: `Busy`.
    pub(crate) async fn turn(&self, leaf: Leaf) -> Result<OwnedMutexGuard<()>> {
        let place = self.place(leaf);
        let retry_after = limits::BUSY_RETRY_AFTER;
        let turn = tokio::time::timeout(retry_after, place.lock_owned()).await;
        turn.map_err(|_| Error::Busy { retry_after })
    }

    pub(crate) fn has_failed(&self, leaf: Leaf) -> bool {
        self.memory().failed.get(&leaf).is_some_and(|at| at.elapsed() < FAILURE_MAX)
    }

    pub(crate) fn failed(&self, leaf: Leaf) {
        let mut memory = self.memory();
        if memory.failed.len() >= FAILURES_MAX {
            memory.failed.clear();
        }
        memory.failed.insert(leaf, Instant::now());
    }

    fn place(&self, leaf: Leaf) -> Arc<Place<()>> {
        let mut memory = self.memory();
        memory.under_way.retain(|_, place| place.strong_count() > 0);
        let known = memory.under_way.get(&leaf).and_then(Weak::upgrade);
        known.unwrap_or_else(|| {
            let place = Arc::default();
            memory.under_way.insert(leaf, Arc::downgrade(&place));
            place
        })
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
