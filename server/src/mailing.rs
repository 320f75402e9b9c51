//! Sends the mails that features and reactors queued.

use async_trait::async_trait;
use dispatch::{Outcome, Worker};
use mail::{Mailer, Message, SendError};

pub struct Mailing(pub Mailer);

#[async_trait]
impl Worker for Mailing {
    fn kind(&self) -> &'static str {
        "mail"
    }

    fn at_once(&self) -> usize {
        2
    }

    async fn work(&self, _: &str, payload: &str) -> Outcome {
        let message: Message = match serde_json::from_str(payload) {
            Ok(message) => message,
            Err(_) => return Outcome::GiveUp("a mail that cannot be read".to_owned()),
        };
        match self.0.send(&message).await {
            Ok(()) => Outcome::Done,
            Err(SendError::Retry(why)) => Outcome::Again(why),
            Err(SendError::Refused(why)) => Outcome::GiveUp(why),
        }
    }
}
