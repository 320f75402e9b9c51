//! People for programs.

use access::{people, settings};
use api::{Json, List, Listing, PersonJson};
use axum::extract::State as Shared;
use axum::response::IntoResponse;
use feature::{Routes, Who};
use kernel::ids::Uuid;
use kernel::{Error, Locale};
use page::{Answer, Asking, Path, Query, SignedIn};
use serde::{Deserialize, Serialize};

use super::change::{Change, change};
use super::profile::{Today, Word};
use super::store::{self, Shown, Wanted};
use super::web::{OFFSET_MAX_ROWS, today_of};
use crate::State;

pub(crate) fn routes(state: State) -> Routes {
    Routes::with(state)
        .get("/api/v1/me", Who::Oneself, me)
        .patch("/api/v1/me", Who::Oneself, change_me)
        .get("/api/v1/people", Who::SignedIn, list)
        .get("/api/v1/people/{id}", Who::SignedIn, show)
        .done()
}

#[derive(Serialize)]
struct Me {
    #[serde(flatten)]
    person: PersonJson,
    email: Option<String>,
    role: &'static str,
    language: &'static str,
    what_i_do: String,
    today: &'static str,
}

async fn tell_me(state: &State, asking: &Asking) -> Answer {
    let mut reader = state.parts.database.read().await?;
    let person = people::by_id(&mut reader, asking.person.id).await?.ok_or(Error::SignedOut)?;
    let language = match person.language {
        Some(chosen) => chosen,
        None => settings::language(&mut reader).await?,
    };
    let shown = store::find(&mut reader, &person, person.id).await?;
    let me = Me {
        person: PersonJson::from(&person.named()),
        email: people::email_of(&mut reader, person.id).await?,
        role: person.role.code(),
        language: language.code(),
        today: shown.as_ref().map_or(Today::Untold, |it| today_of(it, asking)).code(),
        what_i_do: shown.map(|it| it.what_i_do).unwrap_or_default(),
    };
    Ok(Json(me).into_response())
}

async fn me(Shared(state): Shared<State>, SignedIn(asking): SignedIn) -> Answer {
    tell_me(&state, &asking).await
}

#[derive(Deserialize)]
struct ChangeMe {
    name: Option<String>,
    what_i_do: Option<String>,
    today: Option<String>,
    language: Option<String>,
}

async fn change_me(
    Shared(state): Shared<State>,
    SignedIn(asking): SignedIn,
    Json(body): Json<ChangeMe>,
) -> Answer {
    let language = match body.language.as_deref() {
        Some(code) => Some(Some(
            Locale::parse(code).ok_or_else(|| Error::invalid("language", "people-language-unknown"))?,
        )),
        None => None,
    };
    let today = body.today.as_deref().map(Today::parse).transpose()?;
    let wanted = Change { name: body.name, what_i_do: body.what_i_do, today, language };
    change(&state, &asking, wanted).await?;
    tell_me(&state, &asking).await
}

#[derive(Serialize)]
struct ShownJson {
    #[serde(flatten)]
    person: PersonJson,
    role: &'static str,
    what_i_do: String,
    today: &'static str,
}

impl ShownJson {
    fn new(asking: &Asking, shown: Shown) -> Self {
        Self {
            person: PersonJson::from(&shown.person),
            role: shown.person.role.code(),
            today: today_of(&shown, asking).code(),
            what_i_do: shown.what_i_do,
        }
    }
}

#[derive(Deserialize)]
struct Find {
    #[serde(default)]
    q: String,
    #[serde(flatten)]
    listing: Listing,
}

async fn list(Shared(state): Shared<State>, SignedIn(asking): SignedIn, Query(find): Query<Find>) -> Answer {
    let (limit, after) = (find.listing.limit()?, find.listing.after::<i64>()?.unwrap_or(0));
    let after = after.clamp(0, OFFSET_MAX_ROWS);
    let wanted = Wanted { word: Word::parse(&find.q)?, ..Wanted::default() };
    let mut reader = state.parts.database.read().await?;
    let found = store::list(&mut reader, &asking.person, &wanted, after, limit + 1).await?;
    let people = found.into_iter().map(|it| ShownJson::new(&asking, it)).collect();
    Ok(Json(List::cut(people, limit, |_| (after + limit).to_string())).into_response())
}

async fn show(Shared(state): Shared<State>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    let mut reader = state.parts.database.read().await?;
    let found = store::find(&mut reader, &asking.person, id.into()).await?.ok_or(Error::NotFound)?;
    Ok(Json(ShownJson::new(&asking, found)).into_response())
}
