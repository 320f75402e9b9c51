//! A colleague takes what a reader said into the talk on the page behind the article.

use access::{Person, digest, settings};
use database::Tx;
use feature::Said;
use kernel::ids::Uuid;
use kernel::{Error, Locale, Result};
use mail::{Address, Message};

use super::store;
use crate::Parts;
use crate::activity::DISCUSSED;
use crate::comments::comment::{Comment, State};
use crate::comments::{store as comments, write};

/// Answers the id of what is now said about the page. The reader hears of it if she follows what becomes of
/// her comment.
///
/// Errors: `NotFound` for who may not read the page, `Forbidden` for who may not write there, `Conflict` if
/// colleagues talk about it already, or if nobody may read it.
pub(crate) async fn discuss(parts: &Parts, person: &Person, id: Uuid) -> Result<Uuid> {
    let mut tx = parts.database.begin().await?;
    let comment = comments::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    if !matches!(comment.state, State::Shown | State::Waiting) {
        return Err(Error::conflict("blog-discuss-gone"));
    }
    // What waits is read by those alone who decide about it.
    if comment.state == State::Waiting {
        crate::articles::editors::must_be_editor(&mut tx, person).await?;
    }
    let locale = settings::language(&mut tx).await?;
    let body = quoted(locale, &comment, &parts.gate.absolute(&comment.url()));
    let said = Said { body: &body, ..Said::default() };
    let said = parts.talk.say(&mut tx, person, &comment.page(), said).await?;
    store::insert_discussed(&mut tx, id, said).await?;
    write::tell(&mut tx, person.id, DISCUSSED, &comment);
    letter(parts, &mut tx, &comment).await?;
    tx.commit().await?;
    Ok(said)
}

/// Whose words these are, and the words as a quotation.
fn quoted(locale: Locale, comment: &Comment, url: &str) -> String {
    let lines: Vec<String> = comment.body.lines().map(|line| format!("> {line}")).collect();
    format!("{}\n\n{}\n\n{url}", locale.t1("blog-discuss-said", "name", &comment.name), lines.join("\n"))
}

/// That her words matter inside; not what is said there.
async fn letter(parts: &Parts, tx: &mut Tx, comment: &Comment) -> Result<()> {
    let Some(visitor) = comment.visitor_id.filter(|_| comment.follows == 1) else { return Ok(()) };
    let found = visitors::find(tx, visitor).await?.filter(|it| it.is_confirmed);
    let Some(visitor) = found else { return Ok(()) };
    let Some(email) = &visitor.email else { return Ok(()) };
    let locale = visitor.language;
    let company = settings::get(tx, settings::COMPANY).await?.unwrap_or_else(|| "Mitwerk".to_owned());
    let receipt = visitors::open(tx, visitor.id, Some(&comment.thing())).await?;
    let stop = parts.gate.absolute(&visitors::stop_path(&receipt, &comment.thing()));
    let text = format!(
        "{}\n\n{}\n{stop}\n",
        locale.t2("blog-discussed-mail", "title", &comment.title, "company", &company),
        locale.t("blog-answered-stop"),
    );
    let message = Message {
        to: Address::new(&comment.name, email),
        subject: locale.t1("blog-discussed-subject", "company", &company),
        text,
        unsubscribe: Some(stop),
        auto: true,
        ..Message::default()
    };
    let (key, at) = (digest(&format!("discussed/{}", comment.id)), tx.at());
    let payload = serde_json::to_string(&message).map_err(Error::unexpected)?;
    dispatch::jobs::queue(tx, "mail", &key, &payload, at).await
}
