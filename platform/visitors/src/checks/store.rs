//! The rows of words and of texts that were seen.

use std::collections::{BTreeMap, BTreeSet};

use database::{Reads, Tx, execute, fetch_all, fetch_optional};
use kernel::clock::Time;
use kernel::{Error, Result};

use super::bayes::Count;

pub struct Counts {
    pub(crate) texts: Count,
    pub(crate) words: BTreeMap<String, Count>,
}

/// What is known of these words; one that was never seen has zeros.
pub async fn counts(from: &mut impl Reads, words: &BTreeSet<String>) -> Result<Counts> {
    let mut asked: Vec<&str> = words.iter().map(String::as_str).collect();
    asked.push("");
    let list = serde_json::to_string(&asked).map_err(Error::unexpected)?;
    let rows = fetch_all!(
        from,
        (String, i64, i64),
        sqlite: "select word, good, bad from visitor_word
            where word in (select value from json_each($1)) limit 1000",
        postgres: "select word, good, bad from visitor_word
            where word in (select value from json_array_elements_text(cast($1 as json))) limit 1000",
        [list.as_str()]
    )?;
    let mut all: BTreeMap<String, Count> = words.iter().map(|it| (it.clone(), Count::default())).collect();
    all.extend(rows.into_iter().map(|(word, good, bad)| (word, Count { good, bad })));
    let texts = all.remove("").unwrap_or_default();
    Ok(Counts { texts, words: all })
}

pub async fn count(tx: &mut Tx, words: &BTreeSet<String>, good: i64, bad: i64) -> Result<()> {
    let list = serde_json::to_string(words).map_err(Error::unexpected)?;
    execute!(
        tx,
        sqlite: "insert into visitor_word (word, good, bad)
            select value, max($2, 0), max($3, 0) from json_each($1) where true
            on conflict (word) do update set good = max(visitor_word.good + $2, 0),
              bad = max(visitor_word.bad + $3, 0)",
        postgres: "insert into visitor_word (word, good, bad)
            select value, greatest(cast($2 as bigint), 0), greatest(cast($3 as bigint), 0)
            from json_array_elements_text(cast($1 as json))
            on conflict (word) do update set
              good = greatest(visitor_word.good + cast($2 as bigint), 0),
              bad = greatest(visitor_word.bad + cast($3 as bigint), 0)",
        [list.as_str(), good, bad]
    )
}

pub async fn count_texts(from: &mut impl Reads, digest: &str, since: Time) -> Result<i64> {
    let row = fetch_optional!(
        from,
        (i64,),
        "select count(*) from visitor_text where digest = $1 and at > $2",
        [digest, since.micros()]
    )?;
    Ok(row.map_or(0, |it| it.0))
}

pub async fn insert_text(tx: &mut Tx, digest: &str) -> Result<()> {
    let at = tx.at().micros();
    execute!(tx, "insert into visitor_text (digest, at) values ($1, $2)", [digest, at])
}

pub async fn sweep(tx: &mut Tx, before: Time) -> Result<()> {
    execute!(tx, "delete from visitor_text where at < $1", [before.micros()])
}
