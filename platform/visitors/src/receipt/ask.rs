//! A new link to what one wrote, by mail. For an address that nobody confirmed nothing is sent, and the
//! answer is the same.

use access::{digest, settings};
use kernel::{Error, Locale, Result};
use mail::{Address, Message};

use super::open;
use crate::{Visitors, confirmation, visitor};

pub(crate) async fn ask(visitors: &Visitors, email: &str, locale: Locale) -> Result<()> {
    let email = access::people::email(email)?;
    let mut tx = visitors.database.begin().await?;
    let Some(found) = visitor::store::by_email(&mut tx, &email).await?.filter(|it| it.is_confirmed) else {
        return Ok(());
    };
    if !confirmation::count_letter(&mut tx, &email).await? {
        return Ok(());
    }
    let path = open(&mut tx, found.id, None).await?;
    let company = settings::get(&mut tx, settings::COMPANY).await?.unwrap_or_else(|| "Mitwerk".to_owned());
    let words = locale.t1("visitors-receipt-letter", "company", &company);
    let message = Message {
        to: Address::new("", &email),
        subject: locale.t1("visitors-receipt-letter-subject", "company", &company),
        text: format!("{words}\n\n{}\n", visitors.gate.absolute(&path)),
        auto: true,
        ..Message::default()
    };
    let (key, at) = (digest(&path), tx.at());
    let payload = serde_json::to_string(&message).map_err(Error::unexpected)?;
    dispatch::jobs::queue(&mut tx, "mail", &key, &payload, at).await?;
    tx.commit().await
}
