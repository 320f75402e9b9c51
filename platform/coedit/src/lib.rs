//! Writing together: y-websocket's protocol, who is present, rooms, their log and their snapshots.
//!
//! The cast: a document that is open is a room ([`Rooms`]). Somebody who opens it is a [`Member`] and gets
//! a connection ([`Joined`]): frames go in by a call and come out of a queue, and how they travel is the
//! caller's business. What people write is applied at once, kept in the [`Log`] and only then told to the
//! others; one task for each room does the keeping, so a room's log is written by one hand.
//!
//! Nobody can harm more than their own connection: frames are read with care, queues are bounded, and a
//! document that an update breaks is made anew from its log. The panic that may come with that is caught,
//! but the process's panic hook hears of it first; a server that must not print it sets its own hook.

mod awareness;
mod connection;
mod early;
mod keeping;
mod log;
mod protocol;
mod room;
mod rooms;
mod seats;

#[cfg(test)]
mod tests;

pub use connection::{Closed, Joined, Member};
pub use log::Log;
pub use rooms::Rooms;
