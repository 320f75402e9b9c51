//! Choosing who reads a space. A change is asked for once more, with what it opens and for whom.

use access::{Seen, Visibility, may, spaces};
use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::{SpaceId, Uuid};
use kernel::limits;
use page::{Answer, Audience, Form, Html, Path, Query, Shell, SignedIn, Spot, Voice, see_other, toast};
use serde::Deserialize;

use super::change::change;
use super::space::{Change, is_wider};
use super::{Head, Tab, store};
use crate::Parts;
use crate::members::store as members;

/// Titles that are named when a door is opened; the rest is counted.
const TITLES_MAX: i64 = 5;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/spaces/{id}/settings/visibility", Who::Owners, ask)
        .post("/spaces/{id}/settings/visibility", Who::Owners, show_to)
        .done()
}

/// One card of the choice.
pub(crate) struct Choice {
    pub code: &'static str,
    pub class: &'static str,
    pub icon: &'static str,
    pub words: String,
    pub more: String,
    pub is_chosen: bool,
}

impl Choice {
    /// From the narrowest to the widest.
    pub fn all(v: &Voice, chosen: Option<Visibility>) -> Vec<Self> {
        Visibility::ALL.into_iter().map(|it| Self::of(v, it, chosen == Some(it))).collect()
    }

    fn of(v: &Voice, visibility: Visibility, is_chosen: bool) -> Self {
        let (words, more) = match visibility {
            Visibility::Private => ("spaces-visibility-private", "spaces-visibility-private-more"),
            Visibility::Internal => ("spaces-visibility-internal", "spaces-visibility-internal-more"),
            Visibility::Customers => ("spaces-visibility-customers", "spaces-visibility-customers-more"),
            Visibility::Public => ("spaces-visibility-public", "spaces-visibility-public-more"),
        };
        let audience = Audience::short(v, visibility, "");
        Self {
            code: visibility.code(),
            class: audience.class,
            icon: audience.icon,
            words: v.t(words),
            more: v.t(more),
            is_chosen,
        }
    }
}

#[derive(Deserialize)]
struct To {
    #[serde(default)]
    to: String,
}

#[derive(Template)]
#[template(path = "spaces/visibility.html")]
struct Ask {
    v: Voice,
    shell: Shell,
    head: Head,
    to: Visibility,
    then: Audience,
    /// The button says what it does.
    yes: String,
    is_wider: bool,
    documents: i64,
    titles: Vec<String>,
    /// Members whom such a space cannot hold.
    misplaced: String,
}

async fn ask(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Query(query): Query<To>,
) -> Answer {
    let mut reader = parts.database.read().await?;
    let seen = may::own(&mut reader, &asking.person, &SpaceId::from(id).into()).await?;
    let to = Visibility::parse(&query.to)?;
    if to == seen.visibility {
        return Ok(see_other(&format!("/spaces/{id}/settings")));
    }
    let v = asking.voice();
    let shell = Shell::load(&mut reader, &asking, Spot::Space(id)).await?;
    let head = Head::of(&mut reader, &asking, &v, &seen, Tab::Settings).await?;
    let later = Seen { visibility: to, ..seen.clone() };
    let then = Audience::of(&mut reader, &v, &later).await?;
    let yes = yes(&v, to, &head.space.title);
    let members = members::by_level(&mut reader, &asking.person, &seen, limits::LIST_LENGTH_MAX_ROWS).await?;
    let misplaced = members.into_iter().filter(|it| !spaces::can_hold(to, it.person.role));
    let misplaced = misplaced.map(|it| it.person.name).collect::<Vec<_>>().join(", ");
    Ok(Html(Ask {
        is_wider: is_wider(seen.visibility, to),
        documents: store::count_documents(&mut reader, &asking.person, &seen).await?,
        titles: store::documents(&mut reader, &asking.person, &seen, TITLES_MAX).await?,
        v,
        shell,
        head,
        to,
        then,
        yes,
        misplaced,
    })
    .into_response())
}

fn yes(v: &Voice, to: Visibility, title: &str) -> String {
    match to {
        Visibility::Private => v.t("spaces-yes-private"),
        Visibility::Internal => v.t("spaces-yes-internal"),
        Visibility::Customers => v.t1("spaces-yes-customers", "name", title),
        Visibility::Public => v.t("spaces-yes-public"),
    }
}

async fn show_to(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Form(form): Form<To>,
) -> Answer {
    let visibility = Some(Visibility::parse(&form.to)?);
    let wanted = Change { visibility, ..Change::default() };
    change(&parts.database, &asking.person, id.into(), &wanted, None).await?;
    Ok(toast(see_other(&format!("/spaces/{id}")), &asking.voice().t("spaces-shown")))
}
