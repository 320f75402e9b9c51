//! Work outside of a transaction, queued inside of one: so it is done if and only if the change was.
//!
//! A job is leased to one process, done, and removed; if the process dies, the lease runs out and another
//! does
//! it again. So a [`Worker`] may meet the same job twice.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use database::{Database, Reads, Tx};
use kernel::clock::Time;
use kernel::{Result, limits};
use tokio::sync::Semaphore;

use crate::store;

/// Queues `payload` for the worker of `kind`, not before `due`. Queued again under the same key while it
/// waits, the newer payload and the later time count.
pub async fn queue(tx: &mut Tx, kind: &str, key: &str, payload: &str, due: Time) -> Result<()> {
    store::queue(tx, kind, key, payload, due).await
}

/// Takes back what waits; may be repeated.
pub async fn cancel(tx: &mut Tx, kind: &str, key: &str) -> Result<()> {
    store::cancel(tx, kind, key).await
}

/// Takes back all that waits of one kind.
pub async fn forget_all(tx: &mut Tx, kind: &str) -> Result<()> {
    store::forget_all(tx, kind).await
}

/// What was given up and waits for the admin.
pub async fn given_up(from: &mut impl Reads) -> Result<Vec<store::GivenUp>> {
    store::given_up(from).await
}

#[async_trait]
pub trait Worker: Send + Sync {
    fn kind(&self) -> &'static str;

    /// How many are done at the same time.
    fn at_once(&self) -> usize {
        1
    }

    /// How long one may take before another process may begin it anew.
    fn lease(&self) -> Duration {
        limits::JOB_LEASE_MAX
    }

    /// Does it. It may have been done before, by a process that died.
    async fn work(&self, key: &str, payload: &str) -> Outcome;
}

/// How a job ended.
#[derive(Debug)]
pub enum Outcome {
    Done,
    /// To be tried again, with growing pauses; after [`limits::JOB_ATTEMPTS_MAX`] times it is given up.
    Again(String),
    /// It makes no sense to try again; shown to the admin.
    GiveUp(String),
}

/// Runs the workers of this process.
#[derive(Clone)]
pub struct Jobs {
    database: Database,
    workers: Arc<Vec<Arc<dyn Worker>>>,
}

impl Jobs {
    pub fn new(database: Database, workers: Vec<Arc<dyn Worker>>) -> Self {
        Self { database, workers: Arc::new(workers) }
    }

    /// Works until it is dropped, woken by the bell and by the clock.
    pub async fn run(&self) {
        let runs = self.workers.iter().map(|worker| {
            let (jobs, worker) = (self.clone(), Arc::clone(worker));
            tokio::spawn(async move { jobs.run_one(worker).await })
        });
        let runs: Vec<_> = runs.collect();
        let _abort_with_us = AbortAll(runs);
        std::future::pending::<()>().await;
    }

    /// Does all that is due now, and answers how much it was; for tests and commands.
    pub async fn catch_up(&self) -> usize {
        self.catch_up_but(&[]).await
    }

    /// As [`Jobs::catch_up`], but leaves these kinds alone.
    pub async fn catch_up_but(&self, kinds: &[&str]) -> usize {
        let mut count = 0;
        for worker in self.workers.iter().filter(|it| !kinds.contains(&it.kind())) {
            while let Ok(Some(job)) = self.next(&**worker).await {
                self.finish(&**worker, &job).await;
                count += 1;
            }
        }
        count
    }

    async fn run_one(&self, worker: Arc<dyn Worker>) {
        let mut bell = self.database.bell();
        let places = Arc::new(Semaphore::new(worker.at_once()));
        loop {
            let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
            match self.next(&*worker).await {
                Ok(Some(job)) => {
                    let (jobs, worker) = (self.clone(), Arc::clone(&worker));
                    tokio::spawn(async move {
                        jobs.finish(&*worker, &job).await;
                        drop(place);
                    });
                }
                other => {
                    drop(place);
                    if let Err(error) = other {
                        tracing::warn!(kind = worker.kind(), ?error, "will be tried again");
                    }
                    let pause = limits::DISPATCH_SWEEP_MAX;
                    let _rung_or_late = tokio::time::timeout(pause, bell.rung()).await;
                }
            }
        }
    }

    /// A look without a lease comes first, so that a house where nothing happens writes nothing.
    async fn next(&self, worker: &dyn Worker) -> Result<Option<store::Job>> {
        let mut reader = self.database.read().await?;
        if !store::any_due(&mut reader, worker.kind(), self.database.now()).await? {
            return Ok(None);
        }
        drop(reader);
        let mut tx = self.database.begin().await?;
        let job = store::lease(&mut tx, worker.kind(), worker.lease()).await?;
        tx.commit().await?;
        Ok(job)
    }

    async fn finish(&self, worker: &dyn Worker, job: &store::Job) {
        let outcome = worker.work(&job.key, &job.payload).await;
        let kind = worker.kind();
        let settled = async {
            let mut tx = self.database.begin().await?;
            match outcome {
                Outcome::Done => store::done(&mut tx, job).await?,
                Outcome::Again(why) if job.attempts < limits::JOB_ATTEMPTS_MAX => {
                    tracing::warn!(kind, why, "a job will be tried again");
                    let exponent = u32::try_from(job.attempts).unwrap_or(0).min(10);
                    let pause = limits::JOB_PAUSE_MIN * 2_u32.pow(exponent);
                    let at = tx.at().plus(pause);
                    store::postpone(&mut tx, job, at).await?;
                }
                Outcome::Again(why) | Outcome::GiveUp(why) => {
                    tracing::error!(kind, why, "a job was given up");
                    store::give_up(&mut tx, job, &why).await?;
                }
            }
            tx.commit().await
        };
        if let Err(error) = settled.await {
            tracing::warn!(kind, ?error, "a job will be done again when its lease has run out");
        }
    }
}

struct AbortAll(Vec<tokio::task::JoinHandle<()>>);

impl Drop for AbortAll {
    fn drop(&mut self) {
        for task in &self.0 {
            task.abort();
        }
    }
}
