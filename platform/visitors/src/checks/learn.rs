//! A person decided: the words of the text count for or against the next one.

use database::Tx;
use kernel::Result;

use super::look::whole;
use super::{store, words};

/// What was decided about.
pub async fn learn(tx: &mut Tx, text: &str, website: &str, refused: bool) -> Result<()> {
    count(tx, &whole(text, website), refused, 1).await
}

/// The decision was taken back; give what was given to [`learn`].
pub async fn unlearn(tx: &mut Tx, text: &str, website: &str, refused: bool) -> Result<()> {
    count(tx, &whole(text, website), refused, -1).await
}

async fn count(tx: &mut Tx, text: &str, refused: bool, by: i64) -> Result<()> {
    let (good, bad) = if refused { (0, by) } else { (by, 0) };
    let mut all = words::words(text);
    // The empty word counts the texts themselves.
    all.insert(String::new());
    store::count(tx, &all, good, bad).await
}
