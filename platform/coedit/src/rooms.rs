//! All rooms that are open in this process.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use kernel::{Error, Result};
use richtext::{Node, yjs};
use tokio::sync::Notify;
use tokio::time::timeout;
use uuid::Uuid;

use crate::connection::{Closed, Joined, Member};
use crate::keeping::Keeper;
use crate::log::Log;
use crate::room::{Coming, Core, Phase, Room};

/// How often somebody tries to get into a room that is closing or being made anew.
const ATTEMPTS_MAX: usize = 10;
/// How long stopping waits for the logs.
const STOP_MAX: Duration = Duration::from_secs(20);

/// The rooms of this process. A document must not be open in two processes: each would tell its readers only
/// what it heard itself.
#[derive(Clone)]
pub struct Rooms(Arc<Inner>);

struct Inner {
    log: Arc<dyn Log>,
    open: Mutex<HashMap<Uuid, Arc<Room>>>,
    closed: Notify,
    stopping: AtomicBool,
}

impl Rooms {
    pub fn new(log: Arc<dyn Log>) -> Self {
        Self(Arc::new(Inner {
            log,
            open: Mutex::default(),
            closed: Notify::new(),
            stopping: AtomicBool::new(false),
        }))
    }

    /// Opens the document for somebody, who was asked before whether they may. The first frames wait in the
    /// connection's queue: what the server has, and who else is present.
    ///
    /// Errors: `Away` while the server stops; `Unexpected` if the log cannot be read.
    pub async fn join(&self, room: Uuid, who: Member) -> Result<Joined> {
        self.enter(room, |room| room.sit(who.clone())).await
    }

    /// The document as it reads now, with every edit, also those that were not yet told.
    ///
    /// Errors: those of the log.
    pub async fn read(&self, room: Uuid) -> Result<Node> {
        let live = self.open().get(&room).cloned();
        if let Some(live) = live {
            let core = live.core();
            if live.phase() == Phase::Live
                && let Some(doc) = core.node()
            {
                return Ok(doc);
            }
        }
        Ok(yjs::doc_of(&self.log().load(room).await?))
    }

    /// Makes the document read like this one, as an edit by that person; the people in the room see it
    /// happen. Returns when it is kept.
    ///
    /// Errors: as for `join`, and `Unexpected` if the edit could not be kept.
    pub async fn restore(&self, room: Uuid, by: Uuid, doc: &Node) -> Result<()> {
        let kept = self.enter(room, |room| room.restore(by, doc).ok()).await?;
        kept.await.map_err(Error::unexpected)
    }

    /// Closes all connections of a person to a room: they may not be there any longer.
    pub async fn evict(&self, room: Uuid, person: Uuid) {
        let open = self.open().get(&room).cloned();
        if let Some(open) = open {
            open.core().seats.close_where(Closed::Evicted, |member| member.person == person);
            open.wake.notify_one();
        }
    }

    /// Who is in which room, each connection once: for asking again whether they may be.
    pub fn present(&self) -> Vec<(Uuid, Uuid)> {
        let rooms: Vec<Arc<Room>> = self.open().values().cloned().collect();
        let people = |room: &Arc<Room>| {
            let core = room.core();
            core.seats.people().map(|member| (room.id, member.person)).collect::<Vec<_>>()
        };
        rooms.iter().flat_map(people).collect()
    }

    /// Closes all connections and saves all rooms; nobody gets in any more. Waits up to twenty seconds.
    pub async fn stop(&self) {
        self.0.stopping.store(true, Ordering::SeqCst);
        let rooms: Vec<Arc<Room>> = self.open().values().cloned().collect();
        for room in rooms {
            room.core().seats.close_all(Closed::Stopping);
            room.wake.notify_one();
        }
        let all_closed = async {
            loop {
                let closed = self.0.closed.notified();
                if self.open().is_empty() {
                    return;
                }
                closed.await;
            }
        };
        if timeout(STOP_MAX, all_closed).await.is_err() {
            tracing::error!(rooms = self.open().len(), "rooms were not saved in time");
        }
    }

    /// Does something in a room as soon as it is live.
    async fn enter<T>(&self, id: Uuid, act: impl Fn(&Arc<Room>) -> Option<T>) -> Result<T> {
        for _ in 0..ATTEMPTS_MAX {
            let Some(coming) = self.come(id) else {
                return Err(Error::Away("the server is stopping".into()));
            };
            match coming.0.ready().await {
                Phase::Live => {
                    if let Some(done) = act(&coming.0) {
                        return Ok(done);
                    }
                }
                Phase::Failed => return Err(Error::unexpected("the room could not be loaded")),
                Phase::Loading | Phase::Gone => {}
            }
            tokio::task::yield_now().await;
        }
        Err(Error::unexpected("the room is being reloaded again and again"))
    }

    /// The room, opened if it is not; none while the server stops.
    fn come(&self, id: Uuid) -> Option<Coming> {
        let mut open = self.open();
        if self.are_stopping() {
            return None;
        }
        let room = open.entry(id).or_insert_with(|| {
            let room = Room::new(id);
            let keeping = tokio::spawn(Keeper::new(room.clone(), self.clone()).run());
            let (rooms, kept) = (self.clone(), room.clone());
            tokio::spawn(async move {
                // A log that panics takes the task with it, but not the room's people and those to come.
                if keeping.await.is_err() {
                    tracing::error!(room = %kept.id, "the task of a room has failed");
                    rooms.forget(&kept, Phase::Failed);
                }
            });
            room
        });
        room.core().coming += 1;
        Some(Coming(room.clone()))
    }

    /// Closes a room if nobody came meanwhile; answers whether it is closed.
    pub(crate) fn unload(&self, room: &Arc<Room>, is_done: impl Fn(&Core) -> bool) -> bool {
        let mut open = self.open();
        let core = room.core();
        if room.phase() != Phase::Live || !is_done(&core) {
            return false;
        }
        open.remove(&room.id);
        room.turn(Phase::Gone);
        self.0.closed.notify_waiters();
        true
    }

    /// Takes a room away that will not be used any more; what waits in it is dropped.
    pub(crate) fn forget(&self, room: &Arc<Room>, phase: Phase) {
        let mut open = self.open();
        let mut core = room.core();
        if open.get(&room.id).is_some_and(|present| Arc::ptr_eq(present, room)) {
            open.remove(&room.id);
        }
        core.waiting.clear();
        core.seats.close_all(Closed::Reloaded);
        room.turn(phase);
        self.0.closed.notify_waiters();
    }

    pub(crate) fn log(&self) -> &Arc<dyn Log> {
        &self.0.log
    }

    pub(crate) fn are_stopping(&self) -> bool {
        self.0.stopping.load(Ordering::SeqCst)
    }

    fn open(&self) -> MutexGuard<'_, HashMap<Uuid, Arc<Room>>> {
        self.0.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
