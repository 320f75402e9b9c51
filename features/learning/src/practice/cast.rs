//! Who plays the colleagues. They are people without an account who belong to no company list, and their
//! names say what they are.

use access::{Person, people};
use database::Tx;
use kernel::ids::PersonId;
use kernel::{Error, Locale, Result};

use super::store;

/// `Nele`, `Bert`, or `customer`: made when first needed.
pub(crate) async fn player(tx: &mut Tx, name: &str) -> Result<Person> {
    let id = match store::player(tx, name).await? {
        Some(id) => id,
        None => {
            // They speak the language of the house; there is one of each for all.
            let locale: Locale = access::settings::language(tx).await?;
            let (shown, role) = match name {
                "customer" => (locale.t("learning-practice-customer"), "customer"),
                "Nele" => (locale.t("learning-practice-nele"), "guest"),
                _ => (locale.t("learning-practice-bert"), "guest"),
            };
            store::put_player(tx, name, &shown, role).await?
        }
    };
    let found = people::by_id(tx, PersonId::from(id)).await?;
    found.ok_or_else(|| Error::unexpected("a practice colleague is not there"))
}
