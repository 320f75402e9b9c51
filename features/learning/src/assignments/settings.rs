//! Whether names are shown after the day of a mandatory course: agreed between company and works council, set
//! by an admin, and noted with who changed it.

use access::{Named, people};
use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;
use database::{Reads, outbox};
use feature::{Routes, Who};
use kernel::Result;
use kernel::activity::{Deed, Verb};
use kernel::ids::{ThingId, Uuid};
use page::{Answer, Form, Html, Shell, SignedIn, Spot, Voice, see_other, toast};
use serde::Deserialize;

use crate::Parts;

kernel::typed_id!(
    /// What holds for the learning of the whole house; there is one, and its id is nil.
    RuleId, "learning_rule"
);

/// The setting that says `yes` where company and works council agreed that a superior may see the names of
/// who has not passed a mandatory course after its day.
const NAMES: &str = "learning.names";

pub(crate) const AGREED: Verb = Verb::new("agreed");
pub(crate) const TOOK_BACK: Verb = Verb::new("took_back");

/// Changes that the page tells of.
const CHANGES_MAX_ROWS: i64 = 10;

pub(crate) async fn names_agreed(from: &mut impl Reads) -> Result<bool> {
    Ok(access::settings::get(from, NAMES).await?.as_deref() == Some("yes"))
}

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/learn/settings", Who::Admins, show)
        .post("/learn/settings", Who::Admins, change)
        .done()
}

fn rule() -> ThingId {
    RuleId::from(Uuid::nil()).into()
}

/// Who changed it, when, and to what.
struct Change {
    who: Named,
    at: i64,
    agreed: bool,
}

#[derive(Template)]
#[template(path = "assignments/settings.html")]
struct Show {
    v: Voice,
    shell: Shell,
    agreed: bool,
    /// The newest first.
    changes: Vec<Change>,
}

async fn show(State(parts): State<Parts>, SignedIn(asking): SignedIn) -> Answer {
    asking.person.must_be_admin()?;
    let mut reader = parts.database.read().await?;
    let shell = Shell::load(&mut reader, &asking, Spot::Learn).await?;
    let agreed = names_agreed(&mut reader).await?;
    let history = outbox::of(&mut reader, &rule(), CHANGES_MAX_ROWS).await?;
    let ids: Vec<Uuid> = history.iter().map(|it| it.deed.actor.uuid()).collect();
    let named = people::named(&mut reader, &ids).await?;
    let changes = history.iter().rev().filter_map(|it| {
        let who = named.iter().find(|one| one.id == it.deed.actor.uuid())?.clone();
        Some(Change { who, at: it.at.micros(), agreed: it.deed.verb == AGREED })
    });
    let changes = changes.collect();
    Ok(Html(Show { v: asking.voice(), shell, agreed, changes }).into_response())
}

#[derive(Deserialize)]
struct Sent {
    /// `yes` or, also by leaving it out, no.
    #[serde(default)]
    names: String,
}

async fn change(State(parts): State<Parts>, SignedIn(asking): SignedIn, Form(sent): Form<Sent>) -> Answer {
    asking.person.must_be_admin()?;
    let agreed = sent.names == "yes";
    let mut tx = parts.database.begin().await?;
    if names_agreed(&mut tx).await? != agreed {
        access::settings::put(&mut tx, NAMES, if agreed { "yes" } else { "no" }).await?;
        let verb = if agreed { AGREED } else { TOOK_BACK };
        tx.record(Deed { actor: asking.person.id, verb, object: rule(), target: None });
    }
    tx.commit().await?;
    Ok(toast(see_other("/learn/settings"), &asking.voice().t("learning-settings-saved")))
}
