//! A comment with all that was answered to it, ready to be drawn.

use std::collections::HashMap;

use access::{Named, Person, Seen};
use askama::Template;
use database::{Reader, Reads};
use feature::Answering;
use kernel::Result;
use kernel::ids::{ThingId, Uuid};
use page::{Asking, Audience, Voice};

use crate::Parts;
use crate::anchors::anchor::State;
use crate::comments::body::{Names, html};
use crate::comments::comment::{Comment, CommentId};
use crate::comments::store;
use crate::reactions::bar::{self, Bar, Reactions};

/// Who looks at the talk about which thing.
#[derive(Clone)]
pub(crate) struct Scene {
    pub v: Voice,
    pub person: Person,
    pub about: Seen,
    pub audience: Audience,
    /// Of a question, how it stands with its answer.
    pub answering: Option<Answering>,
}

impl Scene {
    pub async fn of(reader: &mut Reader, parts: &Parts, asking: &Asking, about: Seen) -> Result<Self> {
        let (v, person) = (asking.voice(), asking.person.clone());
        let audience = Audience::of(reader, &v, &about).await?;
        let answering = match parts.known.known().answers(&about.kind) {
            Some(answers) => answers.answering(reader, &person, about.id).await?,
            None => None,
        };
        Ok(Self { v, person, about, audience, answering })
    }

    pub fn may_write(&self) -> bool {
        self.about.level.may_write() && self.person.is_somebody()
    }

    /// An erased person is somebody.
    pub fn name(&self, name: &str) -> String {
        if name.is_empty() { self.v.t("discussions-somebody") } else { name.to_owned() }
    }
}

/// The words of a comment, and those that stood there before.
#[derive(Template)]
#[template(path = "comments/_words.html")]
pub(crate) struct Words {
    pub v: Voice,
    pub id: Uuid,
    pub html: String,
    pub is_removed: bool,
    pub edited_at: Option<i64>,
    /// Until when, and what it said.
    pub former: Vec<(i64, String)>,
}

/// Whose answer is awaited.
pub(crate) struct Awaited {
    pub id: Uuid,
    pub name: String,
}

/// One comment of a thread.
pub(crate) struct Said {
    pub id: Uuid,
    pub author: Named,
    pub name: String,
    pub at: i64,
    pub is_removed: bool,
    pub may_edit: bool,
    pub may_remove: bool,
    /// Who is asked, while the answer is awaited.
    pub waits_for: Option<Awaited>,
    /// It is the answer to what was asked.
    pub is_answer: bool,
    /// Where it is marked as that, or no longer.
    pub mark: Option<String>,
    pub words: Words,
    pub bar: Bar,
}

/// The passage that a comment hangs on.
pub(crate) struct Passage {
    pub quote: String,
    /// As it reads now, where it was changed.
    pub now: Option<String>,
    pub prefix: String,
    pub suffix: String,
    pub page: Option<i64>,
    pub note: i64,
    pub state: State,
    pub version: i64,
    /// Whether it is known where it stands.
    pub is_there: bool,
}

impl Passage {
    fn of(comment: &Comment) -> Option<Self> {
        let state = State::from_code(&comment.anchor_state);
        let is_there = state == State::Held || state == State::Moved && comment.anchor_place.is_some();
        Some(Self {
            quote: comment.quote.clone()?,
            now: comment.quote_now.clone().filter(|_| state == State::Moved),
            prefix: comment.prefix.clone().unwrap_or_default(),
            suffix: comment.suffix.clone().unwrap_or_default(),
            page: comment.page,
            note: comment.note.unwrap_or(1),
            state,
            version: comment.anchor_version,
            is_there,
        })
    }

    fn words(&self) -> &str {
        self.now.as_deref().unwrap_or(&self.quote)
    }

    fn page_number(&self) -> String {
        self.page.map(|it| it.to_string()).unwrap_or_default()
    }

    fn is_lost(&self) -> bool {
        self.state == State::Lost
    }

    fn has_moved(&self) -> bool {
        self.state == State::Moved
    }
}

#[derive(Template)]
#[template(path = "timeline/_thread.html")]
pub(crate) struct Thread {
    pub v: Voice,
    pub me: Uuid,
    pub about: ThingId,
    pub audience: Audience,
    pub may_write: bool,
    pub is_resolved: bool,
    pub passage: Option<Passage>,
    pub first: Said,
    pub replies: Vec<Said>,
}

impl Thread {
    /// Who took part in it.
    pub fn people(&self) -> impl Iterator<Item = &Named> {
        std::iter::once(&self.first).chain(&self.replies).map(|it| &it.author)
    }

