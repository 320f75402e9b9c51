//! The task of a room: it keeps what was written, tells of it, and closes the room when everybody has left.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use richtext::{Node, yjs};
use tokio::time::{Instant, sleep_until};
use uuid::Uuid;

use crate::connection::Closed;
use crate::protocol;
use crate::room::{Core, Phase, Room, Waiting};
use crate::rooms::Rooms;

/// After so much quiet an edit is told: a thought is finished, and search should know it.
const QUIET: Duration = Duration::from_secs(5);
/// Not told more often than this, and while people write on, not much later.
const TOLD_EVERY: Duration = Duration::from_secs(30);
/// How often the telling is tried when nobody is there any more; the log has the edits in any case.
const TELLING_ATTEMPTS_MAX: u32 = 3;
/// A log of more rows takes noticeably long to read.
const LOG_MAX_ROWS: i64 = 500;
/// A log of fewer rows is not worth a snapshot when the room is closed.
const LOG_CLOSED_MAX_ROWS: i64 = 50;

pub(crate) struct Keeper {
    room: Arc<Room>,
    rooms: Rooms,
    rows: i64,
    compact_above: i64,
    told: Option<Instant>,
    /// How often the telling failed since it last succeeded, and when it is tried again.
    failed: u32,
    again: Option<Instant>,
}

impl Keeper {
    pub(crate) fn new(room: Arc<Room>, rooms: Rooms) -> Self {
        Self { room, rooms, rows: 0, compact_above: LOG_MAX_ROWS, told: None, failed: 0, again: None }
    }

    /// Runs until the room is closed.
    pub(crate) async fn run(mut self) {
        if !self.load().await {
            return;
        }
        loop {
            match self.due() {
                Some(due) => tokio::select! {
                    () = self.room.wake.notified() => {}
                    () = sleep_until(due) => {}
                },
                None => self.room.wake.notified().await,
            }
            if !self.keep().await {
                return;
            }
            if self.rooms.are_stopping() {
                self.room.core().seats.close_all(Closed::Stopping);
            }
            self.tell().await;
            self.compact(self.compact_above).await;
            if self.is_left() {
                self.compact(LOG_CLOSED_MAX_ROWS).await;
                if self.rooms.unload(&self.room, |core| core.is_done(self.given_up())) {
                    return;
                }
            }
        }
    }

    /// Makes the document from the log; false if that cannot be read, and the room is gone.
    async fn load(&mut self) -> bool {
        let loaded = self.rooms.log().load(self.room.id).await;
        let updates = match loaded {
            Ok(updates) => updates,
            Err(cause) => {
                tracing::error!(room = %self.room.id, %cause, "a room could not be loaded");
                self.rooms.forget(&self.room, Phase::Failed);
                return false;
            }
        };
        let (doc, left_out) = yjs::load(&updates);
        if left_out > 0 {
            tracing::error!(room = %self.room.id, left_out, "updates in a log could not be read");
        }
        self.rows = i64::try_from(updates.len()).unwrap_or(i64::MAX);
        self.room.core().take(doc);
        self.room.turn(Phase::Live);
        true
    }

    /// Keeps all that waits in one call, then tells it to the others. False if the room is gone.
    async fn keep(&mut self) -> bool {
        let mut waiting = std::mem::take(&mut self.room.core().waiting);
        let mut frames = Vec::new();
        let mut updates = Vec::new();
        for one in &mut waiting {
            if let Some(update) = one.update.take() {
                frames.push((one.seat, protocol::update(&update)));
                updates.push(update);
            }
        }
        if !updates.is_empty() {
            match self.rooms.log().append(self.room.id, updates).await {
                Ok(rows) => self.rows = rows,
                Err(cause) => {
                    tracing::error!(room = %self.room.id, %cause, "edits could not be kept");
                    waiting.clear();
                    self.room.start_over();
                }
            }
        }
        let counts = counts(&waiting);
        for kept in waiting.into_iter().filter_map(|one| one.kept) {
            // Whoever waited for it may have gone.
            let _ = kept.send(());
        }
        if self.room.phase() == Phase::Loading {
            tracing::error!(room = %self.room.id, "a room was reloaded");
            return self.load().await;
        }
        let mut core = self.room.core();
        for (seat, frame) in &frames {
            core.seats.send_all(frame, *seat);
        }
        core.seats.count_kept(&counts);
        true
    }

