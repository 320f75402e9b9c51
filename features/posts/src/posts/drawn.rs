//! Posts ready to be drawn, many of them in a handful of statements.

use std::collections::HashMap;

use access::Person;
use askama::Template;
use database::Reads;
use kernel::Result;
use kernel::ids::Uuid;
use page::Voice;

use super::body;
use super::post::Post;
use super::store;
use crate::polls::poll::{Choice, Poll};
use crate::reading::standing::{Standing, is_over};
use crate::{polls, reading};

/// What a post says, with all that can be done in it: choose, confirm.
#[derive(Template)]
#[template(path = "posts/_post.html")]
pub(crate) struct Shown {
    pub v: Voice,
    pub post: Post,
    pub html: String,
    pub poll: Option<Ballot>,
    pub notice: Option<Notice>,
}

/// The poll, as a frame that is drawn anew after each vote.
#[derive(Template)]
#[template(path = "polls/_poll.html")]
pub(crate) struct Ballot {
    pub v: Voice,
    pub post: Uuid,
    pub poll: Poll,
    pub may_vote: bool,
    /// She has voted and wants to choose anew.
    pub again: bool,
    pub fault: String,
}

impl Ballot {
    /// Whether there is something to choose; else what came of it is shown.
    fn is_open(&self) -> bool {
        self.may_vote && !self.is_closed() && (self.again || !self.poll.has_voted())
    }

    fn shows_results(&self) -> bool {
        self.poll.shows_results(self.v.now)
    }

    fn is_closed(&self) -> bool {
        self.poll.is_closed(self.v.now)
    }

    fn may_change(&self) -> bool {
        self.may_vote && !self.is_closed()
    }

    fn share(&self, choice: &Choice) -> i64 {
        self.poll.share(choice)
    }

    fn names(choice: &Choice) -> String {
        choice.names.join(", ")
    }
}

/// What an announcement asks of its reader, and how it stands for its author.
#[derive(Template)]
#[template(path = "reading/_notice.html")]
pub(crate) struct Notice {
    pub v: Voice,
    pub post: Uuid,
    pub read_by: Option<i64>,
    pub is_mine: bool,
    pub may_confirm: bool,
    pub standing: Standing,
}

impl Notice {
    fn names(names: &[String]) -> String {
        names.join(", ")
    }
}

/// These posts, newest first, as far as they are there; whoever asks has found out who may read them.
pub(crate) async fn several(
    from: &mut impl Reads,
    v: &Voice,
    person: &Person,
    ids: &[Uuid],
) -> Result<Vec<Shown>> {
    let mut posts = store::fetch(from, ids).await?;
    posts.sort_by_key(|it| std::cmp::Reverse((it.at, it.id)));
    let mut names = store::names_in(from, ids).await?;
    let mut ballots = polls::store::of(from, person, ids).await?;
    let notices: Vec<Uuid> = posts.iter().filter(|it| it.is_announcement()).map(|it| it.id).collect();
    let confirmed = reading::store::mine(from, person, &notices).await?;
    let mut standings = standings(from, v, person, &posts).await?;
    let is_somebody = person.is_somebody();
    let shown = |post: Post| {
        let names = names.remove(&post.id).unwrap_or_default();
        let (id, is_mine, waits) = (post.id, post.is_by(person), post.waits());
        let ballot = |poll| {
            let (v, fault, may_vote) = (v.clone(), String::new(), is_somebody && !waits);
            Ballot { v, post: id, poll, may_vote, again: false, fault }
        };
        let notice = post.is_announcement().then(|| Notice {
            v: v.clone(),
            post: id,
            read_by: post.read_by,
            is_mine,
            may_confirm: is_somebody && !is_mine,
            standing: Standing { mine: confirmed.contains(&id), ..standings.remove(&id).unwrap_or_default() },
        });
        let poll = ballots.remove(&id).map(ballot);
        Shown { v: v.clone(), html: body::html(&post.body, &names), poll, notice, post }
    };
    Ok(posts.into_iter().map(shown).collect())
}

/// Of the announcements that are her own: nobody else counts.
async fn standings(
    from: &mut impl Reads,
    v: &Voice,
    person: &Person,
    posts: &[Post],
) -> Result<HashMap<Uuid, Standing>> {
    let own = || posts.iter().filter(|it| it.is_announcement() && it.is_by(person) && !it.waits());
    let all: Vec<Uuid> = own().map(|it| it.id).collect();
    let over: Vec<Uuid> = own().filter(|it| is_over(it, v.now)).map(|it| it.id).collect();
    reading::store::standings(from, &all, &over).await
}

pub(crate) async fn one(
    from: &mut impl Reads,
    v: &Voice,
    person: &Person,
    id: Uuid,
) -> Result<Option<Shown>> {
    Ok(several(from, v, person, &[id]).await?.pop())
}
