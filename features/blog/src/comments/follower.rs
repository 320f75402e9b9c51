//! The author of a comment who wants to hear what becomes of it, and letters to her.

use access::digest;
use database::Tx;
use kernel::{Error, Locale, Result};
use mail::{Address, Message};

use super::comment::Comment;
use crate::Parts;

pub(crate) struct Follower {
    pub locale: Locale,
    email: String,
    /// Ends such letters by one click.
    stop: String,
}

impl Follower {
    /// `None` if nobody follows it: a colleague, an address that was not confirmed or is gone, or who wants
    /// no letters.
    pub async fn of(parts: &Parts, tx: &mut Tx, comment: &Comment) -> Result<Option<Self>> {
        let Some(id) = comment.visitor_id.filter(|_| comment.follows == 1) else { return Ok(None) };
        let found = visitors::find(tx, id).await?.filter(|it| it.is_confirmed);
        let Some((locale, email)) = found.and_then(|it| Some((it.language, it.email?))) else {
            return Ok(None);
        };
        let receipt = visitors::open(tx, id, Some(&comment.thing())).await?;
        let stop = parts.gate.absolute(&visitors::stop_path(&receipt, &comment.thing()));
        Ok(Some(Self { locale, email, stop }))
    }

    /// Sends her this, with the way to stop it below; once for each `key`.
    pub async fn write(
        self,
        tx: &mut Tx,
        comment: &Comment,
        subject: String,
        words: &str,
        key: &str,
    ) -> Result<()> {
        let text = format!("{words}\n\n{}\n{}\n", self.locale.t("blog-answered-stop"), self.stop);
        let to = Address::new(&comment.name, &self.email);
        let unsubscribe = Some(self.stop);
        let message = Message { to, subject, text, unsubscribe, auto: true, ..Message::default() };
        let at = tx.at();
        let payload = serde_json::to_string(&message).map_err(Error::unexpected)?;
        dispatch::jobs::queue(tx, "mail", &digest(key), &payload, at).await
    }
}
