//! A colleague takes what a reader said into the talk on the page behind the article.

use access::{Person, Visibility, may, settings};
use database::Tx;
use feature::Said;
use kernel::ids::Uuid;
use kernel::{Error, Locale, Result};

use super::store;
use crate::Parts;
use crate::activity::DISCUSSED;
use crate::articles::editors;
use crate::comments::comment::{Comment, State};
use crate::comments::follower::Follower;
use crate::comments::{store as comments, write};

/// As much as is quoted; the rest stands on the page, and what colleagues say needs room, too.
const QUOTED_MAX_CHARS: usize = 2_000;

/// Answers the id of what is now said about the page. The reader hears of it if she follows what becomes of
/// her comment.
///
/// Errors: `NotFound` for who may not read the page, `Forbidden` for who may not write there, `Conflict` if
/// colleagues talk about it already, if nobody may read it, or if it waits and others than colleagues would
/// read the talk.
pub(crate) async fn discuss(parts: &Parts, person: &Person, id: Uuid) -> Result<Uuid> {
    let mut tx = parts.database.begin().await?;
    let comment = comments::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    if !matches!(comment.state, State::Shown | State::Waiting) {
        return Err(Error::conflict("blog-discuss-gone"));
    }
    if comment.state == State::Waiting {
        // It is read by those alone who decide about it, and what is said about a page is read by whoever
        // reads the page.
        editors::must_be_editor(&mut tx, person).await?;
        let page = may::read(&mut tx, person, &comment.page()).await?;
        if matches!(page.visibility, Visibility::Public | Visibility::Customers) {
            return Err(Error::conflict("blog-discuss-public"));
        }
    }
    let locale = settings::language(&mut tx).await?;
    let body = quoted(locale, &comment, &parts.gate.absolute(&comment.url()));
    let said = Said { body: &body, ..Said::default() };
    let said = parts.talk.say(&mut tx, person, &comment.page(), said).await?;
    store::insert_discussed(&mut tx, id, said).await?;
    write::tell(&mut tx, person.id, DISCUSSED, &comment);
    letter(parts, &mut tx, &comment).await?;
    tx.commit().await?;
    Ok(said)
}

/// Whose words these are, and the words as a quotation. Her name is one, whatever signs stand in it.
fn quoted(locale: Locale, comment: &Comment, url: &str) -> String {
    let mut words: String = comment.body.chars().take(QUOTED_MAX_CHARS).collect();
    if words.len() < comment.body.len() {
        words.push_str(" …");
    }
    let lines: Vec<String> = words.lines().map(|line| format!("> {line}")).collect();
    let name: String = comment.name.chars().flat_map(escaped).collect();
    format!("{}\n\n{}\n\n{url}", locale.t1("blog-discuss-said", "name", name), lines.join("\n"))
}

/// CommonMark, 2.4: a backslash takes every meaning from a sign.
fn escaped(it: char) -> impl Iterator<Item = char> {
    it.is_ascii_punctuation().then_some('\\').into_iter().chain([it])
}

/// That her words matter inside; not what is said there.
async fn letter(parts: &Parts, tx: &mut Tx, comment: &Comment) -> Result<()> {
    let Some(follower) = Follower::of(parts, tx, comment).await? else { return Ok(()) };
    let company = settings::get(tx, settings::COMPANY).await?.unwrap_or_else(|| "Mitwerk".to_owned());
    let words = follower.locale.t2("blog-discussed-mail", "title", &comment.title, "company", &company);
    let subject = follower.locale.t1("blog-discussed-subject", "company", &company);
    follower.write(tx, comment, subject, &words, &format!("discussed/{}", comment.id)).await
}
