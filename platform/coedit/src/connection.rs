//! One person's end of a room.

use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use kernel::limits::COEDIT_UPDATE_MAX_BYTES;
use tokio::sync::mpsc;
use uuid::Uuid;

use crate::protocol::{self, Message};
use crate::room::Room;

/// What a frame may hold beside the update in it.
const FRAME_MARGIN_BYTES: usize = 64;

/// Somebody who opens a document, after it was asked whether they may.
#[derive(Clone, Debug)]
pub struct Member {
    pub person: Uuid,
    /// Shown at their cursor, whatever their editor calls them.
    pub name: String,
    pub may_write: bool,
}

/// Why a connection was closed from our side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    /// What came is not of the protocol.
    Malformed,
    /// A frame or an update over the limit.
    TooLarge,
    /// Too many frames waited for a reader that did not read.
    Stalled,
    /// The person may not be here any longer.
    Evicted,
    /// The room was made anew from its log; who reconnects goes on where they were.
    Reloaded,
    /// The server is stopping.
    Stopping,
}

impl Closed {
    /// The status code of the WebSocket's close frame (RFC 6455, section 7.4.1, and its registry).
    pub fn code(self) -> u16 {
        match self {
            Self::Stopping => 1001,
            Self::Malformed => 1007,
            Self::Evicted => 1008,
            Self::TooLarge => 1009,
            Self::Reloaded => 1012,
            Self::Stalled => 1013,
        }
    }
}

/// A connection to a room. Dropping it leaves the room.
pub struct Joined {
    /// The frames to send; it ends when the connection is closed, and [`closed`](Self::closed) says why.
    pub outgoing: mpsc::Receiver<Bytes>,
    pub(crate) room: Arc<Room>,
    pub(crate) seat: u64,
    pub(crate) why: Arc<OnceLock<Closed>>,
}

impl Joined {
    /// Takes in one frame. Waits while the log is too far behind; a caller that reads on only afterwards
    /// passes the wait on to the sender.
    ///
    /// Errors: why the connection is closed. It takes and gives no more frames then.
    pub async fn incoming(&mut self, frame: &[u8]) -> Result<(), Closed> {
        if let Some(why) = self.closed() {
            return Err(why);
        }
        let taken = self.take(frame).await;
        taken.map_err(|why| {
            self.room.close(self.seat, why);
            // It may have been closed for another reason meanwhile.
            self.closed().unwrap_or(why)
        })
    }

    /// Why the connection is closed, if it is.
    pub fn closed(&self) -> Option<Closed> {
        self.why.get().copied()
    }

    async fn take(&self, frame: &[u8]) -> Result<(), Closed> {
        if frame.len() > COEDIT_UPDATE_MAX_BYTES + FRAME_MARGIN_BYTES {
            return Err(Closed::TooLarge);
        }
        for message in protocol::read(frame).map_err(|_| Closed::Malformed)? {
            // "You lack nothing": no update, so nothing to keep and nothing to count.
            if matches!(&message, Message::Change { update: [0, 0], answers: true }) {
                continue;
            }
            let place = match &message {
                Message::Change { update, .. } if update.len() > COEDIT_UPDATE_MAX_BYTES => {
                    return Err(Closed::TooLarge);
                }
                Message::Change { update, .. } => self.room.place(update.len()).await,
                _ => None,
            };
            self.room.receive(self.seat, &message, place)?;
        }
        Ok(())
    }
}

impl Drop for Joined {
    fn drop(&mut self) {
        self.room.leave(self.seat);
    }
}
