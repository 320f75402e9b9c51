//! All checks together.

use std::time::Duration;

use database::Tx;
use kernel::Result;

use super::form::Trap;
use super::reason::{Reason, Sign};
use super::{bayes, store, words};

/// More links than people put into a comment.
const LINKS_MAX: i64 = 2;

/// How long a text is known again.
const AGAIN_WINDOW: Duration = Duration::from_secs(30 * 24 * 3600);

/// What is looked at. Never a name: the words of a text are counted and shown, and names are nobody's reason.
#[derive(Clone, Copy, Debug)]
pub struct Looked<'a> {
    pub text: &'a str,
    pub website: &'a str,
    pub trap: Trap<'a>,
}

/// Why a person should look at it, strongest first; and remembers it, to know it again.
pub async fn look(tx: &mut Tx, looked: Looked<'_>) -> Result<Vec<Reason>> {
    let now = tx.at();
    let mut reasons = looked.trap.look(tx, now).await?;
    let links = words::links(looked.text);
    if links > LINKS_MAX {
        reasons.push(Reason::new(Sign::Links, if links > 2 * LINKS_MAX { 3 } else { 2 }, links));
    }
    let fingerprint = words::fingerprint(looked.text);
    let before = store::count_texts(tx, &fingerprint, now.minus(AGAIN_WINDOW)).await?;
    store::insert_text(tx, &fingerprint).await?;
    if before > 0 {
        reasons.push(Reason::new(Sign::Again, before.clamp(1, 3), before + 1));
    }
    let whole = whole(looked.text, looked.website);
    let known = store::counts(tx, &words::words(&whole)).await?;
    if let Some(deciding) = bayes::judge(known.texts, &known.words) {
        let mut reason = Reason::new(Sign::Words, 3, 0);
        reason.words = deciding;
        reasons.push(reason);
    }
    reasons.sort_by_key(|it| std::cmp::Reverse(it.weight));
    Ok(reasons)
}

/// What is judged and learnt from.
pub(crate) fn whole(text: &str, website: &str) -> String {
    format!("{website}\n{text}")
}
