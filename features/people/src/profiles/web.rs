//! Everybody in the house, and each as she shows herself.

use access::spaces::Place;
use access::{may, people};
use askama::Template;
use axum::extract::State as Shared;
use axum::response::IntoResponse;
use database::Reader;
use feature::{Routes, Who};
use kernel::ids::{SpaceId, ThingId, Uuid};
use kernel::{Error, Result, limits, when};
use page::{Answer, Asking, Html, Path, Query, Shell, SignedIn, Spot, Voice};
use serde::Deserialize;
use serde_json::json;

use super::profile::{Group, Today, Word};
use super::store::{self, Shown, Wanted};
use crate::State;
use crate::sign_in::then::encoded;

pub(crate) fn routes(state: State) -> Routes {
    Routes::with(state)
        .get("/people", Who::SignedIn, list)
        .get("/people/names", Who::SignedIn, names)
        .get("/people/{id}", Who::SignedIn, show)
        .done()
}

/// Names offered while somebody types.
const NAMES_MAX_ROWS: i64 = 20;

/// People on one page of the list.
const PAGE_LENGTH_ROWS: i64 = 60;

/// More people than a company has; whoever asks for those behind them means nobody.
pub(super) const OFFSET_MAX_ROWS: i64 = 1_000_000;

pub(crate) fn today_of(shown: &Shown, asking: &Asking) -> Today {
    Today::on(&shown.today, shown.today_day, when::day_number(asking.now, &asking.zone))
}

pub(super) struct Row {
    pub shown: Shown,
    pub today: Today,
    /// The first letter, where another begins.
    pub letter: String,
}

#[derive(Template)]
#[template(path = "profiles/list.html")]
pub(super) struct ShowList {
    pub v: Voice,
    pub shell: Shell,
    pub query: String,
    pub wanted: Wanted,
    pub rows: Vec<Row>,
    pub me: Uuid,
    pub mine: Today,
    pub next: Option<i64>,
}

impl ShowList {
    fn is_mine(&self, choice: &Today) -> bool {
        self.mine == *choice
    }

    fn is_group(&self, group: &Group) -> bool {
        self.wanted.group == *group
    }

    fn is_in(&self, place: &Place) -> bool {
        self.wanted.space == Some(place.id)
    }

    /// The query of the address at which the list goes on.
    fn following(&self, from: &i64) -> String {
        let space = self.wanted.space.map(|it| it.to_string()).unwrap_or_default();
        let (word, role) = (encoded(&self.query), self.wanted.group.code());
        format!("q={word}&role={role}&space={space}&from={from}")
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Find {
    q: String,
    role: String,
    space: String,
    from: String,
    about: Option<String>,
}

impl Find {
    /// Errors: `Invalid` on what cannot be read; `NotFound` for a space she may not know of.
    async fn check(&self, reader: &mut Reader, asking: &Asking) -> Result<Wanted> {
        let space = if self.space.is_empty() {
            None
        } else {
            let id: Uuid = self.space.parse().map_err(|_| Error::NotFound)?;
            may::read(reader, &asking.person, &SpaceId::from(id).into()).await?;
            Some(id)
        };
        Ok(Wanted { word: Word::parse(&self.q)?, group: Group::parse(&self.role)?, space })
    }
}

/// Under which she stands in the list, which is sorted the same way.
pub(super) fn first_letter(name: &str) -> String {
    let first: String = name.chars().take(1).flat_map(char::to_uppercase).collect();
    match first.as_str() {
        "Ä" => "A".to_owned(),
        "Ö" => "O".to_owned(),
        "Ü" => "U".to_owned(),
        _ => first,
    }
}

async fn list(Shared(state): Shared<State>, SignedIn(asking): SignedIn, Query(find): Query<Find>) -> Answer {
    let mut reader = state.parts.database.read().await?;
    let wanted = find.check(&mut reader, &asking).await?;
    let from = find.from.parse().unwrap_or(0).clamp(0, OFFSET_MAX_ROWS);
    let mut found = store::list(&mut reader, &asking.person, &wanted, from, PAGE_LENGTH_ROWS + 1).await?;
    let length = usize::try_from(PAGE_LENGTH_ROWS).unwrap_or(0);
    let next = (found.len() > length).then_some(from + PAGE_LENGTH_ROWS);
    found.truncate(length);
    let me = store::find(&mut reader, &asking.person, asking.person.id).await?;
    let mine = me.map_or(Today::Untold, |it| today_of(&it, &asking));
    let mut last = String::new();
    let mut rows = Vec::with_capacity(found.len());
    for shown in found {
        let first = first_letter(&shown.person.name);
        let letter = if first == last { String::new() } else { first.clone() };
        last = first;
        rows.push(Row { today: today_of(&shown, &asking), shown, letter });
    }
    let shell = Shell::load(&mut reader, &asking, Spot::People).await?;
    let (v, query, me) = (asking.voice(), find.q.trim().to_owned(), asking.person.id.uuid());
    Ok(Html(ShowList { v, shell, query, wanted, rows, me, mine, next }).into_response())
}

/// Who can be called by name: those who read the thing, or everybody she may know of.
async fn names(Shared(state): Shared<State>, SignedIn(asking): SignedIn, Query(find): Query<Find>) -> Answer {
    let word = Word::parse(&find.q)?;
    let mut reader = state.parts.database.read().await?;
    let found = match &find.about {
        Some(about) => {
            let thing = may::read(&mut reader, &asking.person, &ThingId::parse(about)?).await?;
            people::readers(&mut reader, &asking.person, &thing, &find.q, NAMES_MAX_ROWS).await?
        }
        None => {
            let wanted = Wanted { word, ..Wanted::default() };
            let found = store::list(&mut reader, &asking.person, &wanted, 0, NAMES_MAX_ROWS).await?;
            found.into_iter().map(|it| it.person).collect()
        }
    };
    let items: Vec<_> = found.iter().map(|it| json!({ "id": it.id, "name": it.name })).collect();
    Ok(api::Json(json!({ "items": items })).into_response())
}

#[derive(Template)]
#[template(path = "profiles/show.html")]
struct Show {
    v: Voice,
    shell: Shell,
    shown: Shown,
    me: Uuid,
    mine: Today,
    email: Option<String>,
    spaces: Vec<Place>,
}

impl Show {
    fn is_me(&self) -> bool {
        self.shown.person.id == self.me
    }

    fn is_mine(&self, choice: &Today) -> bool {
        self.mine == *choice
    }
}

async fn show(Shared(state): Shared<State>, SignedIn(asking): SignedIn, Path(id): Path<Uuid>) -> Answer {
    let mut reader = state.parts.database.read().await?;
    let shown = store::find(&mut reader, &asking.person, id.into()).await?.ok_or(Error::NotFound)?;
    let me = asking.person.id.uuid();
    let email = match id == me || asking.person.must_be_admin().is_ok() {
        true => people::email_of(&mut reader, id.into()).await?,
        false => None,
    };
    let limit = limits::LIST_LENGTH_MAX_ROWS;
    let spaces = store::spaces_in_common(&mut reader, &asking.person, id.into(), limit).await?;
    let shell = Shell::load(&mut reader, &asking, Spot::People).await?;
    let mine = today_of(&shown, &asking);
    Ok(Html(Show { v: asking.voice(), shell, shown, me, mine, email, spaces }).into_response())
}
