//! What holds for the whole house.

use database::{Reads, Tx};
use kernel::{Locale, Result};

use crate::accounts::store;
use crate::fresh_secret;

/// The company's name as everybody sees it at the top of the house.
pub const COMPANY: &str = "company";
/// One line below it.
pub const CLAIM: &str = "claim";
/// The language of whoever chose none: `de` or `en`.
pub const LANGUAGE: &str = "language";
/// The address that people type, as the last start knew it; for commands that make links.
pub const PUBLIC_URL: &str = "public-url";
/// Signs what goes out in links. Made at the first start.
pub const SIGNING_KEY: &str = "signing-key";

pub async fn get(from: &mut impl Reads, name: &str) -> Result<Option<String>> {
    store::setting(from, name).await
}

/// What the house is called, and the line below it, in one question.
pub async fn sign(from: &mut impl Reads) -> Result<(Option<String>, Option<String>)> {
    store::two_settings(from, COMPANY, CLAIM).await
}

pub async fn put(tx: &mut Tx, name: &str, value: &str) -> Result<()> {
    store::put_setting(tx, name, value).await
}

/// The company's language; German until somebody said another.
pub async fn language(from: &mut impl Reads) -> Result<Locale> {
    Ok(language_of(get(from, LANGUAGE).await?.as_deref()))
}

pub(crate) fn language_of(setting: Option<&str>) -> Locale {
    setting.and_then(Locale::parse).unwrap_or_default()
}

/// The key that signs links, made when it is asked for the first time.
pub async fn signing_key(tx: &mut Tx) -> Result<String> {
    if let Some(key) = get(tx, SIGNING_KEY).await? {
        return Ok(key);
    }
    let key = fresh_secret()?;
    put(tx, SIGNING_KEY, &key).await?;
    Ok(key)
}
