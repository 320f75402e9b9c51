//! What everybody sees below an article: the comments, and the form for another one.

use std::collections::HashSet;

use access::settings;
use askama::Template;
use database::Reader;
use kernel::ids::Uuid;
use kernel::{Error, Result};
use page::Voice;
use visitors::checks;

use super::comment::{Comment, State};
use super::{rules, store};
use crate::articles::article::Public;

/// What was typed, and what was wrong with it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Typed {
    pub name: String,
    pub email: String,
    pub body: String,
    pub website: String,
    pub reply_to: String,
    pub follows: bool,
    pub field: &'static str,
    pub problem: String,
    /// It came too often: it may take the slow way.
    pub too_often: bool,
}

#[derive(Template)]
#[template(path = "comments/below.html")]
struct Below {
    v: Voice,
    company: String,
    article: Public,
    threads: Vec<Thread>,
    count: usize,
    is_open: bool,
    began: String,
    typed: Typed,
    /// Whom it answers, if that stands there.
    answers: String,
}

/// A comment and the answers to it.
struct Thread {
    comment: Comment,
    answers: Vec<Comment>,
}

impl Below {
    fn is_wrong(&self, field: &str) -> bool {
        self.typed.field == field
    }

    fn is_gone(&self, comment: &Comment) -> bool {
        comment.state != State::Shown
    }

    fn is_ours(&self, comment: &Comment) -> bool {
        comment.person_id.is_some()
    }

    /// Initials for the ground behind them.
    fn initials(&self, comment: &Comment) -> String {
        let words = comment.name.split_whitespace();
        words
            .filter_map(|it| it.chars().find(|it| it.is_alphanumeric()))
            .take(2)
            .collect::<String>()
            .to_uppercase()
    }

    /// One of eight grounds, the same for the same name.
    fn ground(&self, comment: &Comment) -> u32 {
        comment.name.chars().map(u32::from).fold(0, u32::wrapping_add) % 8 + 1
    }
}

/// HTML for the end of the article's page, in the language of `v`.
pub(crate) async fn below(reader: &mut Reader, v: &Voice, article: &Public, typed: Typed) -> Result<String> {
    let all = store::shown(reader, article.id).await?;
    let count = all.iter().filter(|it| it.state == State::Shown).count();
    let rules = rules::of_article(reader, article.id).await?;
    let company = settings::get(reader, settings::COMPANY).await?.unwrap_or_else(|| "Mitwerk".to_owned());
    let answered: Option<Uuid> = typed.reply_to.parse().ok();
    let answers = all.iter().find(|it| Some(it.id) == answered && it.state == State::Shown);
    let page = Below {
        v: v.clone(),
        company,
        article: article.clone(),
        answers: answers.map(|it| it.name.clone()).unwrap_or_default(),
        threads: threads(all),
        count,
        is_open: rules.is_open(article.published_at, v.now),
        began: checks::began(reader, v.now).await?,
        typed,
    };
    page.render().map_err(Error::unexpected)
}

/// A page but for the moment in which its form was given out: what is the same otherwise is the same page.
/// Who comes back to a kept one has an older moment in it, which does no harm.
pub(crate) fn without_time(page: &str) -> String {
    const BEFORE: &str = "name=\"began\" value=\"";
    let Some((head, rest)) = page.split_once(BEFORE) else { return page.to_owned() };
    let tail = rest.split_once('"').map_or("", |(_, tail)| tail);
    format!("{head}{tail}")
}

/// Oldest first, answers under what they answer.
fn threads(all: Vec<Comment>) -> Vec<Thread> {
    let there: HashSet<Uuid> = all.iter().map(|it| it.id).collect();
    let (answers, roots): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|it| it.reply_to.is_some_and(|it| there.contains(&it)));
    let mut threads: Vec<Thread> =
        roots.into_iter().map(|comment| Thread { comment, answers: Vec::new() }).collect();
    for answer in answers {
        if let Some(thread) = threads.iter_mut().find(|it| Some(it.comment.id) == answer.reply_to) {
            thread.answers.push(answer);
        }
    }
    threads
}
