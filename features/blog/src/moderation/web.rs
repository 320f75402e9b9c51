//! The page on which somebody looks through what waits, and decides.

use std::collections::HashMap;

use access::people;
use askama::Template;
use axum::extract::State as Shared;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Result, limits};
use page::{Answer, Asking, Form, Html, Path, Query, Shell, SignedIn, Spot, Voice, see_other, with_status};
use serde::Deserialize;
use visitors::checks::Reason;

use super::store::{self, Report, Tab};
use super::{decide, discuss};
use crate::Parts;
use crate::articles::editors;
use crate::comments::comment::{Approve, Comment, State};
use crate::comments::rules::{self, Rules};
use crate::comments::write::say;
use crate::public::store as public;

/// Decided at once; more is no look at each.
const BULK_MAX: usize = 100;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/moderation", Who::Colleagues, show)
        .post("/moderation/bulk", Who::Colleagues, bulk)
        .post("/moderation/rules", Who::Admins, change_rules)
        .post("/moderation/{id}/approve", Who::Colleagues, approve)
        .post("/moderation/{id}/reject", Who::Colleagues, reject)
        .post("/moderation/{id}/undo", Who::Colleagues, undo)
        .post("/moderation/{id}/discuss", Who::Colleagues, discuss)
        .post("/moderation/{id}/answer", Who::Colleagues, answer)
        .done()
}

/// Whoever names none gets all that waits.
pub(crate) fn tab(name: &str) -> Tab {
    match name {
        "held" => Tab::Held,
        "reported" => Tab::Reported,
        "decided" => Tab::Decided,
        _ => Tab::Open,
    }
}

/// One comment with all that there is to know about it.
struct Case {
    comment: Comment,
    reasons: Vec<Reason>,
    reports: Vec<Report>,
    /// Who decided, if that was done.
    by: String,
    /// Colleagues talk about it inside.
    is_discussed: bool,
}

impl Case {
    fn is_shown(&self) -> bool {
        self.comment.state == State::Shown
    }

    fn is_refused(&self) -> bool {
        self.comment.state == State::Refused
    }

    fn is_taught(&self) -> bool {
        self.comment.learnt == "bad"
    }
}

#[derive(Template)]
#[template(path = "moderation/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    tab: Tab,
    held: i64,
    reported: i64,
    cases: Vec<Case>,
    rules: Rules,
    /// The comment whose form was wrong, what was typed, and what was wrong with it.
    faulty: Option<(Uuid, String, String)>,
    rules_problem: String,
}

impl Show {
    fn is_tab(&self, tab: &str) -> bool {
        self.tab == self::tab(tab)
    }

    fn decides(&self) -> bool {
        self.tab != Tab::Decided
    }

    fn says(&self, reason: &Reason) -> String {
        self.v.say(&reason.says())
    }

    /// Three steps, of which `weight` are full.
    fn steps(&self, reason: &Reason) -> [bool; 3] {
        [1, 2, 3].map(|step| reason.weight >= step)
    }

    fn typed(&self, case: &Case) -> &str {
        self.faulty.as_ref().filter(|it| it.0 == case.comment.id).map_or("", |it| it.1.as_str())
    }

    fn problem(&self, case: &Case) -> Option<&str> {
        self.faulty.as_ref().filter(|it| it.0 == case.comment.id).map(|it| it.2.as_str())
    }

