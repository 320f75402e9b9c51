//! Who sits in a room, and how frames reach them.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use kernel::limits::COEDIT_QUEUE_MAX_FRAMES;
use tokio::sync::mpsc;

use crate::awareness::Awareness;
use crate::connection::{Closed, Member};
use crate::early::Early;
use crate::protocol;

pub(crate) struct Seat {
    pub(crate) member: Member,
    outgoing: mpsc::Sender<Bytes>,
    why: Arc<OnceLock<Closed>>,
    /// How many of this connection's updates are kept.
    kept: u64,
    wants_kept: bool,
    pub(crate) early: Early,
}

/// What somebody holds in their hand who sits down.
pub(crate) struct Ticket {
    pub(crate) seat: u64,
    pub(crate) outgoing: mpsc::Receiver<Bytes>,
    pub(crate) why: Arc<OnceLock<Closed>>,
}

#[derive(Default)]
pub(crate) struct Seats {
    seats: BTreeMap<u64, Seat>,
    next: u64,
    /// Who left, and was not yet told to the others.
    left: Vec<u64>,
    pub(crate) awareness: Awareness,
}

impl Seats {
    pub(crate) fn is_empty(&self) -> bool {
        self.seats.is_empty()
    }

    pub(crate) fn get(&self, seat: u64) -> Option<&Seat> {
        self.seats.get(&seat)
    }

    pub(crate) fn early(&mut self, seat: u64) -> Option<&mut Early> {
        self.seats.get_mut(&seat).map(|it| &mut it.early)
    }

    pub(crate) fn people(&self) -> impl Iterator<Item = &Member> {
        self.seats.values().map(|seat| &seat.member)
    }

    /// Gives somebody a seat and their first frames.
    pub(crate) fn sit(&mut self, member: Member, first: Bytes) -> Ticket {
        let (sender, outgoing) = mpsc::channel(COEDIT_QUEUE_MAX_FRAMES);
        let why = Arc::new(OnceLock::new());
        let seat = self.next;
        self.next += 1;
        let sits = Seat {
            member,
            outgoing: sender,
            why: why.clone(),
            kept: 0,
            wants_kept: false,
            early: Early::default(),
        };
        self.seats.insert(seat, sits);
        self.send(seat, first);
        self.send_presence(seat);
        Ticket { seat, outgoing, why }
    }

    pub(crate) fn send_presence(&mut self, seat: u64) {
        if let Some(states) = self.awareness.all() {
            self.send(seat, protocol::awareness(&states));
        }
    }

    pub(crate) fn send(&mut self, seat: u64, frame: Bytes) {
        self.push(seat, frame);
        self.say_gone();
    }

    pub(crate) fn send_all(&mut self, frame: &Bytes, except: Option<u64>) {
        self.push_all(frame, except);
        self.say_gone();
    }

    /// Puts a frame into somebody's queue. Who does not read what waits there has left.
    fn push(&mut self, seat: u64, frame: Bytes) {
        if self.seats.get(&seat).is_some_and(|sits| sits.outgoing.try_send(frame).is_err()) {
            self.remove(seat, Some(Closed::Stalled));
        }
    }

    fn push_all(&mut self, frame: &Bytes, except: Option<u64>) {
        let seats: Vec<u64> = self.seats.keys().copied().filter(|seat| Some(*seat) != except).collect();
        for seat in seats {
            self.push(seat, frame.clone());
        }
    }

    fn remove(&mut self, seat: u64, why: Option<Closed>) {
        if let Some(sits) = self.seats.remove(&seat) {
            if let Some(why) = why {
                let _ = sits.why.set(why);
            }
            self.left.push(seat);
        }
    }

    /// Tells those who are still here that those whom others brought are gone, until nobody leaves by that.
    fn say_gone(&mut self) {
        while let Some(seat) = self.left.pop() {
            if let Some(states) = self.awareness.leave(seat) {
                self.push_all(&protocol::awareness(&states), None);
            }
        }
    }

    pub(crate) fn wants_kept(&mut self, seat: u64) {
        if let Some(sits) = self.seats.get_mut(&seat) {
            sits.wants_kept = true;
            let frame = protocol::kept(sits.kept);
            self.send(seat, frame);
        }
    }

    /// Counts updates that are kept now, and tells those who asked for it.
    pub(crate) fn count_kept(&mut self, counts: &BTreeMap<u64, u64>) {
        for (seat, count) in counts {
            if let Some(sits) = self.seats.get_mut(seat) {
                sits.kept += count;
                if sits.wants_kept {
                    let frame = protocol::kept(sits.kept);
                    self.push(*seat, frame);
                }
            }
        }
        self.say_gone();
    }

    /// Closes a connection, if it is still there.
    pub(crate) fn close(&mut self, seat: u64, why: Closed) {
        self.remove(seat, Some(why));
        self.say_gone();
    }

    pub(crate) fn leave(&mut self, seat: u64) {
        self.remove(seat, None);
        self.say_gone();
    }

    pub(crate) fn close_where(&mut self, why: Closed, leaves: impl Fn(&Member) -> bool) {
        let seats = self.seats.iter().filter(|(_, sits)| leaves(&sits.member)).map(|(seat, _)| *seat);
        for seat in seats.collect::<Vec<_>>() {
            self.remove(seat, Some(why));
        }
        self.say_gone();
    }

    pub(crate) fn close_all(&mut self, why: Closed) {
        for sits in std::mem::take(&mut self.seats).into_values() {
            let _ = sits.why.set(why);
        }
        self.awareness = Awareness::default();
    }
}