    /// What was removed is talked about on where somebody has answered it.
    fn may_answer(&self) -> bool {
        self.may_write && (!self.first.is_removed || !self.replies.is_empty())
    }

    fn may_settle(&self) -> bool {
        self.may_answer() || self.may_write && self.is_resolved
    }

    fn all(&self) -> Vec<(&Said, bool)> {
        std::iter::once((&self.first, false)).chain(self.replies.iter().map(|it| (it, true))).collect()
    }
}

/// What all comments of several threads need, fetched at once.
struct Beside {
    names: HashMap<Uuid, Names>,
    former: HashMap<Uuid, Vec<(i64, String)>>,
    reactions: Reactions,
}

impl Beside {
    async fn of(from: &mut impl Reads, scene: &Scene, comments: &[Comment]) -> Result<Self> {
        let ids: Vec<Uuid> = comments.iter().map(|it| it.id).collect();
        let edited: Vec<Uuid> = comments.iter().filter(|it| it.edited_at.is_some()).map(|it| it.id).collect();
        let names = store::names_in(from, &ids).await?;
        let reactions = bar::beside(from, &scene.person, CommentId::KIND, &ids).await?;
        let mut former: HashMap<Uuid, Vec<(i64, String)>> = HashMap::new();
        for (id, at, body) in store::revisions_of(from, &edited).await? {
            // Who was called in it then is not known any more; the names stay bare words.
            former.entry(id).or_default().push((at, html(&body, &Names::new())));
        }
        Ok(Self { names, former, reactions })
    }

    fn said(&mut self, scene: &Scene, comment: &Comment) -> Said {
        let names = self.names.remove(&comment.id).unwrap_or_default();
        let mine = comment.must_be_by(&scene.person).is_ok();
        let (is_removed, about) = (comment.is_removed(), CommentId::from(comment.id).into());
        let words = Words {
            v: scene.v.clone(),
            id: comment.id,
            html: html(&comment.body, &names),
            is_removed,
            edited_at: comment.edited_at.filter(|_| !is_removed),
            former: self.former.remove(&comment.id).unwrap_or_default(),
        };
        let counted = self.reactions.remove(&comment.id).unwrap_or_default();
        let awaited = comment.asks().filter(|_| comment.waits());
        let may_react = scene.may_write() && !is_removed;
        Said {
            id: comment.id,
            author: comment.author(),
            name: scene.name(&comment.author_name),
            at: comment.at,
            is_removed,
            may_edit: mine && may_react,
            may_remove: !is_removed && (mine || scene.about.level.owns()),
            is_answer: scene.answering.as_ref().is_some_and(|it| it.comment == Some(comment.id)),
            mark: scene.answering.as_ref().and_then(|it| it.mark.clone()).filter(|_| !is_removed),
            waits_for: awaited.map(|it| Awaited { id: it.id, name: scene.name(&it.name) }),
            words,
            bar: Bar { v: scene.v.clone(), about, counted, may_react },
        }
    }
}

/// The threads that begin with these comments, oldest first.
pub(crate) async fn threads(from: &mut impl Reads, scene: &Scene, roots: &[Uuid]) -> Result<Vec<Thread>> {
    if roots.is_empty() {
        return Ok(Vec::new());
    }
    let replies = store::replies_to(from, roots).await?;
    let all = store::fetch(from, &[roots, &replies].concat()).await?;
    let mut beside = Beside::of(from, scene, &all).await?;
    let (firsts, replies): (Vec<Comment>, Vec<Comment>) =
        all.into_iter().partition(|it| it.reply_to.is_none());
    let mut answers: HashMap<Uuid, Vec<Comment>> = HashMap::new();
    for reply in replies {
        answers.entry(reply.root()).or_default().push(reply);
    }
    let thread = |root: Comment| {
        let is_resolved = root.resolved_at.is_some();
        let replies = answers.remove(&root.id).unwrap_or_default();
        let mut said = |comment: &Comment| {
            let mut said = beside.said(scene, comment);
            // What is settled waits for nobody.
            said.waits_for = said.waits_for.filter(|_| !is_resolved);
            said
        };
        Thread {
            first: said(&root),
            replies: replies.iter().map(said).collect(),
            v: scene.v.clone(),
            me: scene.person.id.uuid(),
            about: scene.about.thing(),
            audience: scene.audience.clone(),
            may_write: scene.may_write(),
            is_resolved,
            passage: Passage::of(&root).filter(|_| !root.is_removed()),
        }
    };
    Ok(firsts.into_iter().map(thread).collect())
}

/// One of them; `None` if it is gone.
pub(crate) async fn thread(from: &mut impl Reads, scene: &Scene, root: Uuid) -> Result<Option<Thread>> {
    Ok(threads(from, scene, &[root]).await?.pop())
}
