//! Somebody changes what she tells about herself.

use access::people;
use kernel::activity::Deed;
use kernel::{Locale, Result, limits, when};
use page::Asking;

use super::profile::Today;
use super::store;
use crate::State;
use crate::activity::INTRODUCED;

/// What is to be changed; what is `None` stays.
#[derive(Default)]
pub(crate) struct Change {
    pub name: Option<String>,
    pub what_i_do: Option<String>,
    pub today: Option<Today>,
    pub language: Option<Option<Locale>>,
}

/// Where she is today is recorded nowhere but in her profile: in the log it would be a list of when she set
/// it, day by day, and that is a record of her presence.
///
/// Errors: `Invalid` on `name` or `what_i_do`.
pub(crate) async fn change(state: &State, asking: &Asking, wanted: Change) -> Result<()> {
    let me = asking.person.id;
    let introduces = wanted.name.is_some() || wanted.what_i_do.is_some();
    let mut tx = state.parts.database.begin().await?;
    if let Some(name) = wanted.name {
        people::rename(&mut tx, me, &name).await?;
    }
    if let Some(text) = wanted.what_i_do {
        let text = kernel::line::lines("what_i_do", &text, limits::ABOUT_LENGTH_MAX_CHARS)?;
        store::describe(&mut tx, me, &text).await?;
    }
    if let Some(language) = wanted.language {
        people::speaks(&mut tx, me, language).await?;
    }
    if let Some(today) = wanted.today {
        let day = when::day_number(tx.at(), &asking.zone);
        store::be(&mut tx, me, today.code(), day).await?;
    }
    if introduces {
        tx.record(Deed { actor: me, verb: INTRODUCED, object: me.into(), target: None });
    }
    tx.commit().await
}