    /// Tells the log how the document reads now, if it is time.
    async fn tell(&mut self) {
        if self.due().is_none_or(|due| Instant::now() < due) {
            return;
        }
        let Some((by, doc, snapshot)) = self.edited() else {
            return self.tell_again();
        };
        match self.rooms.log().edited(self.room.id, by.clone(), doc, snapshot).await {
            Ok(()) => (self.told, self.failed, self.again) = (Some(Instant::now()), 0, None),
            Err(cause) => {
                tracing::error!(room = %self.room.id, %cause, "an edit could not be told");
                self.tell_again();
                self.room.core().still_edited(by);
            }
        }
    }

    fn tell_again(&mut self) {
        self.failed += 1;
        self.again = Some(Instant::now() + TOLD_EVERY);
    }

    fn edited(&self) -> Option<(Vec<Uuid>, Node, Vec<u8>)> {
        let mut core = self.room.core();
        let snapshot = core.snapshot()?;
        let doc = core.node()?;
        Some((core.edits.take()?.by, doc, snapshot))
    }

    /// When the next edit is to be told.
    fn due(&self) -> Option<Instant> {
        let core = self.room.core();
        let edits = core.edits.as_ref().filter(|_| self.room.phase() == Phase::Live)?;
        let wanted = match core.seats.is_empty() {
            true if self.given_up() => return None,
            true => edits.last,
            false => {
                let wanted = (edits.last + QUIET).min(edits.first + TOLD_EVERY);
                self.told.map_or(wanted, |told| wanted.max(told + TOLD_EVERY))
            }
        };
        Some(self.again.map_or(wanted, |again| wanted.max(again)))
    }

    fn given_up(&self) -> bool {
        self.failed >= TELLING_ATTEMPTS_MAX || (self.failed > 0 && self.rooms.are_stopping())
    }

    fn is_left(&self) -> bool {
        self.room.core().is_done(self.given_up())
    }

    async fn compact(&mut self, above: i64) {
        if self.rows <= above {
            return;
        }
        let Some(snapshot) = self.room.core().snapshot() else {
            return;
        };
        match self.rooms.log().compact(self.room.id, snapshot).await {
            Ok(()) => (self.rows, self.compact_above) = (1, LOG_MAX_ROWS),
            Err(cause) => {
                tracing::error!(room = %self.room.id, %cause, "a log could not be compacted");
                self.compact_above = self.rows.saturating_add(LOG_MAX_ROWS);
            }
        }
    }
}

fn counts(waiting: &[Waiting]) -> BTreeMap<u64, u64> {
    let mut counts = BTreeMap::new();
    for seat in waiting.iter().filter_map(|one| one.seat) {
        *counts.entry(seat).or_default() += 1;
    }
    counts
}

impl Core {
    /// Whether nobody is here and nothing is left to do; edits that could not be told do not count any more
    /// once it was given up.
    fn is_done(&self, given_up: bool) -> bool {
        let told = self.edits.is_none() || given_up;
        self.seats.is_empty() && self.coming == 0 && self.waiting.is_empty() && told
    }

    fn still_edited(&mut self, by: Vec<Uuid>) {
        let now = Instant::now();
        let edits = self.edits.get_or_insert(crate::room::Edits { first: now, last: now, by: Vec::new() });
        for person in by {
            if !edits.by.contains(&person) {
                edits.by.push(person);
            }
        }
    }
}
