//! Something changed: what is found in it is read anew.

use database::Tx;
use feature::Known;
use kernel::Result;
use kernel::activity::Activity;
use kernel::ids::PersonId;

use super::store::{self, Entry};
use crate::analyser::Analyser;

/// More is found by its first words, and a snippet is taken from them.
const BODY_MAX_BYTES: usize = 1024 * 1024;

/// The object of the activity, or, if nothing can be found in that (a version), the thing it belongs to.
pub(crate) async fn keep(tx: &mut Tx, known: &Known, activity: &Activity) -> Result<()> {
    let deed = &activity.deed;
    let subject = if known.contents(&deed.object.kind).is_some() { &deed.object } else { deed.about() };
    let Some(contents) = known.contents(&subject.kind) else { return Ok(()) };
    let Some(found) = contents.contents(tx, subject.id).await? else {
        return store::remove(tx, &subject.kind, subject.id).await;
    };
    let entry = Entry {
        kind: subject.kind.to_string(),
        object_id: subject.id,
        about: found.about,
        family: found.family,
        title: found.title,
        body: shortened(&found.text),
        author: found.author,
        at: activity.at,
        by_itself: deed.actor == PersonId::NOBODY,
    };
    // A heart on a document changes nothing of what is found in it; analysing a book takes a while.
    if found.text.len() <= BODY_MAX_BYTES && store::touch(tx, &entry).await? {
        return Ok(());
    }
    let words = Analyser::default().entry(&entry.title, &found.text, [&entry.kind, entry.family]);
    store::put(tx, &entry, &words).await
}

fn shortened(text: &str) -> String {
    let mut end = BODY_MAX_BYTES.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    // PostgreSQL keeps no zero characters.
    text[..end].replace('\0', " ")
}

#[cfg(test)]
mod tests {
    use super::{BODY_MAX_BYTES, shortened};

    #[test]
    fn a_text_is_cut_between_letters_and_has_no_zeros() {
        assert_eq!(shortened("a\0ü"), "a ü");
        let long = format!("{}üü", "a".repeat(BODY_MAX_BYTES - 1));
        assert_eq!(shortened(&long).len(), BODY_MAX_BYTES - 1);
    }
}
