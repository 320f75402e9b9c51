//! A document that is open: its shared state, and what happens to it at once.
//!
//! Everything here is done under one lock and waits for nothing. What must wait for the log is left in
//! [`Core`] for the room's task (`keeping`), which is woken.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use richtext::yjs::{self, Levels, Refused};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore, oneshot, watch};
use tokio::time::Instant;
use uuid::Uuid;
use yrs::updates::decoder::Decode;
use yrs::updates::encoder::Encode;
use yrs::{Doc, ReadTxn, StateVector, Transact};

use crate::connection::{Closed, Joined, Member};
use crate::early::Early;
use crate::protocol::{self, Message};
use crate::seats::Seats;

/// How much may wait for the log before senders wait: room for a few of the largest updates.
const WAITING_MAX_KIB: usize = 16 * 1024;
/// How long each update is tried on a copy first after one of them broke the document: whoever sent it
/// sends it again when they reconnect.
const CARE: Duration = Duration::from_secs(600);

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Phase {
    /// The document is being made from the log.
    Loading,
    Live,
    /// Saved and closed; another room takes its place.
    Gone,
    /// The log could not be read.
    Failed,
}

pub(crate) struct Room {
    pub(crate) id: Uuid,
    core: Mutex<Core>,
    pub(crate) wake: Notify,
    phase: watch::Sender<Phase>,
    places: Arc<Semaphore>,
}

/// An update that is applied and not yet kept.
pub(crate) struct Waiting {
    /// None if it brought nothing new; it is only counted then.
    pub(crate) update: Option<Vec<u8>>,
    pub(crate) seat: Option<u64>,
    pub(crate) kept: Option<oneshot::Sender<()>>,
    _place: Option<OwnedSemaphorePermit>,
}

/// Edits that were not yet told to the log as a new state.
pub(crate) struct Edits {
    pub(crate) first: Instant,
    pub(crate) last: Instant,
    pub(crate) by: Vec<Uuid>,
}

pub(crate) struct Core {
    doc: Doc,
    levels: Levels,
    pub(crate) seats: Seats,
    pub(crate) waiting: Vec<Waiting>,
    pub(crate) edits: Option<Edits>,
    /// How many are about to sit down or to restore.
    pub(crate) coming: usize,
    careful_until: Option<Instant>,
}

/// Keeps a room from closing while somebody is on their way in.
pub(crate) struct Coming(pub(crate) Arc<Room>);

impl Drop for Coming {
    fn drop(&mut self) {
        self.0.core().coming -= 1;
        self.0.wake.notify_one();
    }
}

impl Room {
    pub(crate) fn new(id: Uuid) -> Arc<Self> {
        let core = Core {
            doc: Doc::new(),
            levels: Levels::default(),
            seats: Seats::default(),
            waiting: Vec::new(),
            edits: None,
            coming: 0,
            careful_until: None,
        };
        Arc::new(Self {
            id,
            core: Mutex::new(core),
            wake: Notify::new(),
            phase: watch::Sender::new(Phase::Loading),
            places: Arc::new(Semaphore::new(WAITING_MAX_KIB)),
        })
    }

    pub(crate) fn core(&self) -> MutexGuard<'_, Core> {
        self.core.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn phase(&self) -> Phase {
        *self.phase.borrow()
    }

    pub(crate) fn turn(&self, phase: Phase) {
        self.phase.send_replace(phase);
    }

    /// Waits until the document is made, or will not be.
    pub(crate) async fn ready(&self) -> Phase {
        let mut phase = self.phase.subscribe();
        let ready = phase.wait_for(|phase| *phase != Phase::Loading).await.map(|phase| *phase);
        ready.unwrap_or(Phase::Failed)
    }

    /// A place among what waits for the log, as large as the update.
    pub(crate) async fn place(&self, bytes: usize) -> Option<OwnedSemaphorePermit> {
        let kib = u32::try_from(bytes / 1024 + 1).unwrap_or(u32::MAX);
        self.places.clone().acquire_many_owned(kib).await.ok()
    }

    /// Gives somebody a seat; none if the room is not live at the moment.
    pub(crate) fn sit(self: &Arc<Self>, member: Member) -> Option<Joined> {
        let mut core = self.core();
        if self.phase() != Phase::Live {
            return None;
        }
        let state = core.doc.transact().state_vector().encode_v1();
        let ticket = core.seats.sit(member, protocol::have(&state));
        Some(Joined { outgoing: ticket.outgoing, room: self.clone(), seat: ticket.seat, why: ticket.why })
    }

    pub(crate) fn leave(&self, seat: u64) {
        self.core().seats.leave(seat);
        self.wake.notify_one();
    }

    pub(crate) fn close(&self, seat: u64, why: Closed) {
        self.core().seats.close(seat, why);
        self.wake.notify_one();
    }

    /// Does what a message asks for. Errors: why the connection must be closed.
    pub(crate) fn receive(
        &self,
        seat: u64,
        message: &Message<'_>,
        place: Option<OwnedSemaphorePermit>,
    ) -> Result<(), Closed> {
        let mut core = self.core();
        let Some(member) = core.seats.get(seat).map(|seat| seat.member.clone()) else {
            return Err(Closed::Reloaded);
        };
        match message {
            Message::Have(state) => {
                let frame = answer(&core.doc, state).ok_or(Closed::Malformed)?;
                core.seats.send(seat, frame);
            }
            Message::Change { update, answers } if !member.may_write => {
                let checked = yjs::check(update).map_err(|_| Closed::Malformed)?;
                // Whoever answers us names all deletions that they know of, readers too.
                if checked.has_structs || (checked.has_deletions && !answers) {
                    core.seats.send(seat, protocol::denied());
                }
            }
            Message::Change { update, .. } => {
                self.change(&mut core, seat, member.person, update, place)?;
                self.wake.notify_one();
            }
            Message::Awareness(bytes) => {
                let heard = core.seats.awareness.hear(seat, &member.name, bytes);
                let heard = heard.map_err(|_| Closed::Malformed)?;
                if let Some(states) = heard.news {
                    core.seats.send_all(&protocol::awareness(&states), None);
                }
                if let Some(states) = heard.correction {
                    core.seats.send(seat, protocol::awareness(&states));
                }
            }
            Message::AskAwareness => core.seats.send_presence(seat),
            Message::AskKept => core.seats.wants_kept(seat),
        }
        Ok(())
    }

