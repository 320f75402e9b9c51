//! The frames of y-websocket (y-protocols): `[kind, …]`, all numbers in lib0's variable length, seven bits a
//! byte, lowest first. A frame usually holds one message, but may hold several.
//!
//! Ours is kind 100, "kept": a page that sends it is told, now and after each time something was kept, how
//! many of the updates that it sent on this connection survive a crash. Every sync message of the kinds step
//! 2 and update counts as one, but an empty step 2 (the bytes 0, 0) does not. Clients that do not know this
//! kind never ask and are never told.

use bytes::Bytes;

const SYNC: u64 = 0;
const AWARENESS: u64 = 1;
const AUTH: u64 = 2;
const ASK_AWARENESS: u64 = 3;
const KEPT: u64 = 100;

/// What a client sends one by one; whoever packs more into a frame wants to keep us busy.
const MESSAGES_IN_FRAME_MAX: usize = 64;

/// Client ids are whole numbers that JavaScript can hold.
pub(crate) const CLIENT_MAX: u64 = (1 << 53) - 1;

pub(crate) enum Message<'a> {
    /// "This I have"; the answer is what it lacks.
    Have(&'a [u8]),
    /// An update; `answers` if it is what we lacked.
    Change {
        update: &'a [u8],
        answers: bool,
    },
    Awareness(&'a [u8]),
    AskAwareness,
    AskKept,
}

/// These bytes are no frame of the protocol.
#[derive(Debug, PartialEq)]
pub(crate) struct Malformed;

pub(crate) fn read(frame: &[u8]) -> Result<Vec<Message<'_>>, Malformed> {
    let mut bytes = Reader(frame);
    let mut messages = Vec::new();
    while !bytes.is_empty() {
        if messages.len() >= MESSAGES_IN_FRAME_MAX {
            return Err(Malformed);
        }
        messages.push(match bytes.number()? {
            SYNC => match bytes.number()? {
                0 => Message::Have(state_vector(bytes.block()?)?),
                1 => Message::Change { update: bytes.block()?, answers: true },
                2 => Message::Change { update: bytes.block()?, answers: false },
                _ => return Err(Malformed),
            },
            AWARENESS => Message::Awareness(bytes.block()?),
            ASK_AWARENESS => Message::AskAwareness,
            KEPT => Message::AskKept,
            _ => return Err(Malformed),
        });
    }
    Ok(messages)
}

/// Looks through a state vector, so that reading it later can cost no more than it holds.
fn state_vector(bytes: &[u8]) -> Result<&[u8], Malformed> {
    let mut reader = Reader(bytes);
    for _ in 0..reader.number()? {
        let (client, clock) = (reader.number()?, reader.number()?);
        if client > CLIENT_MAX || clock >= i32::MAX as u64 {
            return Err(Malformed);
        }
    }
    if reader.is_empty() { Ok(bytes) } else { Err(Malformed) }
}

/// Reads numbers and blocks of bytes.
pub(crate) struct Reader<'a>(pub(crate) &'a [u8]);

impl<'a> Reader<'a> {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn number(&mut self) -> Result<u64, Malformed> {
        let mut number = 0_u64;
        for shift in (0..63).step_by(7) {
            let (byte, rest) = self.0.split_first().ok_or(Malformed)?;
            self.0 = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if *byte < 0x80 {
                return Ok(number);
            }
        }
        Err(Malformed)
    }

    pub(crate) fn block(&mut self) -> Result<&'a [u8], Malformed> {
        let length = usize::try_from(self.number()?).map_err(|_| Malformed)?;
        let (block, rest) = self.0.split_at_checked(length).ok_or(Malformed)?;
        self.0 = rest;
        Ok(block)
    }

    pub(crate) fn text(&mut self) -> Result<&'a str, Malformed> {
        std::str::from_utf8(self.block()?).map_err(|_| Malformed)
    }
}

pub(crate) fn have(state_vector: &[u8]) -> Bytes {
    frame(&[SYNC, 0], Some(state_vector))
}

pub(crate) fn answer(update: &[u8]) -> Bytes {
    frame(&[SYNC, 1], Some(update))
}

pub(crate) fn update(update: &[u8]) -> Bytes {
    frame(&[SYNC, 2], Some(update))
}

pub(crate) fn awareness(states: &[u8]) -> Bytes {
    frame(&[AWARENESS], Some(states))
}

pub(crate) fn denied() -> Bytes {
    frame(&[AUTH, 0], Some(b"permission denied"))
}

pub(crate) fn kept(count: u64) -> Bytes {
    frame(&[KEPT, count], None)
}

fn frame(numbers: &[u64], block: Option<&[u8]>) -> Bytes {
    let mut out = Vec::with_capacity(12 + block.map_or(0, <[u8]>::len));
    numbers.iter().for_each(|number| put_number(&mut out, *number));
    if let Some(block) = block {
        put_block(&mut out, block);
    }
    out.into()
}

pub(crate) fn put_number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

pub(crate) fn put_block(out: &mut Vec<u8>, block: &[u8]) {
    put_number(out, block.len() as u64);
    out.extend_from_slice(block);
}
