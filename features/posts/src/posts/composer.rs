//! Where one writes a post: who will read it stands above, what was typed stays when something was wrong.

use access::spaces::{self, Place};
use access::{Level, Seen, may};
use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use database::{Reader, Reads};
use feature::{Routes, Who};
use kernel::ids::{SpaceId, Uuid};
use kernel::{Error, Result, limits};
use page::{Answer, Asking, Audience, Html, Query, Shell, SignedIn, Spot, Voice, is_framed};
use serde::Deserialize;

use super::body::BODY_LENGTH_MAX_CHARS;
use super::post::PostId;
use super::store;
use crate::{Parts, company};

pub(crate) fn routes(parts: Parts) -> Routes {
    Routes::with(parts).get("/posts/new", Who::SignedIn, show).done()
}

/// Where it stands, and where the post will lie.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Where {
    pub space: Option<Uuid>,
    /// `home` where the space can be chosen; else it is that of the page.
    pub from: String,
}

/// What somebody typed, and what was wrong with it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    pub body: String,
    pub kind: String,
    /// What can be chosen, one in each line.
    pub options: String,
    pub multiple: String,
    pub named: String,
    pub closes_at: String,
    pub read_by: String,
    pub publish_at: String,
    #[serde(skip)]
    pub fault: String,
}

#[derive(Template)]
#[template(path = "posts/composer.html")]
pub(crate) struct Composer {
    pub v: Voice,
    pub me: Uuid,
    /// The post that it will be.
    pub id: Uuid,
    /// `None` for the whole company.
    pub space: Option<Uuid>,
    pub is_at_home: bool,
    pub audience: Audience,
    /// Where else she can write.
    pub places: Vec<Place>,
    pub may_reach_all: bool,
    /// How many of hers are to be sent later.
    pub waiting: usize,
    pub typed: Typed,
    /// The post that was just sent, and whether it waits for its time.
    pub sent: Option<(Uuid, bool)>,
}

impl Composer {
    /// Where the draft is kept in the browser: the same wherever it will go.
    fn key(&self) -> String {
        let place = self.space.filter(|_| !self.is_at_home);
        format!("{}/post/{}", self.me, place.map_or_else(|| "home".to_owned(), |it| it.to_string()))
    }

    fn people(&self) -> String {
        self.space.map_or_else(|| "/people/names".to_owned(), |it| format!("/people/names?about=space/{it}"))
    }

    fn is_kind(&self, kind: &str) -> &'static str {
        if self.typed.kind == kind { " selected" } else { "" }
    }

    fn icon(place: &Place) -> &'static str {
        Audience::icon_of(place.visibility)
    }

    fn length_max() -> usize {
        BODY_LENGTH_MAX_CHARS
    }
}

/// For who has no script, and for a form that was not filled in right.
#[derive(Template)]
#[template(path = "posts/new.html")]
struct New {
    v: Voice,
    shell: Shell,
    composer: Composer,
}

/// For who can write nowhere: the frame stays empty.
#[derive(Template)]
#[template(source = "<turbo-frame id=\"composer-frame\"></turbo-frame>", ext = "html")]
struct Nothing;

async fn show(
    State(parts): State<Parts>,
    SignedIn(asking): SignedIn,
    Query(place): Query<Where>,
    headers: HeaderMap,
) -> Answer {
    let mut reader = parts.database.read().await?;
    let composer = Composer::of(&mut reader, &asking, &place, Typed::default()).await;
    if is_framed(&headers) {
        return match composer {
            Ok(composer) => Ok(Html(composer).into_response()),
            Err(Error::Forbidden(_)) => Ok(Html(Nothing).into_response()),
            Err(error) => Err(error.into()),
        };
    }
    Ok(whole_page(&mut reader, &asking, composer?).await?)
}

async fn whole_page(reader: &mut Reader, asking: &Asking, composer: Composer) -> Result<Response> {
    let spot = composer.space.map_or(Spot::Home, Spot::Space);
    let shell = Shell::load(reader, asking, spot).await?;
    Ok(Html(New { v: asking.voice(), shell, composer }).into_response())
}

/// The form with what was wrong.
pub(crate) async fn again(
    reader: &mut Reader,
    asking: &Asking,
    headers: &HeaderMap,
    place: &Where,
    typed: Typed,
) -> Result<Response> {
    let composer = Composer::of(reader, asking, place, typed).await?;
    let answer = if is_framed(headers) {
        Html(composer).into_response()
    } else {
        whole_page(reader, asking, composer).await?
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, answer).into_response())
}

impl Composer {
    /// Errors: `NotFound`, `Forbidden` for who only reads there, or anywhere.
    pub async fn of(from: &mut impl Reads, asking: &Asking, place: &Where, typed: Typed) -> Result<Self> {
        let (v, person) = (asking.voice(), &asking.person);
        let is_colleague = person.role.is_colleague();
        let is_at_home = place.from == "home" || place.space.is_none();
        let places = match is_at_home {
            true => spaces::mine(from, person, limits::LIST_LENGTH_MAX_ROWS).await?,
            false => Vec::new(),
        };
        let places: Vec<Place> =
            places.into_iter().filter(|it| it.level.is_some_and(Level::may_write)).collect();
        let company = company::find(from, person).await?;
        let space = match (place.space, is_colleague) {
            (Some(space), _) => Some(space),
            (None, true) => company.as_ref().map(|it| it.space_id),
            (None, false) => {
                Some(places.first().map(|it| it.id).ok_or_else(|| Error::forbidden("posts-nowhere"))?)
            }
        };
        let audience = match space {
            Some(space) => {
                let seen = writable(from, asking, space).await?;
                Audience::of(from, &v, &seen).await?
            }
            None => Audience::of_the_company(from, &v).await?,
        };
        let others = places.into_iter().filter(|it| Some(it.id) != space);
        let company = company.map(|it| it.space_id);
        Ok(Self {
            me: person.id.uuid(),
            id: PostId::fresh().uuid(),
            is_at_home,
            audience,
            places: others.filter(|it| Some(it.id) != company).collect(),
            may_reach_all: is_at_home && is_colleague && space != company,
            waiting: store::waiting(from, person).await?.len(),
            space,
            typed,
            sent: None,
            v,
        })
    }
}

async fn writable(from: &mut impl Reads, asking: &Asking, space: Uuid) -> Result<Seen> {
    let seen = may::read(from, &asking.person, &SpaceId::from(space).into()).await?;
    seen.level.must_write()?;
    Ok(seen)
}