    /// Makes the document read like this one; answers when that is kept.
    pub(crate) fn restore(&self, by: Uuid, doc: &richtext::Node) -> Result<oneshot::Receiver<()>, Closed> {
        let mut core = self.core();
        if self.phase() != Phase::Live {
            return Err(Closed::Reloaded);
        }
        let update = yjs::restore(&core.doc, doc).map_err(|_| self.break_up(&mut core))?;
        let (kept, receiver) = oneshot::channel();
        core.wait(Waiting { update, seat: None, kept: Some(kept), _place: None }, by);
        self.wake.notify_one();
        Ok(receiver)
    }

    /// What was applied last could not be kept: the document is made anew without it.
    pub(crate) fn start_over(&self) {
        let mut core = self.core();
        core.waiting.clear();
        core.seats.close_all(Closed::Reloaded);
        self.turn(Phase::Loading);
    }

    /// Takes in an update, and after it those of the same seat that only waited for it.
    fn change(
        &self,
        core: &mut Core,
        seat: u64,
        by: Uuid,
        update: &[u8],
        place: Option<OwnedSemaphorePermit>,
    ) -> Result<(), Closed> {
        if !self.take(core, seat, by, update, place)? {
            return Ok(());
        }
        loop {
            let early = core.seats.early(seat).map(Early::take).unwrap_or_default();
            let mut taken = false;
            for update in &early {
                taken |= self.take(core, seat, by, update, None)?;
            }
            if !taken {
                return Ok(());
            }
        }
    }

    /// Answers false for an update that came before what it builds on, and waits now.
    fn take(
        &self,
        core: &mut Core,
        seat: u64,
        by: Uuid,
        update: &[u8],
        place: Option<OwnedSemaphorePermit>,
    ) -> Result<bool, Closed> {
        let Some(changed) = self.apply(core, update)? else {
            let fits = core.seats.early(seat).is_some_and(|it| it.put(update));
            return if fits { Ok(false) } else { Err(Closed::Reloaded) };
        };
        let update = changed.then(|| update.to_vec());
        core.wait(Waiting { update, seat: Some(seat), kept: None, _place: place }, by);
        Ok(true)
    }

    /// Answers whether the document changed; none if the update came before what it builds on.
    fn apply(&self, core: &mut Core, update: &[u8]) -> Result<Option<bool>, Closed> {
        if core.careful_until.is_some_and(|until| Instant::now() < until) {
            let copy = Doc::new();
            let state = core.snapshot().ok_or(Closed::Malformed)?;
            let mut levels = Levels::default();
            let tried = yjs::apply_kept(&copy, &mut levels, &state);
            let tried = tried.and_then(|_| yjs::apply(&copy, &mut levels, update));
            if matches!(tried, Err(Refused::Broken)) {
                return Err(Closed::Malformed);
            }
        }
        match yjs::apply(&core.doc, &mut core.levels, update) {
            Ok(changed) => Ok(Some(changed)),
            Err(Refused::Early) => Ok(None),
            Err(Refused::Malformed(_)) => Err(Closed::Malformed),
            Err(Refused::Broken) => Err(self.break_up(core)),
        }
    }

    /// The document is broken: nobody may look at it any more, and the task makes another one.
    fn break_up(&self, core: &mut Core) -> Closed {
        core.take(Doc::new());
        core.careful_until = Some(Instant::now() + CARE);
        core.seats.close_all(Closed::Reloaded);
        self.turn(Phase::Loading);
        self.wake.notify_one();
        Closed::Reloaded
    }
}

impl Core {
    /// Another document takes the place of this one.
    pub(crate) fn take(&mut self, doc: Doc) {
        (self.doc, self.levels) = (doc, Levels::default());
    }

    fn wait(&mut self, waiting: Waiting, by: Uuid) {
        if waiting.update.is_some() {
            let now = Instant::now();
            let edits = self.edits.get_or_insert(Edits { first: now, last: now, by: Vec::new() });
            edits.last = now;
            if !edits.by.contains(&by) {
                edits.by.push(by);
            }
        }
        self.waiting.push(waiting);
    }

    /// The whole document as one update.
    pub(crate) fn snapshot(&self) -> Option<Vec<u8>> {
        let encode = || self.doc.transact().encode_state_as_update_v1(&StateVector::default());
        catch_unwind(AssertUnwindSafe(encode)).ok()
    }

    pub(crate) fn node(&self) -> Option<richtext::Node> {
        catch_unwind(AssertUnwindSafe(|| yjs::node_of(&self.doc))).ok()
    }
}

/// What somebody lacks who has this. None if they cannot have it; reading harms nobody else then.
fn answer(doc: &Doc, state: &[u8]) -> Option<bytes::Bytes> {
    let state = StateVector::decode_v1(state).ok()?;
    let encode = || doc.transact().encode_state_as_update_v1(&state);
    Some(protocol::answer(&catch_unwind(AssertUnwindSafe(encode)).ok()?))
}
