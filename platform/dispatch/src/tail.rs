//! Follows the log in this process, for whatever lives only as long as it: open pages, open sockets.

use std::sync::Arc;

use database::{Database, outbox};
use kernel::activity::Activity;
use kernel::{Result, limits};
use tokio::sync::broadcast;

/// How many activities a slow listener may be behind; then it is told that it missed some.
const BEHIND_MAX: usize = 1024;

/// Cheap to clone; every clone hears the same.
#[derive(Clone)]
pub struct Tail {
    database: Database,
    sender: broadcast::Sender<Arc<Activity>>,
}

impl Tail {
    pub fn new(database: Database) -> Self {
        Self { database, sender: broadcast::channel(BEHIND_MAX).0 }
    }

    /// Hears what is committed from now on, by this process or another. `Lagged` means that some were missed:
    /// whoever listens looks for herself what is true now.
    pub fn listen(&self) -> broadcast::Receiver<Arc<Activity>> {
        self.sender.subscribe()
    }

    /// Works until it is dropped.
    pub async fn run(&self) {
        let mut bell = self.database.bell();
        let mut position = None;
        loop {
            match self.follow(position).await {
                Ok(reached) => position = Some(reached),
                Err(error) => tracing::warn!(?error, "the log could not be read; will be tried again"),
            }
            let _rung_or_late = tokio::time::timeout(limits::DISPATCH_SWEEP_MAX, bell.rung()).await;
        }
    }

    /// The first look finds the end of the log; what stands there already is nobody's news.
    async fn follow(&self, position: Option<i64>) -> Result<i64> {
        let mut reader = self.database.read().await?;
        let Some(mut position) = position else { return outbox::last(&mut reader).await };
        loop {
            let found = outbox::after(&mut reader, position, limits::DISPATCH_BATCH_MAX_ROWS).await?;
            let Some(last) = found.last() else { return Ok(position) };
            position = last.position;
            for activity in found {
                let _nobody_listens = self.sender.send(Arc::new(activity));
            }
        }
    }
}