    fn is_rule(&self, code: &str) -> bool {
        Approve::parse(code) == Some(self.rules.approve)
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    tab: String,
}

async fn load(parts: &Parts, asking: &Asking, tab: Tab) -> Result<Show> {
    let mut reader = parts.database.read().await?;
    editors::must_be_editor(&mut reader, &asking.person).await?;
    let all = match tab {
        Tab::Decided => store::decided(&mut reader).await?,
        tab => store::waiting(&mut reader, tab, None, limits::PAGE_LENGTH_ROWS).await?,
    };
    let ids: Vec<Uuid> = all.iter().map(|it| it.id).collect();
    let deciders: Vec<Uuid> = all.iter().filter_map(|it| it.decided_by).collect();
    let named = people::named(&mut reader, &deciders).await?;
    let names: HashMap<Uuid, String> = named.into_iter().map(|it| (it.id, it.name)).collect();
    let reports = store::open_reports(&mut reader, &ids).await?;
    let discussed = store::discussed(&mut reader, &ids).await?;
    let case = |comment: Comment| Case {
        reasons: comment.why(),
        is_discussed: discussed.contains(&comment.id),
        reports: reports.iter().filter(|it| it.comment_id == comment.id).cloned().collect(),
        by: comment.decided_by.and_then(|it| names.get(&it).cloned()).unwrap_or_default(),
        comment,
    };
    let cases = all.into_iter().map(case).collect();
    let (held, reported) = store::counts(&mut reader).await?;
    let rules = rules::of_blog(&mut reader).await?;
    let shell = Shell::load(&mut reader, asking, Spot::Admin).await?;
    let (faulty, rules_problem) = (None, String::new());
    Ok(Show { v: asking.voice(), shell, tab, held, reported, cases, rules, faulty, rules_problem })
}

async fn show(
    Shared(parts): Shared<Parts>,
    SignedIn(asking): SignedIn,
    Query(asked): Query<Asked>,
) -> Answer {
    Ok(Html(load(&parts, &asking, tab(&asked.tab)).await?).into_response())
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Decision {
    reason: String,
    spam: String,
    /// The mark of the words that were shown.
    seen: String,
}

fn back(asking: &Asking, key: &str) -> Response {
    page::toast(see_other("/moderation"), &asking.voice().t(key))
}

/// What was typed stays, with what was wrong.
async fn again(parts: &Parts, asking: &Asking, id: Uuid, typed: String, error: Error) -> Answer {
    let Error::Invalid { message, .. } = error else { return Err(error.into()) };
    let mut page = load(parts, asking, Tab::Open).await?;
    page.faulty = Some((id, typed, page.v.say(&message)));
    Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
}

async fn approve(
    Shared(parts): Shared<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Form(decision): Form<Decision>,
) -> Answer {
    match decide::approve(&parts, &asking.person, id, &decision.reason, Some(&decision.seen)).await {
        Ok(()) => Ok(back(&asking, "blog-approved")),
        Err(error) => again(&parts, &asking, id, decision.reason, error).await,
    }
}

async fn reject(
    Shared(parts): Shared<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Form(decision): Form<Decision>,
) -> Answer {
    let spam = !decision.spam.is_empty();
    match decide::reject(&parts, &asking.person, id, &decision.reason, spam).await {
        Ok(()) => Ok(back(&asking, if spam { "blog-put-away" } else { "blog-rejected" })),
        Err(error) => again(&parts, &asking, id, decision.reason, error).await,
    }
}

async fn undo(Shared(parts): Shared<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    decide::undo(&parts, &asking.person, id).await?;
    Ok(back(&asking, "blog-undone"))
}

/// And there she is.
async fn discuss(Shared(parts): Shared<Parts>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    let said = discuss::discuss(&parts, &asking.person, id).await?;
    let mut reader = parts.database.read().await?;
    let comment = crate::comments::store::find(&mut reader, id).await?.ok_or(Error::NotFound)?;
    let there = format!("/documents/{}#comment-{said}", comment.page_id);
    Ok(page::toast(see_other(&there), &asking.voice().t("blog-discussed")))
}

/// An answer under her own name; what it answers is let through with it.
async fn answer(
    Shared(parts): Shared<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Form(decision): Form<Decision>,
) -> Answer {
    // Looked at first, so that nothing is let through for an answer that is none.
    if let Err(error) = crate::comments::comment::text(&decision.reason) {
        return again(&parts, &asking, id, decision.reason, error).await;
    }
    decide::approve(&parts, &asking.person, id, "", Some(&decision.seen)).await?;
    let mut reader = parts.database.read().await?;
    let comment = crate::comments::store::find(&mut reader, id).await?.ok_or(Error::NotFound)?;
    let article = public::by_id(&mut reader, comment.article_id).await?.ok_or(Error::NotFound)?;
    drop(reader);
    say(&parts, &asking.person, &article, Some(id), &decision.reason).await?;
    Ok(back(&asking, "blog-answered"))
}

/// Several at once: `id` as often as there are, each with the mark of its words behind a dot, and `what`:
/// `approve` or `spam`.
async fn bulk(
    Shared(parts): Shared<Parts>,
    SignedIn(asking): SignedIn,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let approves = fields.iter().any(|(name, value)| name == "what" && value == "approve");
    let chosen = fields.iter().filter(|(name, _)| name == "id").filter_map(|(_, value)| {
        let (id, seen) = value.split_once('.')?;
        Some((id.parse::<Uuid>().ok()?, seen))
    });
    let chosen: Vec<(Uuid, &str)> = chosen.take(BULK_MAX).collect();
    for (id, seen) in &chosen {
        if approves {
            decide::approve(&parts, &asking.person, *id, "", Some(*seen)).await?;
        } else {
            decide::reject(&parts, &asking.person, *id, "", true).await?;
        }
    }
    let said = asking.voice().t1("blog-bulk-done", "n", chosen.len());
    Ok(page::toast(see_other("/moderation"), &said))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct TypedRules {
    approve: String,
    days: String,
}

async fn change_rules(
    Shared(parts): Shared<Parts>,
    SignedIn(asking): SignedIn,
    Form(typed): Form<TypedRules>,
) -> Answer {
    asking.person.must_be_admin()?;
    match rules::parse(&typed.approve, &typed.days) {
        Ok(rules) => {
            let mut tx = parts.database.begin().await?;
            rules::put(&mut tx, rules).await?;
            tx.commit().await?;
            Ok(back(&asking, "blog-saved"))
        }
        Err(Error::Invalid { message, .. }) => {
            let mut page = load(&parts, &asking, Tab::Open).await?;
            page.rules_problem = page.v.say(&message);
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Err(error) => Err(error.into()),
    }
}
