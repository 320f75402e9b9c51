//! Who is present and where their cursor is: a state for each client, which nobody keeps.
//!
//! A state is JSON and has a clock that only its client moves. Clients pass on what they hear of others, so
//! a state counts only from the connection that brought it first, and one that has left is remembered for a
//! while: otherwise somebody's echo would bring them back.

use std::collections::{BTreeMap, VecDeque};

use serde::de::IgnoredAny;
use serde_json::Value;

use crate::protocol::{CLIENT_MAX, Malformed, Reader, put_block, put_number};

/// A name, a colour and a cursor take a tenth of it.
const STATE_MAX_BYTES: usize = 4096;
/// An editor has one client for each document; a few more for those that reconnect within a page.
const CLIENTS_OF_CONNECTION_MAX: usize = 16;
/// Echoes come within seconds.
const GONE_MAX: usize = 256;

struct Presence {
    clock: u64,
    /// None once they have left.
    state: Option<String>,
    seat: u64,
}

#[derive(Default)]
pub(crate) struct Awareness {
    clients: BTreeMap<u64, Presence>,
    gone: VecDeque<u64>,
}

/// What is to be said after somebody spoke.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Heard {
    /// To everybody, the speaker too.
    pub(crate) news: Option<Vec<u8>>,
    /// To the speaker alone, whose states were older than what is known: with it their clock moves on.
    pub(crate) correction: Option<Vec<u8>>,
}

struct Said<'a> {
    client: u64,
    clock: u64,
    state: Option<&'a str>,
}

impl Awareness {
    /// Hears what a connection says. Only what it says of itself counts, and only under its own name:
    /// whatever name the state gives its user is replaced.
    pub(crate) fn hear(&mut self, seat: u64, name: &str, bytes: &[u8]) -> Result<Heard, Malformed> {
        let (mut news, mut older) = (Vec::new(), Vec::new());
        for said in read(bytes)? {
            let known = self.clients.get(&said.client);
            let foreign = known.is_some_and(|known| known.state.is_some() && known.seat != seat);
            let unknown_gone = known.is_none() && said.state.is_none();
            if foreign || unknown_gone {
                continue;
            }
            if known.is_some_and(|known| !is_newer(known, &said)) {
                older.push(said.client);
            } else {
                self.note(seat, name, &said)?;
                news.push(said.client);
            }
        }
        Ok(Heard { news: self.write(&news), correction: self.write(&older) })
    }

    fn note(&mut self, seat: u64, name: &str, said: &Said<'_>) -> Result<(), Malformed> {
        let others = self.clients.iter().filter(|(id, _)| **id != said.client).map(|(_, known)| known);
        let own = others.filter(|known| known.seat == seat && known.state.is_some()).count();
        if let Some(state) = said.state
            && (state.len() > STATE_MAX_BYTES || own >= CLIENTS_OF_CONNECTION_MAX)
        {
            return Err(Malformed);
        }
        let state = said.state.map(|state| named(state, name));
        if state.is_none() {
            self.forget_oldest(said.client);
        }
        self.clients.insert(said.client, Presence { clock: said.clock, state, seat });
        Ok(())
    }

    /// A connection has gone, and with it those that it brought; answers what to tell the others.
    pub(crate) fn leave(&mut self, seat: u64) -> Option<Vec<u8>> {
        let mut left = Vec::new();
        for (id, known) in &mut self.clients {
            if known.seat == seat && known.state.take().is_some() {
                known.clock += 1;
                left.push(*id);
            }
        }
        left.iter().for_each(|id| self.forget_oldest(*id));
        self.write(&left)
    }

    /// The states of all who are present, if anybody is.
    pub(crate) fn all(&self) -> Option<Vec<u8>> {
        let present = self.clients.iter().filter(|(_, known)| known.state.is_some());
        self.write(&present.map(|(id, _)| *id).collect::<Vec<_>>())
    }

    fn forget_oldest(&mut self, gone: u64) {
        self.gone.push_back(gone);
        if self.gone.len() > GONE_MAX
            && let Some(oldest) = self.gone.pop_front()
            && self.clients.get(&oldest).is_some_and(|known| known.state.is_none())
        {
            self.clients.remove(&oldest);
        }
    }

    fn write(&self, ids: &[u64]) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        put_number(&mut out, ids.len() as u64);
        for (id, known) in ids.iter().filter_map(|id| Some((id, self.clients.get(id)?))) {
            put_number(&mut out, *id);
            put_number(&mut out, known.clock);
            put_block(&mut out, known.state.as_deref().unwrap_or("null").as_bytes());
        }
        (!ids.is_empty()).then_some(out)
    }
}

fn is_newer(known: &Presence, said: &Said<'_>) -> bool {
    said.clock > known.clock || (said.clock == known.clock && said.state.is_none() && known.state.is_some())
}

/// Looks through all that is said before anything of it counts.
fn read(bytes: &[u8]) -> Result<Vec<Said<'_>>, Malformed> {
    let mut reader = Reader(bytes);
    let mut all = Vec::new();
    for _ in 0..reader.number()? {
        let (client, clock) = (reader.number()?, reader.number()?);
        let state = reader.text()?;
        let sound = client <= CLIENT_MAX && clock < u64::from(u32::MAX);
        if !sound || serde_json::from_str::<IgnoredAny>(state).is_err() {
            return Err(Malformed);
        }
        all.push(Said { client, clock, state: Some(state).filter(|state| *state != "null") });
    }
    if reader.is_empty() { Ok(all) } else { Err(Malformed) }
}

/// The state under the name of whoever sent it.
fn named(state: &str, name: &str) -> String {
    match serde_json::from_str::<Value>(state) {
        Ok(mut value) if value.get("user").is_some_and(Value::is_object) => {
            value["user"]["name"] = Value::from(name);
            value.to_string()
        }
        _ => state.to_owned(),
    }
}
