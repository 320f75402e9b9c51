//! Updates that came before what they build on: somebody who comes back and writes on at once sends the new
//! words before they answer what they wrote while away. They wait here, and the document never sees them too
//! early.

/// Words typed within one round trip.
const EARLY_MAX_UPDATES: usize = 256;
const EARLY_MAX_BYTES: usize = 1024 * 1024;

/// What one seat sent early, in the order in which it came.
#[derive(Default)]
pub(crate) struct Early {
    updates: Vec<Vec<u8>>,
    bytes: usize,
}

impl Early {
    /// False if so much waits already that this will not be about a moment.
    pub(crate) fn put(&mut self, update: &[u8]) -> bool {
        self.bytes += update.len();
        self.updates.push(update.to_vec());
        self.updates.len() <= EARLY_MAX_UPDATES && self.bytes <= EARLY_MAX_BYTES
    }

    pub(crate) fn take(&mut self) -> Vec<Vec<u8>> {
        self.bytes = 0;
        std::mem::take(&mut self.updates)
    }
}
