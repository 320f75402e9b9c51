//! The page on which an owner changes name and description.

use access::{Visibility, may};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::Result;
use kernel::ids::{SpaceId, Uuid};
use page::{Answer, Asking, Form, Html, Path, Shell, SignedIn, Spot, Voice, see_other, toast, with_status};
use serde::Deserialize;

use super::change::change;
use super::space::Change;
use super::visibility::Choice;
use super::{Head, Tab};
use crate::Parts;
use crate::fault::Fault;

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts)
        .get("/spaces/{id}/settings", Who::Owners, show_settings)
        .post("/spaces/{id}/settings", Who::Owners, change_settings)
        .done()
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    name: String,
    #[serde(default)]
    about: String,
}

#[derive(Template)]
#[template(path = "spaces/settings.html")]
struct Settings {
    v: Voice,
    shell: Shell,
    head: Head,
    typed: Typed,
    fault: Fault,
    choices: Vec<Choice>,
}

impl Settings {
    async fn load(
        parts: &Parts,
        asking: &Asking,
        id: Uuid,
        typed: Option<Typed>,
        fault: Fault,
    ) -> Result<Self> {
        let mut reader = parts.database.read().await?;
        let seen = may::own(&mut reader, &asking.person, &SpaceId::from(id).into()).await?;
        let v = asking.voice();
        let head = Head::of(&mut reader, asking, &v, &seen, Tab::Settings).await?;
        let shell = Shell::load(&mut reader, asking, Spot::Space(id)).await?;
        let as_it_is = || Typed { name: head.space.title.clone(), about: head.space.about.clone() };
        let typed = typed.unwrap_or_else(as_it_is);
        let now: Visibility = seen.visibility;
        Ok(Self { choices: Choice::all(&v, Some(now)), v, shell, head, typed, fault })
    }
}

async fn show_settings(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
) -> Answer {
    Ok(Html(Settings::load(&parts, &asking, id, None, Fault::default()).await?).into_response())
}

async fn change_settings(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Path(id): Path<Uuid>,
    Form(typed): Form<Typed>,
) -> Answer {
    let (name, about) = (Some(typed.name.clone()), Some(typed.about.clone()));
    let wanted = Change { name, about, visibility: None };
    match change(&parts.database, &asking.person, id.into(), &wanted, None).await {
        Ok(_) => Ok(toast(see_other(&format!("/spaces/{id}")), &asking.voice().t("spaces-changed"))),
        Err(error) => {
            let fault = Fault::of(&asking.voice(), error)?;
            let page = Settings::load(&parts, &asking, id, Some(typed), fault).await?;
            Ok(with_status(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
    }
}
