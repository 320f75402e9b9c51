//! Whoever wanted to hear of answers gets a mail about one, with a link that stops such mails by one click.

use access::settings;
use database::Tx;
use kernel::Result;

use super::comment::Comment;
use super::follower::Follower;
use super::store;
use crate::Parts;

/// As much of an answer as a mail shows; the rest stands on the page.
const QUOTED_MAX_CHARS: usize = 600;

/// `answer` is shown from now on.
pub(crate) async fn tell(parts: &Parts, tx: &mut Tx, answer: &Comment) -> Result<()> {
    let Some(id) = answer.reply_to else { return Ok(()) };
    let answered = store::find(tx, id).await?;
    // Who answers herself knows.
    let is_hers = |it: &Comment| it.visitor_id.is_some() && it.visitor_id == answer.visitor_id;
    let Some(answered) = answered.filter(|it| !is_hers(it)) else { return Ok(()) };
    let Some(follower) = Follower::of(parts, tx, &answered).await? else { return Ok(()) };
    let locale = follower.locale;
    let company = settings::get(tx, settings::COMPANY).await?.unwrap_or_else(|| "Mitwerk".to_owned());
    let quoted: String = richtext::talk::plain(&answer.body).chars().take(QUOTED_MAX_CHARS).collect();
    let words = format!(
        "{}\n\n{quoted}\n\n{}\n{}",
        locale.t2("blog-answered-mail", "name", &answer.name, "title", &answer.title),
        locale.t("blog-answered-read"),
        parts.gate.absolute(&answer.url()),
    );
    let subject = locale.t2("blog-answered-subject", "title", &answer.title, "company", &company);
    follower.write(tx, &answered, subject, &words, &format!("answered/{}/{}", answer.id, answered.id)).await
}
