//! The one mail that may go to an address nobody has confirmed: what this is, the link, "that was not me".
//! Nothing that a visitor typed stands in it, and nobody gets more than three a day.

use std::time::Duration;

use access::{digest, fresh_secret, settings};
use database::Tx;
use kernel::{Error, Locale, Result};
use mail::{Address, Message};
use page::Gate;

use super::store;
use crate::Visitor;

/// Mails to one address that has not asked for them, within [`LETTERS_WINDOW`].
const LETTERS_MAX: i64 = 3;
const LETTERS_WINDOW: Duration = Duration::from_secs(24 * 3600);

/// How long the link works.
pub const CONFIRMATION_MAX: Duration = Duration::from_secs(7 * 24 * 3600);

/// What became of the question. Whoever wrote is told the same in each case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Sent,
    /// The address had enough mails today, or its owner said that it was not her.
    Quiet,
}

/// Queues the mail that asks the visitor whether it was her.
///
/// Errors: `NotFound` if her address was erased.
pub async fn ask(tx: &mut Tx, gate: &Gate, visitor: &Visitor, locale: Locale) -> Result<Asked> {
    let email = visitor.email.as_deref().ok_or(Error::NotFound)?;
    if !count_letter(tx, email).await? {
        return Ok(Asked::Quiet);
    }
    let secret = fresh_secret()?;
    let ends_at = tx.at().plus(CONFIRMATION_MAX);
    store::insert(tx, &digest(&secret), visitor.id, ends_at).await?;
    let company = settings::get(tx, settings::COMPANY).await?.unwrap_or_else(|| "Mitwerk".to_owned());
    let text = format!(
        "{}\n\n{}\n\n{}\n{}\n",
        locale.t1("visitors-letter-what", "company", &company),
        gate.absolute(&format!("/visitors/confirm/{secret}")),
        locale.t("visitors-letter-not-me"),
        gate.absolute(&format!("/visitors/not-me/{secret}")),
    );
    let message = Message {
        to: Address::new("", email),
        subject: locale.t1("visitors-letter-subject", "company", &company),
        text,
        auto: true,
        ..Message::default()
    };
    let (key, at) = (digest(&secret), tx.at());
    let payload = serde_json::to_string(&message).map_err(Error::unexpected)?;
    dispatch::jobs::queue(tx, "mail", &key, &payload, at).await?;
    Ok(Asked::Sent)
}

/// Counts one mail that the address has not asked for; `false` if it should not be sent.
pub(crate) async fn count_letter(tx: &mut Tx, email: &str) -> Result<bool> {
    let (address, now) = (sealed(tx, email).await?, tx.at());
    if store::is_quiet(tx, &address, now).await? {
        return Ok(false);
    }
    if store::count_letters(tx, &address, now.minus(LETTERS_WINDOW)).await? >= LETTERS_MAX {
        return Ok(false);
    }
    store::insert_letter(tx, &address).await?;
    Ok(true)
}

/// Under which an address is remembered without being kept.
pub(crate) async fn sealed(tx: &mut Tx, email: &str) -> Result<String> {
    let key = settings::signing_key(tx).await?;
    Ok(access::seal(&key, &format!("visitor/{email}")))
}
