//! Whoever wanted to hear of answers gets a mail about one, with a link that stops such mails by one click.

use access::{digest, settings};
use database::Tx;
use kernel::{Error, Result};
use mail::{Address, Message};

use super::comment::Comment;
use super::store;
use crate::Parts;

/// As much of an answer as a mail shows; the rest stands on the page.
const QUOTED_MAX_CHARS: usize = 600;

/// `answer` is shown from now on.
pub(crate) async fn tell(parts: &Parts, tx: &mut Tx, answer: &Comment) -> Result<()> {
    let Some(id) = answer.reply_to else { return Ok(()) };
    let Some(answered) = store::find(tx, id).await?.filter(|it| it.follows == 1) else { return Ok(()) };
    let Some(visitor) = answered.visitor_id.filter(|it| answer.visitor_id != Some(*it)) else {
        return Ok(());
    };
    let Some(visitor) = visitors::find(tx, visitor).await?.filter(|it| it.is_confirmed) else {
        return Ok(());
    };
    let Some(email) = &visitor.email else { return Ok(()) };
    let locale = visitor.language;
    let company = settings::get(tx, settings::COMPANY).await?.unwrap_or_else(|| "Mitwerk".to_owned());
    let receipt = visitors::open(tx, visitor.id, Some(&answered.thing())).await?;
    let stop = parts.gate.absolute(&visitors::stop_path(&receipt, &answered.thing()));
    let quoted: String = richtext::talk::plain(&answer.body).chars().take(QUOTED_MAX_CHARS).collect();
    let text = format!(
        "{}\n\n{quoted}\n\n{}\n{}\n\n{}\n{stop}\n",
        locale.t2("blog-answered-mail", "name", &answer.name, "title", &answer.title),
        locale.t("blog-answered-read"),
        parts.gate.absolute(&answer.url()),
        locale.t("blog-answered-stop"),
    );
    let message = Message {
        to: Address::new(&answered.name, email),
        subject: locale.t2("blog-answered-subject", "title", &answer.title, "company", &company),
        text,
        unsubscribe: Some(stop),
        auto: true,
        ..Message::default()
    };
    let (key, at) = (digest(&format!("answered/{}/{}", answer.id, answered.id)), tx.at());
    let payload = serde_json::to_string(&message).map_err(Error::unexpected)?;
    dispatch::jobs::queue(tx, "mail", &key, &payload, at).await
}
