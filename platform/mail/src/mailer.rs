//! The one who sends.

use std::path::PathBuf;
use std::sync::Arc;

use kernel::Result;

use crate::address::Address;
use crate::message::Message;
use crate::smtp::Smtp;
use crate::to_folder::Folder;

/// Where mails go, and whom they are from. A clone is the same mailer.
#[derive(Clone)]
pub struct Mailer {
    from: Arc<Address>,
    way: Way,
}

#[derive(Clone)]
enum Way {
    Folder(Folder),
    Smtp(Smtp),
}

/// Why a mail did not leave. The text names no address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// The server is away, busy, or lets us not in; or the disk is full. Later it may work.
    #[error("not sent for now: {0}")]
    Retry(String),
    /// The server will not take this mail for this person, or the mail is none. It never will work.
    #[error("not sent: {0}")]
    Refused(String),
}

impl Mailer {
    /// Each mail becomes a file `outbox/*.eml`, in the order of sending; the folder is made with the first.
    pub fn to_folder(outbox: PathBuf, from: Address) -> Self {
        Self { from: from.into(), way: Way::Folder(Folder::new(outbox)) }
    }

    /// To the mail server at `smtp://user:password@host:port` or `smtps://…`, see `smtp.rs` for when it
    /// is encrypted. Nothing is connected yet.
    ///
    /// Errors: `Invalid` if the text is no such address; it does not repeat it, because a password may be in
    /// it.
    pub fn smtp(url: &str, from: Address) -> Result<Self> {
        Ok(Self { from: from.into(), way: Way::Smtp(Smtp::new(url)?) })
    }

    /// Sends one mail. It may arrive twice if the connection breaks after the server took it; with the same
    /// `message_id` mail programs show it once.
    pub async fn send(&self, message: &Message) -> Result<(), SendError> {
        let letter = message.letter(&self.from)?;
        match &self.way {
            Way::Folder(folder) => folder.send(letter.formatted()).await,
            Way::Smtp(smtp) => smtp.send(letter).await,
        }
    }
}
