//! What was decided and why, told to those whom it is about: who wrote, and who reported.

use access::{digest, settings};
use database::Tx;
use kernel::{Error, Locale, Result};
use mail::{Address, Message};

use super::store::Report;
use crate::Parts;
use crate::comments::comment::Comment;

/// Her comment is not shown, and why. Nothing for a colleague, who reads it inside.
pub(crate) async fn to_author(parts: &Parts, tx: &mut Tx, comment: &Comment, reason: &str) -> Result<()> {
    let Some(id) = comment.visitor_id else { return Ok(()) };
    let Some(visitor) = visitors::find(tx, id).await?.filter(|it| it.is_confirmed) else { return Ok(()) };
    let Some(email) = &visitor.email else { return Ok(()) };
    let locale = visitor.language;
    let receipt = visitors::open(tx, id, Some(&comment.thing())).await?;
    let text = format!(
        "{}\n\n{reason}\n\n{}\n{}\n",
        locale.t1("blog-refused-mail", "title", &comment.title),
        locale.t("blog-refused-receipt"),
        parts.gate.absolute(&receipt),
    );
    let key = format!("refused/{}/{}", comment.id, tx.at().micros());
    let subject = locale.t1("blog-refused-subject", "title", &comment.title);
    send(tx, email, subject, text, &key).await
}

/// What became of what they reported. Only who has confirmed her address gets a mail.
pub(crate) async fn to_reporters(
    tx: &mut Tx,
    comment: &Comment,
    reports: &[Report],
    stays: bool,
    reason: &str,
) -> Result<()> {
    let company = settings::get(tx, settings::COMPANY).await?.unwrap_or_else(|| "Mitwerk".to_owned());
    for report in reports {
        let Some(id) = report.visitor_id else { continue };
        let Some(visitor) = visitors::find(tx, id).await?.filter(|it| it.is_confirmed) else { continue };
        let Some(email) = &visitor.email else { continue };
        let locale = Locale::parse(&report.language).unwrap_or_default();
        let what = if stays { "blog-reported-stays" } else { "blog-reported-gone" };
        let mut text = locale.t2(what, "title", &comment.title, "company", &company);
        if !reason.is_empty() {
            text.push_str(&format!("\n\n{}\n{reason}", locale.t("blog-reported-reason")));
        }
        text.push('\n');
        let subject = locale.t1("blog-reported-subject", "company", &company);
        send(tx, email, subject, text, &format!("reported/{}", report.id)).await?;
    }
    Ok(())
}

async fn send(tx: &mut Tx, email: &str, subject: String, text: String, key: &str) -> Result<()> {
    let to = Address::new("", email);
    let message = Message { to, subject, text, auto: true, ..Message::default() };
    let at = tx.at();
    let payload = serde_json::to_string(&message).map_err(Error::unexpected)?;
    dispatch::jobs::queue(tx, "mail", &digest(key), &payload, at).await
}
