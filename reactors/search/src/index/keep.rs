//! Something changed: what is found in it is read anew.

use database::Tx;
use feature::Known;
use kernel::Result;
use kernel::activity::Activity;

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
    let analyser = Analyser::default();
    let mut tokens = analyser.tokens(&found.title);
    tokens.extend(analyser.tokens(&found.text));
    let entry = Entry {
        kind: subject.kind.to_string(),
        object_id: subject.id,
        about: found.about,
        family: found.family,
        title: found.title,
        body: shortened(found.text),
        author: found.author,
        at: activity.at,
    };
    store::put(tx, &entry, &tokens.into_iter().collect::<Vec<_>>().join(" ")).await
}

fn shortened(mut text: String) -> String {
    let mut end = BODY_MAX_BYTES.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.truncate(end);
    // PostgreSQL keeps no zero characters.
    text.replace('\0', " ")
}
